"""The published day is read off a dateline, and off nothing that only looks like one."""

import pytest

from annotator.importers.texts.published import propose, to_iso

BODY = "أكد المتحدث أن البيان الثلاثي في 9 نوفمبر 2020 في غاية الأهمية."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        # the heads of the five articles of the sample project
        (
            "Ru En\n\nبيسكوف: بيان روسيا وأرمينيا وأذربيجان العام الماضي مهم للغاية\n\n٠٩ نوفمبر ٢٠٢١\n",
            "2021-11-09",
        ),
        (
            'الرئيس الروسي، فلاديمير بوتين، يؤكد أنّ "القمة أظهرت قدرة الأطراف".\nإيصال نيوز/ أعلن الرئيس الأمس الإثنين',
            None,
        ),
        ("بحث بوتين ونيكول باشينيان، وفقاً لبيان صدر يوم أمس الأربعاء 17 فبراير 2021 أنه تمت", None),
        ("Ru En\n\nعلييف يعتذر لمقتل عناصر من القوات الروسية\n\n٢١ سبتمبر ٢٠٢٣\n", "2023-09-21"),
        ("بوتين يعرب عن أمله\nتاريخ النشر: 20th, September 2023 GMT\nأعرب الرئيس", "2023-09-20"),
    ],
)
def test_the_sample_articles_have_the_days_their_datelines_say(head: str, day: str | None):
    assert propose(f"{head}\n{BODY}") == day


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("9 تشرين الثاني 2021", "2021-11-09"),
        ("الثلاثاء، 9 نوفمبر/تشرين الثاني 2021", "2021-11-09"),
        ("9 تشرين الثاني/ نوفمبر 2021", "2021-11-09"),
        ("9 نوفمبر (تشرين الثاني) 2021", "2021-11-09"),
        ("24 غشت 2022", "2022-08-24"),
        ("21 أفريل 2023م", "2023-04-21"),
        ("3 أيّار 2021", "2021-05-03"),
        ("۱۲ مارس ۲۰۲۲", "2022-03-12"),
        ("2021-11-09", "2021-11-09"),
        ("2021/11/9", "2021-11-09"),
        ("2021-11-09T10:00:00Z", "2021-11-09"),
        ("19/11/2021", "19/11/2021"),  # it waits for the others of its import, as they for it
        ("9/11/2021", "09/11/2021"),
        ("09/11/2021 - 14:20", "09/11/2021"),
        ("11.11.2021", "2021-11-11"),
        ("September 20, 2023", "2023-09-20"),
        ("Wed 20 Sep 2023 10:30 GMT", "2023-09-20"),
        ("Published on 3 May 2023 by the desk", "2023-05-03"),
        ("نُشر في: الأربعاء 3 مايو 2023 - 14:20 بتوقيت غرينتش", "2023-05-03"),
        ("تاريخ النشر:\n20 سبتمبر 2023", "2023-09-20"),
        ("\u200f٩ نوفمبر\u00a0٢٠٢١", "2021-11-09"),
    ],
)
def test_a_line_that_is_a_date_is_a_dateline(dateline: str, day: str):
    assert propose(f"عنوان\n{dateline}\n{BODY}") == day


@pytest.mark.parametrize(
    "line",
    [
        "اليوم 9 نوفمبر 2021 التقى الرئيسان",
        "في 9 نوفمبر 2021",
        "٠٩ نوفمبر ٢٠٢١ وقع الاتفاق",
        "نشرت في 9 نوفمبر 2021 قوات روسية",
        "31/02/2021",
        "31/11/2021",
        "45/13/2021",
        "31 فبراير 2021",
        "9 نوفمبر/تشرين الأول 2021",
        "9 نوفمبر 1021",
        "9 نوفمبر 20211",
        "تاريخ النشر غير معروف",
        "تاريخ النشر:\nغير معروف 9 نوفمبر 2021",
    ],
)
def test_a_line_that_may_be_something_else_is_none(line: str):
    assert propose(f"عنوان\n{line}\n{BODY}") is None


def test_a_date_far_down_belongs_to_the_story():
    head = "\n\n".join(f"سطر {n}" for n in range(8))
    assert propose(f"{head}\n9 نوفمبر 2021\n{BODY}") is None
    assert propose(f"عنوان\n9 نوفمبر 2021\n{head}") == "2021-11-09"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-11-09", "2021-11-09"),
        ("2101-01-01", "2101-01-01"),
        ("2021-11", "2021-11"),
        ("2021", "2021"),
        ("2021-11-09T23:59:00+03:00", "2021-11-09"),
        ("20 September 2023", "2023-09-20"),
        ("05/11/2015", "05/11/2015"),
        ("5/11/2015 10:30", "05/11/2015"),
        ("25/11/2015", "25/11/2015"),
        ("11/25/2015", "11/25/2015"),
        ("05/05/2015", "2015-05-05"),
        ("31/06/2015", None),
        ("2021-13", None),
        ("2021-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_metadata_becomes_an_iso_date_or_nothing(value: str, day: str | None):
    assert to_iso(value) == day
