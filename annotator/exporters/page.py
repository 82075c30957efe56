"""A page to read, search and print: what `annotator.pages` makes, as a format."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.scope import without_zones
from annotator.format_facts import Holds, Purpose
from annotator.model import Article
from annotator.options import Choice, Kind, Option, Words
from annotator.pages import Face, Look, article_part, page_end, page_start
from resources import ROOT

NAME = "html"

LANGUAGE = Option(
    "language",
    Words("Language of the page", "لغة الصفحة"),
    Words("The language of its headings and label names.", "لغة عناوينها وأسماء التصنيفات."),
    Kind.CHOICE,
    default="ar",
    choices=(
        Choice("ar", Words("Arabic", "العربية"), Words("Arabic names.", "أسماء عربية.")),
        Choice("en", Words("English", "الإنجليزية"), Words("English names.", "أسماء إنجليزية.")),
    ),
)

FACE = Option(
    "face",
    Words("Font of the text", "خط النص"),
    Words(
        "The font that goes into the page, so that it looks the same everywhere.",
        "الخط الذي يُضمَّن في الصفحة ليكون شكلها واحدًا في كل مكان.",
    ),
    Kind.CHOICE,
    default="naskh",
    choices=(
        Choice("naskh", Words("Naskh", "نسخ"), Words("Amiri, 270 kB.", "خط أميري، ٢٧٠ كيلوبايت.")),
        Choice(
            "sans",
            Words("Sans", "بلا زوائد"),
            Words("Noto Sans Arabic, 120 kB.", "خط نوتو سانس العربي، ١٢٠ كيلوبايت."),
        ),
        Choice(
            "none",
            Words("None", "بلا خط"),
            Words("What the reader's computer has.", "ما على حاسوب القارئ."),
        ),
    ),
)

TABLES = Option(
    "tables",
    Words("Tables of the annotations", "جداول الوسوم"),
    Words(
        "Lists the annotations under each article, with values, links and notes.",
        "تُدرج الوسوم تحت كل مقال مع القيم والروابط والملاحظات.",
    ),
    Kind.FLAG,
    default=True,
)

_FILES = {
    "naskh": ("Hashiya Naskh", "HashiyaNaskh"),
    "sans": ("Hashiya Sans Arabic", "HashiyaSansArabic"),
}


def face_named(name: str, fonts: Path = ROOT / "fonts") -> Face | None:
    """Return one of our fonts with its licence, None for a name that stands for no font."""
    if name not in _FILES:
        return None
    family, file = _FILES[name]
    licence = (fonts / f"{file}-OFL.txt").read_text(encoding="utf-8")
    return Face(family, (fonts / f"{file}-Regular.ttf").read_bytes(), licence)


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one page of all articles; see `exporters.base.Exporter`."""
    tally = Tally()
    own = options.own
    face = face_named(own.text(FACE.name))
    look = Look(options.schema, own.text(LANGUAGE.name), face, own.flag(TABLES.name))
    out, listed = sink.main, list[Article]()
    for item in items:
        layer = one_layer(item, NAME)
        tally.articles += 1
        tally.annotations += len(layer)
        kept = without_zones(layer, item.article, tally) if options.skip_zones else layer
        tally.written += len(kept)
        if not listed:
            out.write(page_start(look, item.article.title or item.article.id).encode("utf-8"))
        out.write(article_part(item.article, kept, look, item.replies).encode("utf-8"))
        listed.append(replace(item.article, text=""))  # the list at the end needs no texts
    if not listed:
        out.write(page_start(look, "").encode("utf-8"))
    out.write(page_end(look, listed).encode("utf-8"))
    return tally.report()


EXPORTER = Exporter(
    NAME,
    ".html",
    Words("Page to read and print", "صفحة للقراءة والطباعة"),
    Words(
        "One file for any browser, with font, label names, values and notes: to look at, search, print or send. "
        "It cannot be imported again.",
        "ملف واحد لأي متصفّح، فيه الخط وأسماء التصنيفات والقيم والملاحظات: للعرض والبحث والطباعة والإرسال. "
        "ولا يمكن استيراده من جديد.",
    ),
    write,
    Holds(
        attributes=True,
        relations=True,
        zones=True,
        notes=True,
        remarks=True,
        nested=True,
        crossing=True,
        sub_word=True,
    ),
    (LANGUAGE, FACE, TABLES),
    purpose=Purpose.READ,
    tools=("browsers",),
)
