"""The words of a page in its two languages; the Arabic ones are those of resources/i18n/GLOSSARY.md."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.model import Status


@dataclass(frozen=True, slots=True)
class Words:
    """Names in braces are filled in."""

    language: str
    direction: str
    articles: str
    published: str
    source: str
    address: str
    annotator: str
    gold: str
    status: str
    statuses: Mapping[Status, str]
    legend: str
    unknown: str
    out_of_scope: str
    zones: Mapping[str, str]
    """What the kinds of zone that have a name of their own are called."""
    listed: str
    number: str
    label: str
    text: str
    values: str
    links: str
    note: str
    remarks: str
    kinds: Mapping[str, str]
    """What flags and questions are called."""
    signs: Mapping[str, str]
    """What stands for them in the margin."""
    whole: str
    answer: str
    lead: str
    settled: str
    place: str
    place_note: str
    nothing: str
    made: str


ENGLISH = Words(
    language="en",
    direction="ltr",
    articles="Articles",
    published="Published",
    source="Source",
    address="Address",
    annotator="Annotator",
    gold="gold",
    status="Status",
    statuses={Status.NEW: "new", Status.IN_PROGRESS: "in progress", Status.DONE: "done"},
    legend="Labels",
    unknown="not among the project's labels",
    out_of_scope="out of scope",
    zones={
        "boilerplate": "boilerplate",
        "credits": "credits",
        "stray": "another article",
        "nav": "navigation",
    },
    listed="Annotations",
    number="No.",
    label="Label",
    text="Text",
    values="Values",
    links="Links",
    note="Note",
    remarks="Flags and questions",
    kinds={"flag": "Flag", "question": "Question"},
    signs={"flag": "!", "question": "?"},
    whole="the whole article",
    answer="Answer",
    lead="The lead",
    settled="settled",
    place="Place",
    place_note="characters (code points) from the start of the text, the end not included",
    nothing="No annotations.",
    made="Made with Hashiya.",
)

ARABIC = Words(
    language="ar",
    direction="rtl",
    articles="المقالات",
    published="تاريخ النشر",
    source="المصدر",
    address="الرابط",
    annotator="الواسم",
    gold="المرجع",
    status="الحالة",
    statuses={Status.NEW: "جديد", Status.IN_PROGRESS: "قيد العمل", Status.DONE: "منجز"},
    legend="التصنيفات",
    unknown="ليس من تصنيفات المشروع",
    out_of_scope="خارج النطاق",
    zones={
        "boilerplate": "نص متكرر",
        "credits": "مصادر وحقوق",
        "stray": "مقال آخر",
        "nav": "تنقّل في الموقع",
    },
    listed="الوسوم",
    number="الرقم",
    label="التصنيف",
    text="النص",
    values="القيم",
    links="الروابط",
    note="الملاحظة",
    remarks="الأسئلة وعلامات المتابعة",
    kinds={"flag": "علامة متابعة", "question": "سؤال"},
    signs={"flag": "!", "question": "؟"},
    whole="المقال كله",
    answer="الجواب",
    lead="المشرف",
    settled="محسوم",
    place="الموضع",
    place_note="محارف (نقاط ترميز) من بداية النص، والنهاية غير محسوبة",
    nothing="لا وسوم.",
    made="أُنشئت ببرنامج حاشية.",
)


def words_in(language: str) -> Words:
    return ARABIC if language.startswith("ar") else ENGLISH
