"""Names of agreements, in sentences that were written for these tests and for nothing else."""

import pytest

from annotator.suggest.grammars import agreements
from annotator.suggest.token_text import TokenText

MARKED = [
    "وقع البلدان [معاهدة السلام] بعد حرب طويلة",
    "انسحبت من [الاتفاق النووي] قبل سنوات",
    "بموجب [اتفاقية جنيف] وقعت عليها الدول",
    "انهارت [الهدنة] بعد ساعات",
    "توصلوا إلى [اتفاق سلام شامل] بين الحكومة والمتمردين",
    "توصلوا إلى [اتفاق] بشأن الحدود",
    "صدر [بيان مشترك] عن القمة",
    "صدر [بيانا مشتركا] عن القمة",
    "وفق [البيان الثلاثي] الصادر أمس",
    "صدر [بيان مصر والأردن] أمس",
    "صدر [بيان قادة فرنسا وألمانيا] أمس",
    "وقع الوزيران [مذكرة تفاهم] في مجال الطاقة",
    "رحبت ب[إعلان وقف إطلاق النار] في المدينة",
    "نص [اتفاق وقف إطلاق النار] على الانسحاب",
    "التزموا ب[هذا الاتفاق] منذ العام الماضي",
    "خرجت من [المعاهدة] نهائيا",
    "جاء في [الوثيقة الموقعة] أمس",
    "انضمت [للاتفاقية] في العام الماضي",
    "ينفذ [وقف شامل لإطلاق النار] اليوم",
]

UNMARKED = [
    "تم الاتفاق على موعد جديد",
    "قال البيان الصحفي إن الوزير سافر",
    "منظمة معاهدة الأمن الجماعي تدين الهجوم",
    "خرق نظام وقف إطلاق النار",
    "قدم وثيقة إلى المحكمة",
    "أصدرت الوزارة بيانا قالت فيه",
    "اتفق الطرفان",
    "اتفاق الطرفين على ذلك",
]


@pytest.mark.parametrize("marked", MARKED)
def test_an_agreement_is_found_whole(marked):
    text = marked.replace("[", "").replace("]", "")
    found = [one.span for one in agreements.find(TokenText(text))]
    shown = text
    for span in reversed(found):
        shown = f"{shown[: span.start]}[{shown[span.start : span.end]}]{shown[span.end :]}"
    assert shown == marked


@pytest.mark.parametrize("text", UNMARKED)
def test_acts_papers_and_organisations_are_none(text):
    assert [one.span.of(text) for one in agreements.find(TokenText(text))] == []
