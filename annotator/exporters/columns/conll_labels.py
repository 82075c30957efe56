"""One column a label, in the order of the schema: the same columns in every row of a file, named in its first line.

A table of tags as spreadsheets and pandas read it (``sep=" "``, ``quoting=3``), and a task for each label as multi-task trainers
take it. Labels do not compete; of two annotations of one label on one word the outer one is kept.
"""

from collections.abc import Iterable

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.columns.conll_options import MISALIGNED
from annotator.exporters.columns.label_tags import Tagged, write_tagged
from annotator.exporters.columns.row_options import DELIMITER, DOCSTART, LOWER, MIDDLES, PLAIN
from annotator.exporters.columns.schemes import OUTSIDE
from annotator.exporters.loss import LossReport
from annotator.format_facts import Holds, Purpose
from annotator.options import Words

NAME = "conll-labels"
FORM = "FORM"


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write the line of names and each article as sentences of rows; see `exporters.base.Exporter`."""
    own, labels = options.own, options.schema.label_names
    middle = MIDDLES[own.text(DELIMITER.name)]
    names = labels if own.flag(LOWER.name) else tuple(map(str.upper, labels))
    sink.main.write((middle.join((FORM, *names)) + "\n\n").encode("utf-8"))
    outside = middle + OUTSIDE
    start = f"-DOCSTART-{outside * len(labels)}\n\n" if own.flag(DOCSTART.name) else ""

    def tails(tagged: Tagged) -> Iterable[str]:
        nothing = [OUTSIDE] * len(tagged.forms)
        columns = [tagged.tags.get(label, nothing) for label in labels]
        return [f"{middle}{middle.join(tags)}\n" for tags in zip(*columns, strict=True)]

    return write_tagged(items, sink, options, NAME, start, tails, labels)


EXPORTER = Exporter(
    NAME,
    ".conll",
    Words("CoNLL, a column for each label", "صيغة CoNLL، عمود لكل تصنيف"),
    Words(
        "A word and a tag for each label of the project, with a line of names, for tables and for taggers of several tasks. "
        "Annotations of different labels do not compete.",
        "كلمة ووسم لكل تصنيف في المشروع، مع سطر بأسماء الأعمدة، للجداول وللنماذج متعددة المهام. لا تتزاحم الوسوم من تصنيفات مختلفة.",
    ),
    write,
    Holds(nested=True, crossing=True),
    (MISALIGNED, DELIMITER, DOCSTART, LOWER, PLAIN),
    purpose=Purpose.TRAIN,
    tools=("pandas", "R"),
)
