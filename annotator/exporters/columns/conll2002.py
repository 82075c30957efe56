"""CoNLL-2002: a word and its tag, the layout of most Arabic corpora of names.

Source: Tjong Kim Sang, "Introduction to the CoNLL-2002 shared task", CoNLL 2002, with IOB2 unless another scheme is asked for.
Articles begin with spaCy's line as in `conll2003`; doccano takes exactly two columns parted by a tab, and no such line.
"""

from collections.abc import Iterable

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.columns import flat_files, row_options
from annotator.exporters.columns.conll_options import MISALIGNED, NESTED
from annotator.exporters.columns.flat_files import Layout, as_it_stands, file_names, write_flat
from annotator.exporters.columns.row_options import (
    DELIMITER,
    DOCSTART,
    IDS,
    LOWER,
    NO_IDS,
    OF_SENTENCES,
    PLAIN,
    SCHEME,
)
from annotator.exporters.loss import LossReport
from annotator.format_facts import Holds, Purpose
from annotator.model import Article
from annotator.options import Words
from annotator.text.undressing import without_marks

NAME = "conll2002"


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write each article as sentences of two columns; see `exporters.base.Exporter`."""
    own = options.own
    ids = own.text(IDS.name)
    start = flat_files.DOCSTART if own.flag(DOCSTART.name) else ""
    layout = Layout(
        row_options.MIDDLES[own.text(DELIMITER.name)],
        own.text(SCHEME.name),
        (lambda article: start + _comment(article)) if ids != NO_IDS else (lambda _: start),
        _sentence_comment if ids == OF_SENTENCES else None,
        without_marks if own.flag(PLAIN.name) else as_it_stands,
        own.flag(LOWER.name),
    )
    return write_flat(items, sink, options, NAME, layout)


def _comment(article: Article) -> str:
    return f"# newdoc id = {article.id}\n"


def _sentence_comment(article: Article, number: int) -> str:
    return f"# sent_id = {article.id}-{number}\n"


EXPORTER = Exporter(
    NAME,
    ".conll",
    Words("CoNLL-2002, a word and its tag", "صيغة CoNLL-2002، كلمة ووسمها"),
    Words(
        "Two columns, as most Arabic corpora of names have them, in IOB2, IOB1 or BIOES. One tag fits a word, so of annotations "
        "inside each other only one is kept; the report counts what is left out.",
        "عمودان كما في معظم مدوّنات الأعلام العربية، بنظام IOB2 أو IOB1 أو BIOES. لا تتّسع الكلمة إلا لوسم واحد، فلا يبقى من الوسوم "
        "المتداخلة إلا واحد، والتقرير يُحصي ما تُرك.",
    ),
    write,
    Holds(),
    (NESTED, MISALIGNED, SCHEME, DELIMITER, DOCSTART, IDS, LOWER, PLAIN),
    file_names,
    purpose=Purpose.TRAIN,
    tools=("seqeval", "iobes", "doccano", "spaCy", "flair"),
)
