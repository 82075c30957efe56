"""The four labels Hashiya starts with.

Colours keep ink on tint at 9:1 or better and lines on the page at 4.5:1 or better, in both themes; no two labels share an
underline pattern, so none is told apart by colour alone.
"""

from annotator.model.relation import SPEAKER
from annotator.model.schema import (
    Attribute,
    AttributeKind,
    CliticPolicy,
    Colours,
    Label,
    RelationType,
    Schema,
)

DEFAULT_SCHEMA = Schema(
    labels=(
        Label(
            "actor",
            "Actor",
            "فاعل",
            "1",
            Colours("#D6E4FF", "#1F5FBF", "#1B2F52", "#8FB8FF"),
            "solid",
            (Attribute("canonical", "Canonical name", "الاسم المعياري", AttributeKind.NAME),),
        ),
        Label(
            "date",
            "Date",
            "تاريخ",
            "2",
            Colours("#D9F2DC", "#2C7A3F", "#173A20", "#8ED7A0"),
            "dash",
            (Attribute("value", "Value (ISO 8601)", "القيمة (ISO 8601)", AttributeKind.DATE),),
        ),
        Label(
            "quote",
            "Quote",
            "اقتباس",
            "3",
            Colours("#FFF1CC", "#8A6000", "#3D300F", "#F0C860"),
            "dot",
            clitics=CliticPolicy.KEEP,
        ),
        Label(
            "agreement",
            "Agreement",
            "اتفاق",
            "4",
            Colours("#F8DDF0", "#9A2F7C", "#42173A", "#EFA6D8"),
            "dash-dot",
            (Attribute("canonical", "Canonical name", "الاسم المعياري", AttributeKind.NAME),),
        ),
    ),
    relations=(RelationType(SPEAKER, "Speaker", "القائل", "quote", "actor"),),
    article_fields=(
        Attribute(
            "genre",
            "Genre",
            "النوع",
            AttributeKind.CHOICE,
            choices=("news", "analysis", "opinion", "interview", "statement"),
        ),
        Attribute("outlet", "Outlet", "الجهة الناشرة"),
    ),
)
