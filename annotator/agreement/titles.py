"""Words that name an office or an honour in front of a person's name, which guidelines leave outside a label."""

import regex

from annotator.text.folding import fold_key

TITLES = frozenset({
    "رئيس", "رئيسة", "وزير", "وزيرة", "نائب", "نائبة", "متحدث", "متحدثة", "ناطق", "ناطقة", "أمين", "أمينة", "سكرتير",
    "سفير", "سفيرة", "مبعوث", "مبعوثة", "مندوب", "مندوبة", "ممثل", "ممثلة", "مستشار", "مستشارة", "مدير", "مديرة", "مساعد", "مساعدة",
    "قائد", "زعيم", "زعيمة", "جنرال", "لواء", "عميد", "عقيد", "فريق", "مشير", "نقيب", "ضابط", "أدميرال",
    "ملك", "ملكة", "أمير", "أميرة", "سلطان", "شيخ", "شيخة", "ولي", "مرشد", "إمام", "آية", "بابا", "بطريرك", "مطران", "كاتوليكوس", "مفتي",
    "حاكم", "محافظ", "عمدة", "عضو", "نظير", "نظيره", "نظيرها", "نظيرته", "مسؤول", "مسؤولة", "قيادي", "قيادية", "مفوض", "مفوضة", "مفوضية",
    "سيد", "سيدة", "دكتور", "دكتورة", "بروفيسور", "أستاذ", "أستاذة", "مهندس", "محامي", "محام", "قاضي", "قاض", "خبير", "خبيرة", "محلل", "صحفي", "صحافي",
    "رئيسا", "وزيرا", "زميل", "زميله", "مرشح", "مرشحة", "كبير", "نجل", "د",
})  # fmt: skip
"""Without the article, in ordinary spelling."""

_KEYS = frozenset(map(fold_key, TITLES))
_FIRST_WORD = regex.compile(r"[\s\p{P}]*(?:\p{L}[\p{L}\p{M}\u0640]*)")
_ARTICLE = "ال"


def begins_with_title(text: str) -> bool:
    """Tell whether the first word of ``text``, its article apart, is a title."""
    found = _FIRST_WORD.match(text)
    if found is None:
        return False
    key = fold_key(found.group()).strip(" .،,\"«»'()-")
    return key in _KEYS or key.removeprefix(_ARTICLE) in _KEYS
