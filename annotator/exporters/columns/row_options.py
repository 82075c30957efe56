"""What several formats of rows let one decide beside what becomes of annotations: how a row, a tag and an article look."""

from dataclasses import replace

from annotator.exporters.columns.conll_options import NESTED, PER_LABEL
from annotator.exporters.columns.schemes import BIOES, IOB1, IOB2
from annotator.options import Choice, Kind, Option, Words

ONE_OF_NESTED = replace(
    NESTED, choices=tuple(choice for choice in NESTED.choices if choice.value != PER_LABEL)
)
"""`NESTED` of a format that has no file for each label."""

SPACE, TAB = "space", "tab"
MIDDLES = {SPACE: " ", TAB: "\t"}

DELIMITER = Option(
    "delimiter",
    Words("Between the columns", "بين الأعمدة"),
    Words(
        "What stands between the columns of a row; words hold neither.",
        "ما يفصل بين أعمدة الصف، ولا تحتوي الكلمات أيًّا منهما.",
    ),
    Kind.CHOICE,
    SPACE,
    (
        Choice(
            SPACE,
            Words("A space", "مسافة"),
            Words("As most Arabic corpora have it.", "كما في معظم المدوّنات العربية."),
        ),
        Choice(
            TAB, Words("A tab", "علامة جدولة"), Words("As doccano wants it.", "كما يريدها doccano.")
        ),
    ),
)

SCHEME = Option(
    "scheme",
    Words("Tags", "نظام الوسوم"),
    Words(
        "How tags say where an annotation begins and ends.",
        "كيف تدل الوسوم على بداية الوسم ونهايته.",
    ),
    Kind.CHOICE,
    IOB2,
    (
        Choice(
            IOB2,
            Words("B, I, O (IOB2)", "‏B وI وO ‏(IOB2)"),
            Words(
                "Each annotation begins with B: what most programs read.",
                "يبدأ كل وسم بـB، وهو ما تقرؤه معظم البرامج.",
            ),
        ),
        Choice(
            IOB1,
            Words("I, O, and B between two (IOB1)", "‏I وO، وB بين متجاورين (IOB1)"),
            Words(
                "As in the original files of 2002; strict readers lose these.",
                "كما في الملفات الأصلية لعام 2002، والقارئات الصارمة لا تفهمه.",
            ),
        ),
        Choice(
            BIOES,
            Words("B, I, O, E, S (BIOES)", "‏B وI وO وE وS ‏(BIOES)"),
            Words(
                "The last word and single words have tags of their own.",
                "للكلمة الأخيرة وللكلمة المفردة علامتان خاصتان.",
            ),
        ),
    ),
)

DOCSTART = Option(
    "docstart",
    Words("A line before each article", "سطر قبل كل مقال"),
    Words(
        "Begins each article with a line -DOCSTART-; programs that do not know it take it for a word.",
        "يبدأ كل مقال بسطر ‎-DOCSTART-‎، والبرامج التي لا تعرفه تعدّه كلمة.",
    ),
    Kind.FLAG,
    default=True,
)

NO_DOCSTART = replace(DOCSTART, default=False)
"""The same, for formats whose programs do not know the line."""

NO_IDS, OF_ARTICLES, OF_SENTENCES = "none", "article", "sentence"

IDS = Option(
    "ids",
    Words("Comments with ids", "تعليقات بالمعرّفات"),
    Words(
        "Says in comments which article, and which of its sentences, the rows are of; few programs pass over comments.",
        "يذكر في تعليقات إلى أيّ مقال وأيّ جملة منه تعود الصفوف، وقليل من البرامج يتجاوز التعليقات.",
    ),
    Kind.CHOICE,
    NO_IDS,
    (
        Choice(NO_IDS, Words("None", "بلا تعليقات"), Words("Rows only.", "الصفوف وحدها.")),
        Choice(
            OF_ARTICLES,
            Words("Of articles", "للمقالات"),
            Words("A line before each article.", "سطر قبل كل مقال."),
        ),
        Choice(
            OF_SENTENCES,
            Words("Of articles and sentences", "للمقالات والجمل"),
            Words("A line before each sentence too.", "وسطر قبل كل جملة أيضًا."),
        ),
    ),
)

LOWER = Option(
    "lower",
    Words("Labels in small letters", "التصنيفات بأحرف صغيرة"),
    Words(
        "Writes labels as the project has them, in small letters; spaCy passes over such tags.",
        "يكتب التصنيفات بأحرف صغيرة كما في المشروع، ويتجاهل spaCy مثل هذه الوسوم.",
    ),
    Kind.FLAG,
    default=False,
)

PLAIN = Option(
    "plain",
    Words("Words without vowel marks", "الكلمات بلا تشكيل"),
    Words(
        "Writes words without vowel marks and tatweel; where they are is as before.",
        "يكتب الكلمات بلا تشكيل ولا تطويل، ومواضعها كما هي.",
    ),
    Kind.FLAG,
    default=False,
)
