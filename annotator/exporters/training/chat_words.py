"""What a language model is told to do, in English and Arabic, with the labels of a schema and what its guidelines say."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.model import Schema
from annotator.model.schema import Attribute, AttributeKind

AR, EN = "ar", "en"


@dataclass(frozen=True, slots=True)
class _Words:
    task: str
    values: str
    one_of: str
    comma: str
    answer: str
    guidelines: str


_WORDS = {
    EN: _Words(
        "Find in the text everything that one of these labels stands for:",
        "values",
        "one of",
        ", ",
        'Answer with a JSON list and nothing else, in the order of the text. Each item has "label", "text" (the words exactly as they '
        'stand), "occurrence" (which place it is at which these words begin in the text, from 1) and, where values are known, '
        '"attributes". Items may lie inside each other. Answer [] where there is none.',
        "From the guidelines:",
    ),
    AR: _Words(
        "استخرج من النص كل ما يقع تحت أحد هذه التصنيفات:",
        "القيم",
        "واحدة من",
        "، ",
        'أجب بقائمة JSON وحدها بترتيب النص. في كل عنصر: "label" و"text" (الكلمات كما هي تمامًا في النص) و"occurrence" (رقم موضع '
        'بدء هذه الكلمات في النص، ابتداءً من 1) و"attributes" إن عُرفت القيم. وقد تتداخل العناصر. وإن لم يوجد شيء فأجب بـ[].',
        "من الإرشادات:",
    ),
}


def instruction(
    schema: Schema, language: str, guidelines: Mapping[str, str], characters: int
) -> str:
    """Return the instruction; of the guidelines in that language, or the first there are, it takes ``characters`` at most."""
    words = _WORDS[language]
    lines = [words.task]
    for label in schema.labels:
        line = f"- {label.name}: {label.title(language)}"
        if label.attributes:
            values = words.comma.join(_attribute(one, language, words) for one in label.attributes)
            line += f" ({words.values}: {values})"
        lines.append(line)
    lines.append(words.answer)
    if excerpt := _excerpt(
        guidelines.get(language) or next(iter(guidelines.values()), ""), characters
    ):
        lines += ["", words.guidelines, excerpt]
    return "\n".join(lines)


def _attribute(attribute: Attribute, language: str, words: _Words) -> str:
    said = f"{attribute.name} = {attribute.title(language)}"
    if attribute.kind != AttributeKind.CHOICE:
        return said
    return f"{said}{words.comma}{words.one_of} {' | '.join(attribute.choices)}"


def _excerpt(text: str, characters: int) -> str:
    """Return the beginning of a text up to the last line end, or word, that fits."""
    text = text.strip()
    if len(text) <= characters:
        return text
    cut = text[:characters]
    for end in ("\n", " "):
        if end in cut:
            return cut[: cut.rindex(end)].rstrip()
    return cut
