"""The words of feedback in its two languages."""

from dataclasses import dataclass

from annotator.adjudication.ruling_edits import Standing
from annotator.feedback.values import Detail
from annotator.iaa.scores.accuracy import Deviation


@dataclass(frozen=True, slots=True)
class Words:
    """Names in braces are filled in. The Arabic words are those of the window: resources/i18n/GLOSSARY.md."""

    language: str
    direction: str
    comma: str
    title: str
    project: str
    annotator: str
    made_on: str
    finished: str
    judged: str
    no_gold: str
    exact: str
    exact_note: str
    precision: str
    precision_note: str
    recall: str
    recall_note: str
    relaxed: str
    relaxed_note: str
    rough: str
    no_interval: str
    undefined: str
    by_label: str
    by_label_note: str
    all_labels: str
    label: str
    correct: str
    made: str
    gold: str
    by_cause: str
    by_cause_note: str
    cause: str
    count: str
    where: str
    without: str
    causes: dict[Deviation | Detail, str]
    over_time: str
    over_time_note: str
    week: str
    articles: str
    active: str
    hours: str
    annotations: str
    per_hour: str
    pace: str
    pace_note: str
    rulings: str
    rulings_note: str
    ruling: str
    buys: str
    edits: str
    standings: dict[Standing, str]
    by: str
    on: str
    corrections: str
    corrections_note: str
    no_corrections: str
    you: str
    decided: str
    nothing: str
    empty: str
    by_rule: str
    follows: str
    method: str
    method_text: str
    in_progress: str
    finished_only: str


ENGLISH = Words(
    language="en",
    direction="ltr",
    comma=", ",
    title="What was decided: {annotator}",
    project="project",
    annotator="annotator",
    made_on="made on",
    finished="articles finished: {count}",
    judged="of them compared with gold: {count}",
    no_gold="None of these articles has finished gold yet, so there is nothing to compare with. Pace and what was decided "
    "already follow.",
    exact="exact F1",
    exact_note="Same edges and same label as gold.",
    precision="precision",
    precision_note="Of what you made, the share that gold has so.",
    recall="recall",
    recall_note="Of gold, the share that you made so.",
    relaxed="relaxed F1",
    relaxed_note="Same label and an overlap. What it has more than exact F1 is edges.",
    rough="rough: fewer than 30 articles",
    no_interval="fewer than 10 articles: no interval",
    undefined="not enough data",
    by_label="By label",
    by_label_note="Exact and relaxed F1, each with its precision and recall, and how many annotations are behind them.",
    all_labels="all labels",
    label="label",
    correct="right",
    made="made",
    gold="in gold",
    by_cause="By cause",
    by_cause_note="In what your annotations differ from gold, the dearest first: the last columns say what F1 would be without it.",
    cause="cause",
    count="count",
    where="labels",
    without="{measure} without it",
    causes={
        Deviation.CLITIC: "only a clitic (و ف ب ل ك س)",
        Deviation.ARTICLE: "only ال",
        Deviation.PUNCTUATION: "only punctuation, spaces or marks",
        Deviation.TITLE: "only a title before the name",
        Deviation.OUTER_WORD: "one outer word",
        Deviation.EDGES: "other edges",
        Deviation.LABEL: "another label",
        Deviation.LABEL_EDGES: "other label and edges",
        Deviation.PIECES: "one piece or several",
        Deviation.MISSED: "missed",
        Deviation.EXTRA: "not in gold",
        Detail.VALUE: "another value",
        Detail.LINK: "another link",
    },
    over_time="Over time",
    over_time_note="Exact F1 by the week in which you finished the articles. A dashed line with a number is a guideline decision.",
    week="week of",
    articles="articles",
    active="active hours",
    hours="{hours} h",
    annotations="annotations",
    per_hour="an hour",
    pace="pace",
    pace_note="Annotations an hour of active time, from the times of your own edits; pauses over five minutes count nothing.",
    rulings="Guideline decisions",
    rulings_note="Rulings on a kind of case. What each proposes to your annotations waits in the window under Review, Guideline "
    "decisions, and nothing is changed without you.",
    ruling="guideline decision",
    buys="exact F1 of all pairs {before} → {after}",
    edits="proposed to you",
    standings={
        Standing.OPEN: "waiting",
        Standing.TAKEN: "followed",
        Standing.REFUSED: "refused",
        Standing.PASSED: "changed since",
    },
    by="by",
    on="on",
    corrections="What was decided, and why",
    corrections_note="Everything that gold has otherwise than you made it, article by article.",
    no_corrections="Nothing was decided otherwise so far.",
    you="You",
    decided="Decided",
    nothing="nothing here",
    empty="no value",
    by_rule="merged by rule",
    follows="follows from",
    method="Method",
    method_text="Gold is compared with your annotations as two annotators are compared with each other. Exact F1 is "
    "2 × right / (made + in gold). 95 % intervals: percentile bootstrap over articles, draws: {draws}, seed: {seed}; none below 10 "
    "articles. What anybody marked as out of scope is left out.",
    in_progress="Work in progress is compared, too.",
    finished_only="Only articles are compared that are finished by you and in gold.",
)

ARABIC = Words(
    language="ar",
    direction="rtl",
    comma="، ",
    title="ما تقرر: {annotator}",
    project="المشروع",
    annotator="الواسم",
    made_on="تاريخ الإعداد",
    finished="المقالات المنجزة: {count}",
    judged="منها ما قورن بالمرجع: {count}",
    no_gold="لم يُنجز المرجع في أي من هذه المقالات بعد، فلا شيء يُقارن به. وفيما يلي الوتيرة وما تقرر حتى الآن.",
    exact="مقياس F1 الدقيق",
    exact_note="الحدود نفسها والتصنيف نفسه كما في المرجع.",
    precision="الضبط",
    precision_note="من كل ما وسمته، نسبة ما هو كذلك في المرجع.",
    recall="الاستدعاء",
    recall_note="من كل ما في المرجع، نسبة ما وسمته كذلك.",
    relaxed="مقياس F1 المتساهل",
    relaxed_note="التصنيف نفسه مع تداخل المقطعين. وما يزيد به على الدقيق هو اختلاف في الحدود.",
    rough="تقريبي: المقالات أقل من 30",
    no_interval="بلا مجال: المقالات أقل من 10",
    undefined="البيانات لا تكفي",
    by_label="بحسب التصنيف",
    by_label_note="مقياسا F1 الدقيق والمتساهل مع الضبط والاستدعاء، وعدد الوسوم التي حُسبت منها.",
    all_labels="كل التصنيفات",
    label="التصنيف",
    correct="مطابق",
    made="ما وسمته",
    gold="في المرجع",
    by_cause="بحسب السبب",
    by_cause_note="في ماذا تختلف وسومك عن المرجع، والأعلى كلفة أولًا. الأعمدة الأخيرة: كم يصير المقياس لو زال هذا السبب.",
    cause="السبب",
    count="العدد",
    where="التصنيفات",
    without="{measure} بدونه",
    causes={
        Deviation.CLITIC: "سابقة فقط (و ف ب ل ك س)",
        Deviation.ARTICLE: "ال التعريف فقط",
        Deviation.PUNCTUATION: "ترقيم أو فراغ أو حركات فقط",
        Deviation.TITLE: "لقب قبل الاسم فقط",
        Deviation.OUTER_WORD: "كلمة واحدة في الطرف",
        Deviation.EDGES: "حدود أخرى",
        Deviation.LABEL: "تصنيف آخر",
        Deviation.LABEL_EDGES: "تصنيف وحدود أخرى",
        Deviation.PIECES: "قطعة واحدة أو قطع",
        Deviation.MISSED: "فات وسمه",
        Deviation.EXTRA: "ليس في المرجع",
        Detail.VALUE: "قيمة أخرى",
        Detail.LINK: "رابط آخر",
    },
    over_time="عبر الزمن",
    over_time_note="مقياس F1 الدقيق بحسب الأسبوع الذي أنجزت فيه المقالات. والخط المتقطع المرقّم قرار في دليل الوسم.",
    week="أسبوع",
    articles="المقالات",
    active="ساعات العمل",
    hours="{hours} س",
    annotations="الوسوم",
    per_hour="في الساعة",
    pace="الوتيرة",
    pace_note="عدد الوسوم في ساعة العمل، من أوقات تعديلاتك أنت؛ ولا تُحسب وقفة تزيد على خمس دقائق.",
    rulings="قرارات دليل الوسم",
    rulings_note="أحكام في نوع من الحالات. ما يقترحه كل منها على وسومك ينتظرك في النافذة، في قائمة المراجعة: قرارات دليل الوسم، ولا يتغير "
    "شيء من دونك.",
    ruling="قرار دليل الوسم",
    buys="مقياس F1 الدقيق لكل الأزواج من {before} إلى {after}",
    edits="ما يُقترح عليك",
    standings={
        Standing.OPEN: "ينتظر",
        Standing.TAKEN: "أُخذ به",
        Standing.REFUSED: "مرفوض",
        Standing.PASSED: "تغيّر بعده",
    },
    by="قرره",
    on="في",
    corrections="ما تقرر، ولماذا",
    corrections_note="كل ما هو في المرجع على غير ما وسمته، مقالًا بعد مقال.",
    no_corrections="لا قرار مخالفًا حتى الآن.",
    you="ما وسمته",
    decided="ما تقرر",
    nothing="لا شيء هنا",
    empty="بلا قيمة",
    by_rule="دُمج بالقاعدة",
    follows="تبعًا لقرار",
    method="الطريقة",
    method_text="يُقارن المرجع بوسومك كما يُقارن واسمان أحدهما بالآخر. مقياس F1 الدقيق: 2 × المطابق ÷ (ما وسمته + ما في المرجع). مجالات 95 ٪ "
    "بإعادة معاينة المقالات؛ السحبات: {draws}؛ البذرة: {seed}؛ ولا مجال إن كانت المقالات أقل من 10. وما عدّه أي واسم خارج النطاق متروك.",
    in_progress="يُقارن العمل غير المنجز أيضًا.",
    finished_only="لا يُقارن إلا ما أنجزته وأُنجز في المرجع.",
)

LANGUAGES = {words.language: words for words in (ENGLISH, ARABIC)}
