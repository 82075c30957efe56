"""Questions and answers for language models: the labels and what they mean, a text, and its annotations as JSON.

An answer says of each annotation its words as they stand and which occurrence of them it is, as models cannot count characters:
``occurrence`` n is the n-th place of the row's text at which the words begin, from 1, also where two overlap. So each leads back to
exactly one span: ``start = -1``, then n times ``start = text.find(words, start + 1)``.
"""

from collections.abc import Iterable, Iterator

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.scope import count_article, in_scope
from annotator.exporters.training.chat_words import AR, EN, instruction
from annotator.exporters.training.passages import passages
from annotator.exporters.training.training_options import PARAGRAPH, PASSAGES
from annotator.format_facts import Holds, Purpose
from annotator.model import Annotation, Article, Layer
from annotator.model.zone import is_covered, merged
from annotator.options import Choice, Kind, Option, Words

NAME = "chat"
HOLDS = Holds(attributes=True, nested=True, crossing=True, sub_word=True)
MESSAGES, INSTRUCTION = "messages", "instruction"

STYLE = Option(
    "style",
    Words("Layout", "الترتيب"),
    Words("How a question and its answer are laid out.", "كيف يُرتَّب السؤال وجوابه."),
    Kind.CHOICE,
    MESSAGES,
    (
        Choice(
            MESSAGES,
            Words("Messages", "رسائل"),
            Words(
                "Of the system, the user and the assistant, as chat models are tuned.",
                "من النظام والمستخدم والمساعد، كما تُضبط نماذج المحادثة.",
            ),
        ),
        Choice(
            INSTRUCTION,
            Words("Instruction, input, output", "تعليمة ومُدخَل ومُخرَج"),
            Words("As in Alpaca's data.", "كما في بيانات Alpaca."),
        ),
    ),
)

LANGUAGE = Option(
    "language",
    Words("Language of the instruction", "لغة التعليمات"),
    Words(
        "The language in which the model is told what to do.",
        "اللغة التي تُكتب بها تعليمات النموذج.",
    ),
    Kind.CHOICE,
    AR,
    (
        Choice(AR, Words("Arabic", "العربية"), Words("Arabic names.", "أسماء عربية.")),
        Choice(EN, Words("English", "الإنجليزية"), Words("English names.", "أسماء إنجليزية.")),
    ),
)

MOST = Option(
    "max_characters",
    Words("Longest text", "أطول نص"),
    Words(
        "Characters of a text at most, 0 without a limit; longer is only what one annotation makes so.",
        "أكثر ما يبلغه النص من المحارف، و0 بلا حد. ولا يطول عنه إلا ما يمتد عليه وسم واحد.",
    ),
    Kind.NUMBER,
    default=4000,
)

EXCERPT = Option(
    "guidelines_characters",
    Words("Guidelines in the instruction", "الإرشادات في التعليمات"),
    Words(
        "Characters from the beginning of the project's guidelines that go into the instruction, 0 for none.",
        "عدد محارف أول إرشادات المشروع التي تدخل في التعليمات، و0 لتركها.",
    ),
    Kind.NUMBER,
    default=1500,
)


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one question and its answer a line; see `exporters.base.Exporter`."""
    own, tally, out = options.own, Tally(), sink.main
    told = instruction(
        options.schema,
        own.text(LANGUAGE.name),
        options.guidelines,
        own.number(EXCERPT.name),
    )
    is_chat = own.text(STYLE.name) == MESSAGES
    for item in items:
        article, layer = item.article, one_layer(item, NAME)
        count_article(layer, tally, HOLDS)
        annotations = in_scope(layer, article, options, tally, HOLDS)
        tally.written += len(annotations)
        for number, (start, end) in enumerate(_asked(article, layer, annotations, options)):
            asked = article.text[start:end]
            answer = dumps(list(_answers(asked, start, end, annotations)))
            row: dict[str, object] = {
                "id": f"{article.id}-{number}",
                "article_id": article.id,
                "start": start,
            }
            if is_chat:
                said = (("system", told), ("user", asked), ("assistant", answer))
                row["messages"] = [{"role": role, "content": words} for role, words in said]
            else:
                row |= {"instruction": told, "input": asked, "output": answer}
            out.write((dumps(row) + "\n").encode("utf-8"))
    return tally.report()


def _asked(
    article: Article, layer: Layer, annotations: list[Annotation], options: ExportOptions
) -> list[tuple[int, int]]:
    """Return the passages that are asked about, without those that are out of scope where that is asked for."""
    found = passages(
        article.text,
        [annotation.span for annotation in annotations],
        by_paragraph=options.own.text(PASSAGES.name) == PARAGRAPH,
        most=options.own.number(MOST.name),
    )
    zones = merged(layer.zones) if options.skip_zones else ()
    return [passage for passage in found if not is_covered(*passage, zones)]


def _answers(
    asked: str, start: int, end: int, annotations: list[Annotation]
) -> Iterator[dict[str, object]]:
    for annotation in annotations:
        if start <= annotation.start and annotation.end <= end:
            words = asked[annotation.start - start : annotation.end - start]
            value: dict[str, object] = {
                "label": annotation.label,
                "text": words,
                "occurrence": _occurrence(asked, words, annotation.start - start),
            }
            if annotation.attributes:
                value["attributes"] = dict(annotation.attributes)
            yield value


def _occurrence(text: str, words: str, start: int) -> int:
    """Return which of the places where ``words`` begin ``start`` is, from 1."""
    number, at = 0, -1
    while at < start:
        at = text.find(words, at + 1)
        number += 1
    return number


EXPORTER = Exporter(
    NAME,
    ".jsonl",
    Words("Conversations for language models", "محادثات للنماذج اللغوية"),
    Words(
        "A question and its answer in each line: the labels and what they mean, a text, and its annotations as JSON, by their words.",
        "سؤال وجوابه في كل سطر: التصنيفات ومعانيها، ثم نص، ثم وسومه بصيغة JSON بكلماتها.",
    ),
    write,
    HOLDS,
    (STYLE, PASSAGES, MOST, LANGUAGE, EXCERPT),
    purpose=Purpose.TUNE,
    tools=("TRL", "Axolotl", "LLaMA-Factory", "datasets"),
)
