"""CoNLL-2003 with IOB2 tags: what today's trainers of named entity recognisers read.

Source: Tjong Kim Sang & De Meulder, "Introduction to the CoNLL-2003 shared task", CoNLL 2003; with IOB2 instead of its IOB1,
as strict readers lose IOB1's entities. Labels are upper-case as spaCy passes over others, and no word holds white space, NBSP
included, as many readers split lines at any. An article begins with ``-DOCSTART- -X- O O`` in a file of two columns too: spaCy's
converter looks for just these characters and takes any other spelling for a word, and others skip by ``-DOCSTART-`` alone.
"""

from collections.abc import Iterable

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.columns.conll_options import COLUMNS, MISALIGNED, NESTED
from annotator.exporters.columns.flat_files import Layout, file_names, write_flat
from annotator.exporters.loss import LossReport
from annotator.format_facts import Holds, Purpose
from annotator.options import Words

NAME = "conll2003"

_MIDDLE = {4: " -X- -X- ", 2: " "}


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write each article as sentences of rows; see `exporters.base.Exporter`."""
    layout = Layout(_MIDDLE[options.own.number(COLUMNS.name)])
    return write_flat(items, sink, options, NAME, layout)


EXPORTER = Exporter(
    NAME,
    ".conll",
    Words("CoNLL-2003, one tag a word", "صيغة CoNLL-2003، وسم واحد لكل كلمة"),
    Words(
        "What most training programs read. One tag fits a word, so of annotations inside each other "
        "only one is kept; the report counts what is left out.",
        "ما تقرؤه معظم برامج التدريب. لا تتّسع الكلمة إلا لوسم واحد، فلا يبقى من الوسوم المتداخلة إلا واحد، "
        "والتقرير يُحصي ما تُرك.",
    ),
    write,
    Holds(),
    (NESTED, MISALIGNED, COLUMNS),
    file_names,
    purpose=Purpose.TRAIN,
    tools=("spaCy", "flair", "seqeval", "iobes"),
)
