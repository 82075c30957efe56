"""The words of the HTML report in its two languages."""

from dataclasses import dataclass

from annotator.agreement.kinds import Kind
from annotator.agreement.options import Edges
from annotator.agreement.reading import Reading
from annotator.agreement.results import Measure


@dataclass(frozen=True, slots=True)
class Words:
    """Names in braces are filled in."""

    language: str
    direction: str
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
    interval: str
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
    title="Inter-annotator agreement",
    articles="articles finished by two annotators or more",
    annotators="annotators",
    duplicates="repeated spans, each counted once",
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
        Reading.RELIABLE: "reliable: the interval lies above .800",
        Reading.TENTATIVE: "tentative conclusions only: the interval begins between .667 and .800",
        Reading.UNRELIABLE: "not to be relied on: the interval begins below .667",
        Reading.UNKNOWN: "not enough data to judge",
    },
    interval="95 % interval",
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
    method_text="Mean pairwise exact F1 over {articles} articles that at least two of {annotators} annotators finished. "
    "95 % intervals: percentile bootstrap over articles, {draws} draws, seed {seed}; none below 10 articles.",
    in_progress="Work in progress is compared, too.",
    finished_only="Only finished articles are compared; a finished article without annotations counts as nothing found.",
    zones_out="What any of the annotators marked as out of scope is left out.",
    zones_in="What lies in zones is compared, too.",
    sources="Sources",
)

ARABIC = Words(
    language="ar",
    direction="rtl",
    title="الاتفاق بين المعلّقين",
    articles="مقالات أنهاها معلّقان أو أكثر",
    annotators="المعلّقون",
    duplicates="مقاطع مكرّرة، حُسب كل منها مرة واحدة",
    all_labels="كل الوسوم",
    label="الوسم",
    no_partner="بلا نظير",
    measures={
        Measure.EXACT: "F1 التام",
        Measure.RELAXED: "F1 المتساهل",
        Measure.SOFT: "F1 المرن",
        Measure.BOUNDARY_ONLY: "F1 للحدود وحدها",
    },
    means={
        Measure.EXACT: "من كل المقاطع، نسبة ما حدّده المعلّقان بالحدود نفسها والوسم نفسه.",
        Measure.RELAXED: "الوسم نفسه مع تداخل. وما يزيد به على التام هو خلاف على الحدود.",
        Measure.SOFT: "كالمتساهل، ويُحسب كل زوج بقدر المشترك بين مقطعيه.",
        Measure.BOUNDARY_ONLY: "الحدود نفسها أياً كان الوسم.",
    },
    alpha="ألفا كريبندورف",
    readings={
        Reading.RELIABLE: "موثوق: المجال كله فوق ‎.800",
        Reading.TENTATIVE: "لاستنتاجات مبدئية فقط: يبدأ المجال بين ‎.667 و‎.800",
        Reading.UNRELIABLE: "لا يُعتمد عليه: يبدأ المجال تحت ‎.667",
        Reading.UNKNOWN: "البيانات لا تكفي للحكم",
    },
    interval="مجال 95 ٪",
    rough="تقريبي: أقل من 30 مقالاً",
    no_interval="أقل من 10 مقالات: بلا مجال",
    undefined="البيانات لا تكفي",
    pairs="الأزواج",
    pairs_note="F1 التام لكل معلّقَين وعدد المقالات. صف باهت واحد: شخص يحتاج إلى حديث. كلها باهتة: التعليمات.",
    row_mean="المتوسط",
    labels="الوسوم",
    labels_note="المتوسط على الأزواج، والخط هو مجال 95 ٪. تسأل ألفا عن كل حرف: هل يغطيه الوسم؟",
    kinds="أنواع الخلاف",
    kind_names={
        Kind.EXACT: "مطابق",
        Kind.LABEL: "وسم آخر",
        Kind.BOUNDARY: "حدود أخرى",
        Kind.LABEL_BOUNDARY: "وسم وحدود أخرى",
        Kind.SPLIT: "مجزّأ أو مدموج",
        Kind.ONLY_A: "عند الأول وحده",
        Kind.ONLY_B: "عند الثاني وحده",
    },
    confusion="الوسوم بعضها مقابل بعض",
    confusion_note="الصفوف: وسم المعلّق الأول. الأعمدة: وسم الثاني. الصف الأخير والعمود الأخير: بلا نظير.",
    votes="الأصوات",
    votes_note="كم مقطعاً حدّده معلّق واحد، وكم حدّده اثنان، وهكذا.",
    edges="ماذا يكسب سطر في التعليمات عن الحدود",
    edges_note="F1 التام بالحدود كما هي، ثم بلا علامات ترقيم ومسافات عندها، ثم بلا حروف متصلة قبل الكلمة الأولى أيضاً.",
    edge_names={Edges.AS_IS: "كما هي", Edges.TRIMMED: "مشذّبة", Edges.STRIPPED: "بلا حروف متصلة"},
    worst="المقالات، الأسوأ أولاً",
    worst_note="بالرمادي: مقاطع أقل من أن تدلّ عليها درجة مقال واحد.",
    article="المقال",
    spans="المقاطع",
    disagreements="الخلافات",
    method="الطريقة",
    method_text="متوسط F1 التام على أزواج المعلّقين في {articles} من المقالات التي أنهاها اثنان على الأقل من {annotators} معلّقين. "
    "مجالات 95 ٪: إعادة معاينة للمقالات (bootstrap بالمئينات)، {draws} سحبة، البذرة {seed}؛ ولا مجال دون 10 مقالات.",
    in_progress="يُقارن العمل الجاري أيضاً.",
    finished_only="لا يُقارن إلا ما أُنهي؛ والمقال المنتهي بلا تعليق يعني أنه لا شيء فيه.",
    zones_out="ما عدّه أي من المعلّقين خارج النطاق متروك.",
    zones_in="يُقارن ما في المناطق خارج النطاق أيضاً.",
    sources="المصادر",
)

LANGUAGES = {words.language: words for words in (ENGLISH, ARABIC)}
