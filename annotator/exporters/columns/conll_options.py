"""What a format of one tag a token lets one decide, with the words for it."""

from annotator.options import Choice, Kind, Option, Words

PER_LABEL = "per-label"

NESTED = Option(
    "nested",
    Words("Annotations inside each other", "الوسوم المتداخلة"),
    Words(
        "Which of annotations inside each other is kept, as a token holds one tag.",
        "أيّ الوسوم المتداخلة يبقى، إذ لا تتّسع الكلمة إلا لوسم واحد.",
    ),
    Kind.CHOICE,
    "outermost",
    (
        Choice(
            "outermost",
            Words("Keep the outer annotation", "إبقاء الوسم الخارجي"),
            Words(
                "A quote that names an actor stays a quote; the actor in it is left out.",
                "يبقى الاقتباس الذي يُذكر فيه فاعل اقتباسًا، ويُترك الفاعل الذي فيه.",
            ),
        ),
        Choice(
            "innermost",
            Words("Keep the inner annotation", "إبقاء الوسم الداخلي"),
            Words(
                "The actor in a quote stays an actor; the quote around it is left out.",
                "يبقى الفاعل داخل الاقتباس فاعلًا، ويُترك الاقتباس المحيط به.",
            ),
        ),
        Choice(
            PER_LABEL,
            Words("A file for each label", "ملف لكل تصنيف"),
            Words(
                "Labels no longer compete; only annotations inside another of the same label are left out.",
                "لا تتزاحم التصنيفات، ولا يُترك إلا وسم داخل وسم من تصنيفه.",
            ),
        ),
    ),
    loses=True,
)

MISALIGNED = Option(
    "misaligned",
    Words(
        "Annotations that begin or end inside a word",
        "وسوم تبدأ أو تنتهي داخل كلمة",
    ),
    Words(
        "What happens to an annotation that begins or ends inside a token.",
        "ما يُفعل بوسم يبدأ أو ينتهي داخل كلمة.",
    ),
    Kind.CHOICE,
    "expand",  # as Wojood and ANERcorp were annotated: a tag covers the whole word with its clitics
    (
        Choice(
            "expand",
            Words("Widen to whole words", "توسيع إلى كلمات كاملة"),
            Words(
                "The conjunction in وبوتين is tagged with the name.",
                "تُوسَم واو العطف في «وبوتين» مع الاسم.",
            ),
        ),
        Choice(
            "split",
            Words("Cut the word in two", "قطع الكلمة نصفين"),
            Words(
                "وبوتين becomes two words, و and بوتين.",
                "تصير «وبوتين» كلمتين: «و» و«بوتين».",
            ),
        ),
        Choice(
            "drop",
            Words("Leave the annotation out", "ترك الوسم"),
            Words("The report names each one.", "ويذكر التقرير ما تُرك."),
        ),
        Choice(
            "error",
            Words("Stop the export", "إيقاف التصدير"),
            Words(
                "Nothing is written; the message names the place.",
                "لا يُكتب شيء، وتذكر الرسالة الموضع.",
            ),
        ),
    ),
    loses=True,
)

COLUMNS = Option(
    "columns",
    Words("Columns", "الأعمدة"),
    Words("4 (FORM -X- -X- TAG) or 2 (FORM TAG).", "4 ‏(FORM -X- -X- TAG) أو 2 ‏(FORM TAG)."),
    Kind.CHOICE,
    4,
    (
        Choice(
            4,
            Words("Four columns", "أربعة أعمدة"),
            Words(
                "Word, two placeholders, tag: the original layout.",
                "الكلمة وعمودان شاغران ثم الوسم: الترتيب الأصلي.",
            ),
        ),
        Choice(
            2,
            Words("Two columns", "عمودان"),
            Words("Word and tag only.", "الكلمة والوسم فقط."),
        ),
    ),
)
