"""What formats for training let one decide beside what becomes of annotations."""

from annotator.options import Choice, Kind, Option, Words

SENTENCE, PARAGRAPH, ARTICLE = "sentence", "paragraph", "article"

_ARTICLES = Choice(
    ARTICLE,
    Words("An article", "مقال"),
    Words("The whole text, however long.", "النص كله مهما طال."),
)

_UNITS = Words("A row is", "السطر الواحد")

UNITS = Option(
    "rows",
    _UNITS,
    Words("How much text is in a row of tokens.", "مقدار النص في كل سطر من الكلمات."),
    Kind.CHOICE,
    SENTENCE,
    (
        Choice(
            SENTENCE,
            Words("A sentence", "جملة"),
            Words(
                "Short enough for every model; annotations over several are cut.",
                "قصير بما يناسب كل نموذج، وتُقطع الوسوم الممتدة على جمل.",
            ),
        ),
        _ARTICLES,
    ),
    loses=True,
)

PASSAGES = Option(
    "rows",
    _UNITS,
    Words(
        "How much text is asked about at once. No row ends inside an annotation.",
        "مقدار النص الذي يُسأل عنه دفعة واحدة. ولا ينتهي سطر داخل وسم.",
    ),
    Kind.CHOICE,
    PARAGRAPH,
    (
        Choice(
            PARAGRAPH,
            Words("A paragraph", "فقرة"),
            Words("Short questions and answers.", "أسئلة وأجوبة قصيرة."),
        ),
        _ARTICLES,
    ),
)

LICENCE = Option(
    "licence",
    Words("Licence of the data", "رخصة البيانات"),
    Words(
        "Under which licence the data set is given on, such as cc-by-4.0; without it the card says that it is not known.",
        "الرخصة التي تُنشر بها البيانات، مثل cc-by-4.0. وإن لم تُذكر قالت البطاقة إنها غير معروفة.",
    ),
    Kind.TEXT,
    default=None,
)

LANGUAGE = Option(
    "text_language",
    Words("Language of the texts", "لغة النصوص"),
    Words(
        "The code of the language that the texts are in, such as ar, for those who look for data sets.",
        "رمز لغة النصوص، مثل ar، لمن يبحث عن مجموعات بيانات.",
    ),
    Kind.TEXT,
    default="ar",
)
