"""Options that several formats of imports have, so that one switch means one thing."""

from annotator.options import Choice, Kind, Option, Words

SKIP, REFUSE = "skip", "refuse"
AUTO, CODEPOINT, UTF16 = "auto", "codepoint", "utf16"

LABELS = Option(
    "labels",
    Words("Labels in the file and here", "التصنيفات في الملف وهنا"),
    Words(
        "What the labels of a file are here: PER=actor,LOC=- takes PER for actor and leaves LOC out, *=actor is for all others; "
        "add makes those that the project does not have; or a JSON file of such pairs. Without it, unknown ones are refused, once.",
        "مقابل تصنيفات الملف هنا: يعني PER=actor,LOC=- أن PER هو actor وأن LOC يُترك، و*=actor لكل ما عداها، "
        "وadd يضيف ما ليس في المشروع، أو ملف JSON فيه مثل ذلك. ومن دونه يُرفض ما لا يعرفه المشروع، مرة واحدة.",
    ),
    Kind.TEXT,
    default=None,
)

BAD_SPANS = Option(
    "bad_spans",
    Words("Annotations that cannot be right", "وسوم لا يمكن أن تكون صحيحة"),
    Words(
        "What becomes of an annotation whose place or words do not fit the text.",
        "مصير الوسم الذي لا يوافق موضعه أو كلماته النص.",
    ),
    Kind.CHOICE,
    default=SKIP,
    choices=(
        Choice(
            SKIP,
            Words("Leave each out", "تُترك كل واحدة منها"),
            Words(
                "The others of the article are taken, and the report counts what was left out.",
                "تؤخذ سائر وسوم المقال، ويُحصي التقرير ما تُرك.",
            ),
        ),
        Choice(
            REFUSE,
            Words("Refuse the article", "يُرفض المقال"),
            Words(
                "Nothing of an article is taken that holds one.",
                "لا يؤخذ شيء من مقال فيه واحد منها.",
            ),
        ),
    ),
)

OFFSET_UNIT = Option(
    "offset_unit",
    Words("Offsets count", "وحدة عدّ المواضع"),
    Words(
        "What the numbers of a file count: they differ behind an emoji.",
        "ما تعدّه الأرقام في الملف، وهي تختلف بعد الرموز التعبيرية.",
    ),
    Kind.CHOICE,
    default=AUTO,
    choices=(
        Choice(
            AUTO,
            Words("By what fits the text", "ما يوافق النص"),
            Words(
                "Told from the words of the annotations, and said in the report where it matters.",
                "تُعرف من كلمات الوسوم، ويذكرها التقرير حين يكون لها أثر.",
            ),
        ),
        Choice(
            CODEPOINT,
            Words("Code points", "محارف يونيكود"),
            Words("As Python counts.", "كما تعدّ لغة بايثون."),
        ),
        Choice(
            UTF16,
            Words("UTF-16 units", "وحدات UTF-16"),
            Words("As JavaScript and Java count.", "كما تعدّ لغتا جافاسكربت وجافا."),
        ),
    ),
)

ANNOTATOR = Option(
    "annotator",
    Words("Annotations without a name belong to", "الوسوم التي بلا اسم تُنسب إلى"),
    Words(
        "Whose the annotations of a file are that does not say so.",
        "لمن الوسوم في ملف لا يذكر واسمها.",
    ),
    Kind.TEXT,
    default=None,
)

TEXT_KEY = Option(
    "text_key",
    Words("Key of the text", "مفتاح النص"),
    Words(
        "Under which key the text is, where it is neither text nor the only one.",
        "المفتاح الذي فيه النص إن لم يكن text ولا المفتاح الوحيد.",
    ),
    Kind.TEXT,
    default=None,
)

LABEL_KEY = Option(
    "label_key",
    Words("Key of the label", "مفتاح التصنيف"),
    Words(
        "Under which key an annotation has its label, where that is neither label nor labels.",
        "المفتاح الذي فيه تصنيف الوسم إن لم يكن label ولا labels.",
    ),
    Kind.TEXT,
    default=None,
)

FIRST_LINE_IS_TITLE = Option(
    "first_line_is_title",
    Words("The first line of a text is its title", "السطر الأول من النص عنوانه"),
    Words(
        "The first line of a text, web navigation apart, is taken for its title where the file does not say it otherwise.",
        "يُؤخذ السطر الأول من النص، بعد أسطر التنقّل في الموقع، عنوانًا له إن لم يذكره الملف في موضع آخر.",
    ),
    Kind.FLAG,
    default=True,
    switch="title-line",
)

REPAIR_VISUAL = Option(
    "repair_visual",
    Words("Repair reversed text", "إصلاح النص المعكوس"),
    Words(
        "Put text that was pasted out of a PDF in visual order back into reading order.",
        "إعادة النص المنسوخ من ملف PDF بترتيب رسمه إلى ترتيب قراءته.",
    ),
    Kind.FLAG,
    default=False,
)
