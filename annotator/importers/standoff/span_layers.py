"""Which kinds of annotations of a file are taken, and which of their features is the label: WebAnno and UIMA name neither."""

from collections import Counter
from collections.abc import Mapping

from annotator.errors import ImportFailure
from annotator.importers.base import ImportOptions
from annotator.options import Kind, Option, Words

LAYER = Option(
    "layer",
    Words("Kind of annotations", "نوع الوسوم في الملف"),
    Words(
        "Which layers of the file are taken, by their names, parted by commas; without it all in which people annotate.",
        "طبقات الملف التي تؤخذ، بأسمائها وبينها فواصل، ومن دونها كل طبقة يضع الناس فيها وسومًا.",
    ),
    Kind.TEXT,
    default=None,
)

FEATURE = Option(
    "feature",
    Words("Feature that is the label", "السمة التي هي التصنيف"),
    Words(
        "Which feature of an annotation is its label; without it the one that most annotations have.",
        "أي سمات الوسم هي تصنيفه، ومن دونها السمة الموجودة في أكثر الوسوم.",
    ),
    Kind.TEXT,
    default=None,
)

_LIKELY = ("value", "label", "category", "class", "kind", "type", "tag", "PosValue", "coarseValue")
"""What a label is called, the likeliest first, where several features have as many values."""

_BESIDE = ("identifier", "note", "comment")
"""Features that are no label: a link to a knowledge base, what somebody remarked."""

_LINGUISTIC = (".lexmorph.", ".segmentation.", ".syntax.", ".coref.")
_UNITS = ("Token", "Sentence", "Paragraph", "Heading", "Div", "Document")

RESERVED = frozenset(
    {
        "begin",
        "end",
        "sofa",
        "value",
        "label",
        "identifier",
        "note",
        "comment",
        "self",
        "type",
        "id",
    }
)
"""What no value of ours is called as a feature; see `exporters.standoff.feature_names`."""


def short(name: str) -> str:
    """Return the last part of a layer's name, which is what people call it."""
    return name.rpartition(".")[2]


def is_unit(name: str) -> bool:
    """Tell whether a layer only divides the text: nobody annotates in it."""
    return short(name) in _UNITS


def attribute_name(feature: str) -> str:
    """Return the name of the value that a feature holds."""
    is_ours = feature.endswith("_") and feature.rstrip("_") in RESERVED
    return feature[:-1] if is_ours else feature


class SpanLayers:
    """The layers met in one file. ``values`` are how often each of their features has a value."""

    def __init__(self, options: ImportOptions) -> None:
        asked = options.own.optional_text(LAYER.name) or ""
        self._asked = [name.strip() for name in asked.split(",") if name.strip()]
        self._feature = options.own.optional_text(FEATURE.name)

    def labels(self, met: Mapping[str, Counter[str]]) -> dict[str, str]:
        """Return the layers that are taken, each with the feature that is its label, empty where it has none.

        Raise `ImportFailure` where what was asked for is not there.
        """
        if self._asked:
            known = {name: name for name in met} | {short(name): name for name in met}
            lost = next((name for name in self._asked if name not in known), None)
            if lost is not None and met:
                raise ImportFailure(
                    f"there is no layer {lost!r}, but {', '.join(map(short, met)) or 'none'}: name one of them (--layer)"
                )
            taken = [known[name] for name in self._asked if name in known]
        else:
            spoken = [name for name in met if not any(part in name for part in _LINGUISTIC)]
            others = [name for name in met if not is_unit(name)]
            taken = [n for n in spoken if not is_unit(n)] or others
        if self._feature and taken and not any(self._feature in met[name] for name in taken):
            there = sorted({feature for name in taken for feature in met[name]})
            raise ImportFailure(
                f"no annotation has a feature {self._feature!r}, but {', '.join(there) or 'none'}: name one of them (--feature)"
            )
        return {name: self._label(met[name]) for name in taken}

    def _label(self, values: Counter[str]) -> str:
        if self._feature in values:
            return self._feature or ""

        def likelihood(name: str) -> tuple[bool, int, int]:
            known = _LIKELY.index(name) if name in _LIKELY else len(_LIKELY)
            return name not in _BESIDE, values[name], -known

        return max((name for name in values if values[name]), key=likelihood, default="")


def told(layer: str, label: str, features: Mapping[str, str]) -> tuple[str, dict[str, str], str]:
    """Return the label, values and note of one annotation."""
    values = {attribute_name(n): v for n, v in features.items() if n != label and v}
    note = next(
        (values.pop(name) for name in ("note", "comment") if name in values and name in features),
        "",
    )
    return features.get(label) or short(layer), values, note
