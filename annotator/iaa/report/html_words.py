"""The words of the HTML report in its two languages."""

from dataclasses import dataclass

from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.options import Edges
from annotator.iaa.scores.reading import Reading
from annotator.iaa.scores.results import Measure


@dataclass(frozen=True, slots=True)
class Words:
    """Names in braces are filled in. The Arabic words are those of the window: resources/i18n/GLOSSARY.md."""

    language: str
    direction: str
    comma: str
    title: str
    articles: str
    annotators: str
    duplicates: str
    all_labels: str
    label: str
    no_partner: str
    measures: dict[Measure, str]
    means: dict[Measure, str]
    alpha: str
    readings: dict[Reading, str]
    rough: str
    no_interval: str
    undefined: str
    pairs: str
    pairs_note: str
    row_mean: str
    labels: str
    labels_note: str
    kinds: str
    kind_names: dict[Kind, str]
    confusion: str
    confusion_note: str
    votes: str
    votes_note: str
    edges: str
    edges_note: str
    edge_names: dict[Edges, str]
    worst: str
    worst_note: str
    article: str
    spans: str
    disagreements: str
    method: str
    method_text: str
    in_progress: str
    finished_only: str
    zones_out: str
    zones_in: str
    sources: str


ENGLISH = Words(
    language="en",
    direction="ltr",
    comma=", ",
    title="Inter-annotator agreement",
    articles="articles finished by two annotators or more: {count}",
    annotators="annotators",
    duplicates="repeated spans, each counted once: {count}",
    all_labels="all labels",
    label="label",
    no_partner="none",
    measures={
        Measure.EXACT: "exact F1",
        Measure.RELAXED: "relaxed F1",
        Measure.SOFT: "soft F1",
        Measure.BOUNDARY_ONLY: "boundary-only F1",
    },
    means={
        Measure.EXACT: "Of all spans, the share that both of a pair made with the same edges and label.",
        Measure.RELAXED: "Same label and an overlap. What it has more than exact F1 is disagreement about edges.",
        Measure.SOFT: "As relaxed, each pair counting by how much of it is shared.",
        Measure.BOUNDARY_ONLY: "Same edges, whatever the label.",
    },
    alpha="Krippendorff's α",
    readings={
        Reading.RELIABLE: "reliable: the interval lies above 0.800",
        Reading.TENTATIVE: "tentative conclusions only: the interval begins between 0.667 and 0.800",
        Reading.UNRELIABLE: "not to be relied on: the interval begins below 0.667",
        Reading.UNKNOWN: "not enough data to judge",
    },
    rough="rough: fewer than 30 articles",
    no_interval="fewer than 10 articles: no interval",
    undefined="not enough data",
    pairs="Pairs",
    pairs_note="Exact F1 of every two annotators, and in how many articles. One pale row: a person to talk to. All pale: the guidelines.",
    row_mean="mean",
    labels="Labels",
    labels_note="Mean over pairs; the line is the 95 % interval. α asks of every character whether the label covers it.",
    kinds="Kinds of disagreement",
    kind_names={
        Kind.EXACT: "exact",
        Kind.LABEL: "other label",
        Kind.BOUNDARY: "other edges",
        Kind.LABEL_BOUNDARY: "other label and edges",
        Kind.SPLIT: "split or merged",
        Kind.ONLY_A: "only the first",
        Kind.ONLY_B: "only the second",
    },
    confusion="Labels against each other",
    confusion_note="Rows: the first annotator's label. Columns: the second's. Last row and column: without a partner.",
    votes="Votes",
    votes_note="How many spans were made by one annotator, by two, and so on.",
    edges="What a guideline line about edges would buy",
    edges_note="Exact F1 with edges as they are, without punctuation and spaces at them, and also without clitics before the first word.",
    edge_names={Edges.AS_IS: "as is", Edges.TRIMMED: "trimmed", Edges.STRIPPED: "clitic-stripped"},
    worst="Articles, worst first",
    worst_note="Grey: too few spans for the score of a single article to say much.",
    article="article",
    spans="spans",
    disagreements="disagreements",
    method="Method",
    method_text="The first number is the mean over pairs of annotators of exact F1. Articles that at least two annotators finished: "
    "{articles}; annotators: {annotators}. 95 % intervals: percentile bootstrap over articles, draws: {draws}, seed: {seed}; "
    "none below 10 articles.",
    in_progress="Work in progress is compared, too.",
    finished_only="Only finished articles are compared; a finished article without annotations counts as nothing found.",
    zones_out="What any of the annotators marked as out of scope is left out.",
    zones_in="What lies in zones is compared, too.",
    sources="Sources",
)

ARABIC = Words(
    language="ar",
    direction="rtl",
    comma="، ",
    title="التوافق بين الواسمين",
    articles="المقالات التي أنجزها واسمان فأكثر: {count}",
    annotators="الواسمون",
    duplicates="المقاطع المكررة، وكل منها محسوب مرة واحدة: {count}",
    all_labels="كل التصنيفات",
    label="التصنيف",
    no_partner="بلا نظير",
    measures={
        Measure.EXACT: "التوافق التام (F1)",
        Measure.RELAXED: "التوافق المتساهل (F1)",
        Measure.SOFT: "التوافق الجزئي (F1)",
        Measure.BOUNDARY_ONLY: "توافق الحدود وحدها (F1)",
    },
    means={
        Measure.EXACT: "من كل المقاطع، نسبة ما وسمه الواسمان بالحدود نفسها والتصنيف نفسه.",
        Measure.RELAXED: "التصنيف نفسه مع تداخل المقطعين. وما يزيد به على التام هو اختلاف في الحدود.",
        Measure.SOFT: "كالمتساهل، ويُحسب كل زوج بقدر المشترك بين مقطعيه.",
        Measure.BOUNDARY_ONLY: "الحدود نفسها أيًّا كان التصنيف.",
    },
    alpha="ألفا كريبندورف",
    readings={
        Reading.RELIABLE: "يُعتمد عليه: المجال كله فوق 0.800",
        Reading.TENTATIVE: "لاستنتاجات أولية فقط: يبدأ المجال بين 0.667 و0.800",
        Reading.UNRELIABLE: "لا يُعتمد عليه: يبدأ المجال دون 0.667",
        Reading.UNKNOWN: "البيانات لا تكفي للحكم",
    },
    rough="تقريبي: المقالات أقل من 30",
    no_interval="بلا مجال: المقالات أقل من 10",
    undefined="البيانات لا تكفي",
    pairs="الأزواج",
    pairs_note="التوافق التام بين كل واسمين، وتحته عدد المقالات. صف باهت واحد: واسم يحتاج إلى توضيح. كلها باهتة: دليل الوسم يحتاج إليه.",
    row_mean="المتوسط",
    labels="التصنيفات",
    labels_note="المتوسط على الأزواج، والخط هو مجال 95 ٪. تسأل ألفا عن كل حرف: هل يغطيه التصنيف؟",
    kinds="أنواع الاختلاف",
    kind_names={
        Kind.EXACT: "متطابق",
        Kind.LABEL: "تصنيف آخر",
        Kind.BOUNDARY: "حدود أخرى",
        Kind.LABEL_BOUNDARY: "تصنيف وحدود أخرى",
        Kind.SPLIT: "مجزّأ أو مدموج",
        Kind.ONLY_A: "عند الأول وحده",
        Kind.ONLY_B: "عند الثاني وحده",
    },
    confusion="تصنيف مقابل تصنيف",
    confusion_note="الصفوف: تصنيف الواسم الأول. الأعمدة: تصنيف الثاني. الصف الأخير والعمود الأخير: بلا نظير.",
    votes="الأصوات",
    votes_note="كم مقطعًا وسمه واسم واحد، وكم مقطعًا وسمه اثنان، وهكذا.",
    edges="ما يكسبه سطر في دليل الوسم عن الحدود",
    edges_note="التوافق التام بالحدود كما هي، ثم بلا علامات ترقيم ولا مسافات عندها، ثم بلا حروف متصلة قبل الكلمة الأولى أيضًا.",
    edge_names={
        Edges.AS_IS: "كما هي",
        Edges.TRIMMED: "بلا علامات ترقيم",
        Edges.STRIPPED: "وبلا حروف متصلة",
    },
    worst="المقالات، الأسوأ أولًا",
    worst_note="بالرمادي: مقاطع أقل من أن تدل عليها درجة مقال واحد.",
    article="المقال",
    spans="المقاطع",
    disagreements="الاختلافات",
    method="الطريقة",
    method_text="الرقم الأول متوسط التوافق التام على أزواج الواسمين. المقالات التي أنجزها واسمان فأكثر: {articles}؛ الواسمون: {annotators}. "
    "مجالات 95 ٪ بإعادة معاينة المقالات؛ السحبات: {draws}؛ البذرة: {seed}؛ ولا مجال إن كانت المقالات أقل من 10.",
    in_progress="يُقارن العمل غير المنجز أيضًا.",
    finished_only="لا يُقارن إلا المنجز؛ والمقال المنجز بلا وسوم يعني أنه لا شيء فيه.",
    zones_out="ما عدّه أي من الواسمين خارج النطاق متروك.",
    zones_in="يُقارن ما هو خارج النطاق أيضًا.",
    sources="المصادر",
)

LANGUAGES = {words.language: words for words in (ENGLISH, ARABIC)}
