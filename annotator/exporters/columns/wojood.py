"""Nested tags as in Wojood: a word and the tags of all annotations over it, the outermost first, or O.

Source: Jarrar, Khalilia & Ghanem, "Wojood: nested Arabic named entity corpus and recognition using BERT", LREC 2022. Its reader
trains a tagger for each label, so that two annotations of one label on one word cannot be told apart: the outer one is kept. It
knows no line between articles.
"""

from collections.abc import Iterable, Iterator

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.columns import flat_files
from annotator.exporters.columns.conll_options import MISALIGNED
from annotator.exporters.columns.label_tags import Tagged, write_tagged
from annotator.exporters.columns.row_options import LOWER, NO_DOCSTART, PLAIN
from annotator.exporters.columns.schemes import OUTSIDE
from annotator.exporters.loss import LossReport
from annotator.format_facts import Holds, Purpose
from annotator.options import Words

NAME = "wojood"


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write each article as sentences of a word and its tags; see `exporters.base.Exporter`."""
    start = flat_files.DOCSTART if options.own.flag(NO_DOCSTART.name) else ""
    return write_tagged(items, sink, options, NAME, start, _tails)


def _tails(tagged: Tagged) -> Iterator[str]:
    found: list[list[str]] = [[] for _ in tagged.forms]
    for annotation, first, last, _, _ in sorted(
        tagged.placed, key=lambda placed: (placed.first - placed.last, placed.first)
    ):
        tags = tagged.tags[annotation.label]
        for row in range(first, last):
            found[row].append(tags[row])
    for tags in found:
        yield f" {' '.join(tags) or OUTSIDE}\n"


EXPORTER = Exporter(
    NAME,
    ".txt",
    Words("Nested tags, as in Wojood", "وسوم متداخلة كما في «وجود»"),
    Words(
        "A word and a tag for each annotation over it, the outermost first, for taggers of nested names. Of two annotations of one "
        "label on one word only the outer one is kept.",
        "كلمة ووسم لكل ما فوقها، الأبعد أولًا، لتدريب نماذج الأعلام المتداخلة. ولا يبقى من وسمين من تصنيف واحد على كلمة واحدة إلا "
        "الخارجي.",
    ),
    write,
    Holds(nested=True, crossing=True),
    (MISALIGNED, NO_DOCSTART, LOWER, PLAIN),
    purpose=Purpose.TRAIN,
    tools=("Wojood", "SinaTools"),
)
