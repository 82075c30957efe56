"""The words of reports for values, links and notices, in two languages."""

from dataclasses import dataclass

from annotator.iaa.scores.notices import Hidden
from annotator.iaa.scores.results import LinkMeasure, Same


@dataclass(frozen=True, slots=True)
class DetailWords:
    """Names in braces are filled in. The Arabic words are those of the window: resources/i18n/GLOSSARY.md."""

    attributes: str
    attributes_note: str
    attribute: str
    counted: str
    values: str
    shares: dict[Same, str]
    links: str
    links_note: str
    relation: str
    all_types: str
    link_measures: dict[LinkMeasure, str]
    a: str
    b: str
    joint: str
    nothing_given: str
    nothing_linked: str
    notices: str
    notice: dict[Hidden, str]
    made: str
    zones_took: str
    definitions: str
    examples: tuple[tuple[str, str], ...]
    """A term, and what it means with a worked example."""


ENGLISH = DetailWords(
    attributes="Values of attributes",
    attributes_note="Over aligned annotations of equal label, on equal or overlapping spans. Equal: of the pairs in which at least "
    "one has a value, the share in which both have the same; a value that only one gave counts as different, and a pair "
    "without any is not counted.",
    attribute="attribute",
    counted="aligned pairs",
    values="values",
    shares={
        Same.EQUAL: "equal",
        Same.SAME_DAYS: "same days",
        Same.OVERLAPPING: "overlapping days",
    },
    links="Links",
    links_note="F1 of links of the same type. Strict: both ends have equal spans and labels. Overlapping: both ends have equal labels "
    "and overlap, aligned one to one.",
    relation="relation",
    all_types="all types",
    link_measures={LinkMeasure.STRICT: "strict F1", LinkMeasure.OVERLAPPING: "overlapping F1"},
    a="first",
    b="second",
    joint="articles",
    nothing_given="No aligned annotation has a value.",
    nothing_linked="Nobody has linked annotations.",
    notices="What the number for all labels hides",
    notice={
        Hidden.ALPHA: "α of all labels together is {pooled}, but {label} has {value}: judge that label by its own number.",
        Hidden.EXACT: "exact F1 of all labels together is {pooled}, but {label} has {value}: judge that label by its own number.",
    },
    made="made on {date} with Hashiya {version}",
    zones_took="Zones took out: {characters} characters, {annotations} annotations.",
    definitions="Definitions, each with an example",
    examples=(
        (
            "Exact F1",
            (
                "Twice the annotations that both made alike, divided by all that either made. Two of three and two of four are alike: "
                "2 × 2 / (3 + 4) = 0.571. (Hripcsak & Rothschild 2005)"
            ),
        ),
        (
            "Values: share equal",
            (
                "Of five aligned actors, three have the same role with both, one has two roles, and to one only the first gave a role: "
                "3 / 5 = 0.600. A sixth, to which nobody gave a role, is not counted."
            ),
        ),
        (
            "Values: same days, overlapping days",
            (
                "2020 and 2020-01-01/2020-12-31 are two texts with the same first and last day; 2020 and 2020-11 share some days. "
                "Equal texts count in both; bounds are those of EDTF (ISO 8601-2:2019)."
            ),
        ),
        (
            "Values: α, nominal",
            (
                "Each value is compared with those of the annotations aligned with its own; one not given is missing data. Two annotators "
                "give ten values: four pairs are equal, one is president against minister; among the ten are seven times president and "
                "three times minister. α = 1 − (10 − 1) × 2 / (10 × 10 − 7 × 7 − 3 × 3) = 0.571. (Krippendorff 2011, section C)"
            ),
        ),
        (
            "Links: F1",
            (
                "The first made three links, the second two; one is the same with both ends exact, another with ends that overlap. "
                "Strict: 2 × 1 / (3 + 2) = 0.400. Overlapping: 2 × 2 / (3 + 2) = 0.800."
            ),
        ),
    ),
)

ARABIC = DetailWords(
    attributes="قيم الخصائص",
    attributes_note="في الوسوم المتناظرة ذات التصنيف نفسه، على مقطعين متطابقين أو متداخلين. المتساوية: من الأزواج التي أعطى فيها أحدهما "
    "قيمة على الأقل، نسبة ما أعطيا فيه القيمة نفسها؛ وما أعطاه واحد وحده يُحسب مختلفًا، والزوج الذي بلا قيمة لا يُحسب.",
    attribute="الخاصية",
    counted="الأزواج المتناظرة",
    values="القيم",
    shares={
        Same.EQUAL: "متساوية",
        Same.SAME_DAYS: "الأيام نفسها",
        Same.OVERLAPPING: "أيام مشتركة",
    },
    links="الروابط",
    links_note="التوافق (F1) في روابط النوع نفسه. الصارم: لطرفي الرابط المقطعان نفساهما والتصنيفان نفساهما. المتداخل: لطرفيه التصنيفان "
    "نفساهما مع تداخل المقطعين، كل واحد بنظير واحد.",
    relation="نوع الرابط",
    all_types="كل الأنواع",
    link_measures={
        LinkMeasure.STRICT: "الصارم (F1)",
        LinkMeasure.OVERLAPPING: "المتداخل (F1)",
    },
    a="الأول",
    b="الثاني",
    joint="المقالات",
    nothing_given="لا قيمة لأي وسم متناظر.",
    nothing_linked="لم يربط أحد بين الوسوم.",
    notices="ما يخفيه رقم كل التصنيفات معًا",
    notice={
        Hidden.ALPHA: "ألفا كل التصنيفات معًا {pooled}، لكنها في «{label}» {value}: احكم على هذا التصنيف برقمه.",
        Hidden.EXACT: "التوافق التام في كل التصنيفات معًا {pooled}، لكنه في «{label}» {value}: احكم على هذا التصنيف برقمه.",
    },
    made="أُعد في {date} بحاشية {version}",
    zones_took="المتروك خارج النطاق: عدد الحروف {characters}، وعدد الوسوم {annotations}.",
    definitions="التعريفات، ولكل منها مثال",
    examples=(
        (
            "التوافق التام (F1)",
            (
                "ضعف ما وسمه الاثنان على السواء مقسومًا على كل ما وسماه. إن تطابق اثنان من ثلاثة ومن أربعة: "
                "2 × 2 / (3 + 4) = 0.571. (Hripcsak & Rothschild 2005)"
            ),
        ),
        (
            "القيم: نسبة المتساوية",
            (
                "من خمسة فاعلين متناظرين لثلاثة الدور نفسه عند الاثنين، ولواحد دوران، وواحد أعطاه الأول وحده دورًا: "
                "3 / 5 = 0.600. والسادس الذي لم يعطه أحد دورًا لا يُحسب."
            ),
        ),
        (
            "القيم: الأيام نفسها، أيام مشتركة",
            (
                "السنة 2020 والفترة من أول يوم فيها إلى آخر يوم نصان مختلفان لهما اليوم الأول نفسه واليوم الأخير نفسه؛ "
                "وسنة 2020 وشهر منها بينهما أيام مشتركة. والنصان المتساويان يُحسبان في الاثنين؛ والحدود حدود EDTF (ISO 8601-2:2019)."
            ),
        ),
        (
            "القيم: ألفا الاسمية",
            (
                "تُقارن كل قيمة بقيم الوسوم المناظرة لوسمها؛ وما لم يُعطَ بيان ناقص. أعطى واسمان عشر قيم: تساوى أربعة أزواج، وفي الخامس رئيس "
                "مقابل وزير؛ وفي العشر سبع مرات رئيس وثلاث مرات وزير. ألفا: 1 − (10 − 1) × 2 / (10 × 10 − 7 × 7 − 3 × 3) = 0.571. "
                "(Krippendorff 2011, section C)"
            ),
        ),
        (
            "الروابط: F1",
            (
                "للأول ثلاثة روابط وللثاني رابطان؛ أحدها عند الاثنين بطرفين متطابقين، وآخر بطرفين متداخلين. "
                "الصارم: 2 × 1 / (3 + 2) = 0.400. المتداخل: 2 × 2 / (3 + 2) = 0.800."
            ),
        ),
    ),
)

LANGUAGES = {"en": ENGLISH, "ar": ARABIC}
