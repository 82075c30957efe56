"""The words of a datasheet in its two languages."""

from dataclasses import dataclass

from annotator.exporters.loss import Reason


@dataclass(frozen=True, slots=True)
class Words:
    """Names in braces are filled in. The Arabic words are those of the window: resources/i18n/GLOSSARY.md."""

    language: str
    direction: str
    comma: str
    title: str
    made_on: str
    by_program: str
    sizes: str
    articles: str
    words: str
    characters: str
    annotations: str
    everything: str
    sources: str
    source: str
    no_source: str
    no_articles: str
    period: str
    undated: str
    labels: str
    labels_note: str
    label: str
    attributes: str
    relations: str
    relation: str
    zones: str
    zone_kinds: dict[str, str]
    nothing_made: str
    schema: str
    schema_note: str
    name: str
    attribute: str
    values: str
    article_fields: str
    guidelines: str
    no_guidelines: str
    guidelines_hash: str
    finished_by: str
    finished_before: str
    finished_unknown: str
    rulings: str
    ruling: str
    annotators: str
    annotators_note: str
    no_annotators: str
    annotator: str
    role: str
    roles: dict[str, str]
    finished: str
    begun: str
    days: str
    agreement: str
    agreement_note: str
    no_agreement: str
    exact: str
    relaxed: str
    alpha: str
    interval: str
    no_interval: str
    all_labels: str
    gold: str
    no_gold: str
    rule: str
    rules: dict[str, str]
    gold_size: str
    how: str
    verdicts: dict[str, str]
    values_settled: str
    links: str
    by_rule: str
    by_person: str
    losses: str
    losses_note: str
    format: str
    written: str
    loss: str
    lossless: str
    reasons: dict[Reason, str]
    splits: str
    splits_note: str
    part: str
    parts: dict[str, str]
    ask: str
    questions: tuple[str, ...]


ENGLISH = Words(
    language="en",
    direction="ltr",
    comma=", ",
    title="Datasheet: {title}",
    made_on="made on {day}",
    by_program="Made by Hashiya from the project itself. What a program cannot know stands at the end as questions.",
    sizes="Contents",
    articles="articles",
    words="words",
    characters="characters",
    annotations="annotations",
    everything="all",
    sources="Sources",
    source="source",
    no_source="not given",
    no_articles="The project has no articles yet: import some first.",
    period="Published between {first} and {last}.",
    undated="Articles without a date: {count}.",
    labels="Annotations",
    labels_note="In finished articles, by label: those of all annotators together, and of gold. Words are tokens with a letter or digit, "
    "characters are code points.",
    label="label",
    attributes="Values given",
    relations="Links",
    relation="link",
    zones="Out of scope",
    zone_kinds={
        "boilerplate": "boilerplate",
        "credits": "credits",
        "stray": "another article",
        "nav": "navigation",
    },
    nothing_made="Nobody has finished an article yet.",
    schema="Labels",
    schema_note="What annotators could choose.",
    name="name",
    attribute="attributes",
    values="values",
    article_fields="Asked of every article: {fields}.",
    guidelines="Guidelines",
    no_guidelines="There are no guidelines yet: write them in the window's panel of guidelines, and the dataset can be understood.",
    guidelines_hash="In {languages}; SHA-256 of all of them: {hash}",
    finished_by="articles finished under these guidelines: {count}",
    finished_before="under earlier ones: {count}",
    finished_unknown="not known under which: {count}",
    rulings="Guideline decisions",
    ruling="guideline decision",
    annotators="Annotators",
    annotators_note="Days are those on which articles were finished, as far as they are known.",
    no_annotators="Nobody has annotated anything yet.",
    annotator="annotator",
    role="role",
    roles={"": "annotator", "trainee": "trainee", "left": "left", "machine": "program"},
    finished="finished",
    begun="begun",
    days="days",
    agreement="Inter-annotator agreement",
    agreement_note="The first number is exact F1, the mean over pairs of annotators, on {articles} articles finished by two or more. "
    "α is Krippendorff's on characters; 0.800 and more is to be relied on, from 0.667 on tentatively.",
    no_agreement="Not measured: no article has been finished by two annotators yet.",
    exact="exact F1",
    relaxed="relaxed F1",
    alpha="Krippendorff's α",
    interval="95 % interval",
    no_interval="fewer than 10 articles: no interval",
    all_labels="all labels",
    gold="Gold",
    no_gold="There is no gold yet: it is made in the review, by a rule and by decisions.",
    rule="Rule: {rule}.",
    rules={
        "unanimous": "what all who finished made alike",
        "majority": "what more than half of those who finished made alike",
        "threshold": "what at least {votes} of those who finished made alike",
        "trusted": "what {trusted} made",
    },
    gold_size="finished articles: {articles}; annotations in them: {annotations}",
    how="How it came about, counted in decisions:",
    verdicts={
        "merged": "spans settled by the rule",
        "accepted": "spans a person took as somebody made them",
        "edited": "spans a person took with other edges or another label",
        "rejected": "spans a person left out",
        "added": "spans a person added",
    },
    values_settled="values settled by a person",
    links="links settled",
    by_rule="by rule {rule}, by a person {person}",
    by_person="by a person",
    losses="What exports lose",
    losses_note="Of {whose}, with each format's usual options.",
    format="format",
    written="annotations written",
    loss="what it does not hold",
    lossless="nothing is lost",
    reasons={reason: reason.explanation for reason in Reason},
    splits="Splits",
    splits_note="By article, near copies on one side: `hashiya export --split {shares} --seed {seed}` makes these parts.",
    part="part",
    parts={"train": "train", "dev": "dev", "test": "test"},
    ask="To be answered by whoever publishes it",
    questions=(
        "For what was the dataset made, by whom, and who paid for it?",
        "How were the articles chosen? Whose texts are they, and may they be passed on?",
        "Do texts or annotations name people in a way that could harm them?",
        "Under which licence, where, and by whom is it kept?",
    ),
)

ARABIC = Words(
    language="ar",
    direction="rtl",
    comma="، ",
    title="بطاقة البيانات: {title}",
    made_on="أُعدّت في {day}",
    by_program="أعدّها برنامج حاشية من المشروع نفسه. وما لا يعرفه البرنامج مذكور في آخرها أسئلةً.",
    sizes="المحتوى",
    articles="المقالات",
    words="الكلمات",
    characters="المحارف",
    annotations="الوسوم",
    everything="الكل",
    sources="المصادر",
    source="المصدر",
    no_source="غير مذكور",
    no_articles="ليس في المشروع مقالات بعد: استورد بعضها أولًا.",
    period="نُشرت بين {first} و{last}.",
    undated="مقالات بلا تاريخ: {count}.",
    labels="الوسوم",
    labels_note="في المقالات المنجزة بحسب التصنيف: وسوم الواسمين جميعًا، ووسوم المرجع. الكلمات ما فيه حرف أو رقم، والمحارف نقاط ترميز.",
    label="التصنيف",
    attributes="القيم المعطاة",
    relations="الروابط",
    relation="الرابط",
    zones="خارج النطاق",
    zone_kinds={
        "boilerplate": "نص متكرر",
        "credits": "مصادر وحقوق",
        "stray": "مقال آخر",
        "nav": "تنقّل في الموقع",
    },
    nothing_made="لم يُنجز أحد مقالًا بعد.",
    schema="التصنيفات",
    schema_note="ما كان للواسمين أن يختاروا منه.",
    name="الاسم",
    attribute="الخصائص",
    values="القيم",
    article_fields="ويُسأل عن كل مقال: {fields}.",
    guidelines="دليل الوسم",
    no_guidelines="لا دليل بعد: اكتبه في لوحة دليل الوسم، فبه تُفهم البيانات.",
    guidelines_hash="باللغات: {languages}؛ وبصمتها معًا SHA-256: {hash}",
    finished_by="مقالات أُنجزت وفق هذا الدليل: {count}",
    finished_before="وفق دليل سابق: {count}",
    finished_unknown="لا يُعرف وفق أي دليل: {count}",
    rulings="قرارات دليل الوسم",
    ruling="قرار دليل الوسم",
    annotators="الواسمون",
    annotators_note="الأيام هي أيام إنجاز المقالات، بقدر ما هي معروفة.",
    no_annotators="لم يسم أحد شيئًا بعد.",
    annotator="الواسم",
    role="الدور",
    roles={"": "واسم", "trainee": "متدرب", "left": "غادر", "machine": "برنامج"},
    finished="المنجز",
    begun="قيد العمل",
    days="الأيام",
    agreement="التوافق بين الواسمين",
    agreement_note="الرقم الأول مقياس F1 الدقيق، متوسطًا على أزواج الواسمين، في المقالات التي أنجزها واسمان فأكثر، وعددها {articles}. وألفا "
    "كريبندورف محسوبة على المحارف؛ يُعتمد عليها من 0.800 فصاعدًا، ومن 0.667 لاستنتاجات أولية.",
    no_agreement="لم يُقس: لم يُنجز واسمان مقالًا واحدًا بعد.",
    exact="مقياس F1 الدقيق",
    relaxed="مقياس F1 المتساهل",
    alpha="ألفا كريبندورف",
    interval="مجال 95 ٪",
    no_interval="بلا مجال: المقالات أقل من 10",
    all_labels="كل التصنيفات",
    gold="المرجع",
    no_gold="لا مرجع بعد: يُصنع في المراجعة، بقاعدة وبقرارات.",
    rule="القاعدة: {rule}.",
    rules={
        "unanimous": "ما وسمه كل من أنجز المقال على نحو واحد",
        "majority": "ما وسمه أكثر من نصف من أنجزوا المقال على نحو واحد",
        "threshold": "ما وسمه {votes} على الأقل ممن أنجزوا المقال على نحو واحد",
        "trusted": "ما وسمه {trusted}",
    },
    gold_size="المقالات المنجزة: {articles}؛ وفيها من الوسوم: {annotations}",
    how="كيف جاء، معدودًا بالقرارات:",
    verdicts={
        "merged": "مقاطع حسمتها القاعدة",
        "accepted": "مقاطع أخذها شخص كما وسمها واسم",
        "edited": "مقاطع أخذها شخص بحدود أخرى أو تصنيف آخر",
        "rejected": "مقاطع تركها شخص",
        "added": "مقاطع أضافها شخص",
    },
    values_settled="قيم حسمها شخص",
    links="روابط محسومة",
    by_rule="بالقاعدة {rule}، وبقرار شخص {person}",
    by_person="بقرار شخص",
    losses="ما يضيع في التصدير",
    losses_note="من {whose}، بخيارات كل صيغة المعتادة.",
    format="الصيغة",
    written="وسوم كُتبت",
    loss="ما لا تحمله",
    lossless="لا يضيع شيء",
    reasons={
        Reason.NESTED: "داخل وسم آخر أو حوله، والعمود الواحد لا يحمل إلا مستوى",
        Reason.CROSSING: "متقاطع مع وسم آخر، والعمود الواحد لا يحمل إلا واحدًا",
        Reason.SAME_EXTENT: "على كلمات وسم آخر نفسها",
        Reason.SAME_TOKEN: "في كلمة وسم أطول",
        Reason.MISALIGNED: "حدّه داخل كلمة",
        Reason.NO_TOKEN: "على فراغ أو محارف لا تُرى فقط",
        Reason.IN_ZONE: "خارج النطاق",
        Reason.UNNAMED: "بلا اسم معتمد",
        Reason.NO_COLUMN: "من تصنيف ليس في تصنيفات المشروع",
        Reason.EXPANDED: "وُسّع إلى كلمات كاملة",
        Reason.SPLIT: "حُفظ تمامًا بقطع كلمة عند حدّه",
        Reason.TRIMMED: "بلا فراغ أو محارف لا تُرى عند حدّه",
        Reason.CUT: "على عدة أسطر، قُطع قطعة لكل جملة",
        Reason.PADDED: "حُفظ تمامًا بصف «_» للفراغ عند حدّه",
        Reason.ARTICLES: "المقالات التي بلا وسوم",
        Reason.ATTRIBUTES: "قيم الخصائص",
        Reason.NOTES: "الملاحظات",
        Reason.RELATIONS: "الروابط",
        Reason.ZONES: "ما هو خارج النطاق",
        Reason.REMARKS: "الأسئلة وعلامات المتابعة",
    },
    splits="التقسيم",
    splits_note="بالمقالات، والنسخ المتقاربة في جهة واحدة: الأمر `hashiya export --split {shares} --seed {seed}` يصنع هذه الأقسام.",
    part="القسم",
    parts={"train": "تدريب", "dev": "تطوير", "test": "اختبار"},
    ask="أسئلة يجيب عنها من ينشرها",
    questions=(
        "لأي غرض صُنعت البيانات، ومن صنعها، ومن موّلها؟",
        "كيف اختيرت المقالات؟ ولمن نصوصها، وهل يجوز تداولها؟",
        "هل في النصوص أو الوسوم ما قد يضر بأشخاص مذكورين؟",
        "بأي رخصة تُنشر، وأين تُحفظ، ومن يحفظها؟",
    ),
)

LANGUAGES = {words.language: words for words in (ENGLISH, ARABIC)}
