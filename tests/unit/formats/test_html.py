"""Web pages read: their text, what they say of themselves, their encodings, and what stands around the article."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.importers import Imported, Noted, Refused
from annotator.importers.recognising import NotReadError, recognise

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"


def read(path, **options):
    importer, _ = recognise(path)
    assert importer.name == "html"
    return list(importer.read(path, importer.choose(options)))


def page(folder, content, name="a.html", **options):
    """Return the one article that a page gives."""
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / name).write_bytes(raw)
    [one] = [o for o in read(folder / name, **options) if not isinstance(o, Noted)]
    assert isinstance(one, Imported), one
    return one


def text_of(folder, body, **options):
    return page(folder, f"<!DOCTYPE html><body>{body}", **options).article.text


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.dat"])
def test_a_real_page_is_read_whatever_it_is_called(tmp_path, name):
    one = page(tmp_path, (FILES / "news_utf8.html").read_bytes(), name, annotator="sara")
    article = one.article
    assert article.text == (
        "الرئيسية | رياضة\nعباس في القاهرة\nقال الرئيس محمود عبّاس يوم\u00a012 أيار 2021: «وقّعنا اتفاق السلام».\n"
        "ثم غادر الوفد.\nوانتهى.\nجميع الحقوق محفوظة"
    )
    assert (article.title, article.published) == ("عباس في القاهرة", "2021-05-12")
    assert (article.source, article.url) == ("موقع الأخبار", "https://example.org/news/1")
    [layer] = one.layers
    assert {z.span.of(article.text) for z in layer.zones} == {
        "الرئيسية | رياضة",
        "جميع الحقوق محفوظة",
    }
    assert {z.kind for z in layer.zones} == {"boilerplate"}


def test_without_an_annotator_the_zones_are_told_and_with_main_they_are_gone(tmp_path):
    (tmp_path / "a.html").write_bytes((FILES / "news_utf8.html").read_bytes())
    noted, one = read(tmp_path / "a.html")
    assert "2 part(s) around the article" in noted.note
    assert one.layers == ()
    [alone] = read(tmp_path / "a.html", main=True)
    assert alone.article.text.startswith("عباس")
    assert alone.article.text.endswith("وانتهى.")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>قال</p><p>نعم</p>", "قال\nنعم"),
        ("<p>قال<p>نعم", "قال\nنعم"),
        ("<div><div><p>قال</p></div></div>\n\n<div>نعم</div>", "قال\nنعم"),
        ("قال<br>نعم<br/>ثم</br>لا", "قال\nنعم\nثم\nلا"),
        ("قال<br><br>نعم", "قال\n\nنعم"),
        ("<div>قال<br></div><div>نعم</div>", "قال\nنعم"),
        ("<b>قا</b><i>ل</i> <a href=x>نعم</a>", "قال نعم"),
        ("  قال \n\t <b> نعم </b>  ", "قال نعم"),
        ("قال&nbsp;&nbsp; نعم\u00a0", "قال\u00a0\u00a0 نعم\u00a0"),
        ("&laquo;نعم&raquo; &#1602;&#x627;&lt;p&gt;&amp;amp;", "«نعم» قا<p>&amp;"),
        ("<table><tr><td>ا<td>ب<tr><td>ج<td>د</table>", "ا\tب\nج\tد"),
        ("<table><tr><td><p>ا</p></td><td><p>ب</p><p>ج</p></td></tr></table>", "ا\tب\nج"),
        ("<table><tr><td></td><td>ب</td></tr><tr><td>ا</td><td></td></tr></table>ج", "\tب\nا\nج"),
        ("<table><tr><td><table><tr><td>ا</td><td>ب</td></tr></table></td><td>ج</td></tr></table>", "ا\tب\tج"),
        ("<ul><li>ا<li>ب</ul>", "ا\nب"),
        ("<pre>ا  ب\n\n  ج\n</pre>د", "ا  ب\n\n  ج\nد"),
        ("ا<script>var x='<p>لا'</script>ب<style>p{}</style><template>لا</template><noscript>لا</noscript>", "اب"),
        ("ا<span hidden>لا</span><p style='color:red; display : none'>لا</p>ب", "اب"),
        ("<p hidden>لا<p>نعم", "نعم"),
        ("ا<!-- لا --><![if !mso]>ب<![endif]><!--[if mso]>لا<![endif]-->ج", "ابج"),
        ("<p>ا</div></p>ب</b></td>ج", "ا\nبج"),
        ("<svg><title>لا</title><text>لا</text></svg>نعم<iframe>لا</iframe>", "نعم"),
        ("🙂ـ\u200f\u2028ا", "🙂ـ\u200f\u2028ا"),
        ("<select><option>ا<option>ب</select>", "ا\nب"),
        ("<div/>ا<nav/>ب", "ا\nب"),
    ],
)  # fmt: skip
def test_the_text_is_as_the_page_is_seen(tmp_path, body, text):
    start = text.lstrip("\t") if body.startswith("<table><tr><td></td>") else text
    assert text_of(tmp_path, body) in (text, start)


def zones(folder, body):
    one = page(folder, f"<!DOCTYPE html><body>{body}", annotator="sara")
    return sorted(z.span.of(one.article.text) for layer in one.layers for z in layer.zones)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<nav>ا</nav>نص<aside>ب</aside><footer>ج</footer>", ["ا", "ب", "ج"]),
        ("<header>ا</header><article><header><h1>عنوان</h1></header>نص</article>", ["ا"]),
        ("<div role=navigation>ا</div>نص<div role='contentinfo'>ب</div>", ["ا", "ب"]),
        ("<nav><ul><li>ا<li>ب</ul><form>ج</form></nav>نص", ["ا\nب\nج"]),
        ("<form><input value=x><label>ابحث</label></form><p>نص طويل هنا</p>", ["ابحث"]),
        ("<form id=aspnetForm><nav>ا</nav><h1>عنوان</h1><p>نص</p></form>", ["ا"]),
        ("<p>نص <button>شارك</button> نعم</p>", ["شارك"]),
        ("<nav> </nav>نص", []),
    ],
)
def test_what_stands_around_an_article_is_out_of_scope(tmp_path, body, found):
    assert zones(tmp_path, body) == found


def head(**parts):
    tags = {
        "og_title": '<meta property="og:title" content="{}">',
        "title": "<title>{}</title>",
        "published": '<meta property="article:published_time" content="{}">',
        "json": '<script type="application/ld+json">{}</script>',
        "canonical": '<link rel="canonical" href="{}">',
        "site": '<meta content="{}" property=og:site_name>',
    }
    return (
        "<!DOCTYPE html><head>" + "".join(tags[n].format(v) for n, v in parts.items()) + "</head>"
    )


def test_titles_in_the_order_of_trust(tmp_path):
    body = "<header><h1>الموقع</h1></header><h1> عنوان\n ثان </h1>نص"
    assert page(tmp_path, head(og_title="أول", title="ثالث") + body).article.title == "أول"
    assert page(tmp_path, head(title="ثالث") + body).article.title == "عنوان ثان"
    assert page(tmp_path, head(title="ثالث") + "نص").article.title == "ثالث"
    assert page(tmp_path, head() + "نص الخبر<p>ثم").article.title == "نص الخبر"
    assert page(tmp_path, head() + "نص", first_line_is_title=False).article.title == "a"


LINKED = {
    "@graph": [
        {"@type": "WebPage", "datePublished": "2020-01-01"},
        {
            "@type": "NewsArticle",
            "datePublished": "2021-05-13T23:30:00Z",
            "publisher": {"name": "وكالة"},
        },
    ]
}


@pytest.mark.parametrize(
    ("content", "day"),
    [
        (head(published="2021-05-12T10:00:00+03:00", json=json.dumps(LINKED)) + "نص", "2021-05-12"),
        (head(json=json.dumps(LINKED)) + "نص<time datetime=2021-05-14>", "2021-05-13"),
        (head(json="{broken") + "<time datetime='2021-05-14T01:02'>نص</time>", "2021-05-14"),
        (head() + "<time datetime=2021-01-01></time><article><time datetime=2021-05-14>ن</time></article>", "2021-05-14"),
        (head() + "<time>2021-05-15</time> نص", "2021-05-15"),
        (head() + "<p>عنوان<p>12 مايو 2021<p>نص", "2021-05-12"),
        (head() + "نص", None),
    ],
)  # fmt: skip
def test_the_day_in_the_order_of_trust(tmp_path, content, day):
    assert page(tmp_path, content).article.published == day


def test_address_and_source(tmp_path):
    saved = "<!-- saved from url=(0030)https://example.org/news/index.html -->"
    assert page(tmp_path, head(canonical="/a/1") + "نص").article.url == "/a/1"
    one = page(
        tmp_path,
        f"<!DOCTYPE html>{saved}" + head(canonical="../a/1", json=json.dumps(LINKED)) + "نص",
    )
    assert (one.article.url, one.article.source) == ("https://example.org/a/1", "وكالة")
    assert (
        page(tmp_path, saved + "<html><p>نص").article.url == "https://example.org/news/index.html"
    )
    assert page(tmp_path, head(site="موقع") + "نص").article.source == "موقع"
    assert page(tmp_path, head() + "نص").article.source == "a.html"


ARABIC = "قال الرئيس المصري إن الاتفاق بين البلدين سيُوقَّع في القاهرة يوم الأحد المقبل"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=windows-1256>", "cp1256"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">', "cp1256"),
        ("<meta charset=iso-8859-6>", "iso-8859-6"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ("<meta charset=iso-8859-1>", "cp1256"),
        ("<meta charset=utf-8>", "cp1256"),
        ("<meta charset=rot13>", "utf-8"),
        ("", "cp1256"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("<meta charset=windows-1256>", "utf-8-sig"),
        ("", "utf-16"),
        ('<?xml version="1.0" encoding="windows-1256"?>', "cp1256"),
    ],
)
def test_letters_are_those_of_the_page(tmp_path, declared, encoding):
    words = ARABIC.translate(dict.fromkeys(range(0x64B, 0x653)))
    start, prologue = (declared, "") if declared.startswith("<?xml") else ("", declared)
    raw = f"{start}<html><head>{prologue}</head><body><p>{words}</p></body></html>".encode(encoding)
    assert page(tmp_path, raw).article.text == words


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/news/1
Subject: =?utf-8?Q?x?=
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----x"

------x
Content-Type: text/css
Content-Location: https://example.org/a.css

p {{ color: red }}
------x
Content-Type: text/html{charset}
Content-Transfer-Encoding: {coding}
Content-Location: https://example.org/news/1

{body}
------x--
"""


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.txt", "a.dat"])
@pytest.mark.parametrize(
    ("charset", "encoding"), [('; charset="windows-1256"', "cp1256"), ("", "utf-8")]
)
def test_pages_saved_with_all_their_parts(tmp_path, name, charset, encoding):
    import base64
    import quopri

    raw = "<html><body><p>قال بوتين نعم في موسكو</p></body></html>".encode(encoding)
    for coding, body in (
        ("base64", base64.encodebytes(raw).decode()),
        ("quoted-printable", quopri.encodestring(raw).decode()),
    ):
        content = MHTML.format(charset=charset, coding=coding, body=body).replace("\n", "\r\n")
        one = page(tmp_path, content, name)
        assert one.article.text == "قال بوتين نعم في موسكو"
        assert one.article.url == "https://example.org/news/1"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<!DOCTYPE html><script>x</script>", "only white space"),
        (b"<!DOCTYPE html><p>a\0b", "NUL"),
        (MHTML.format(charset="", coding="8bit", body="x").replace("text/html", "text/css").replace("multipart/related", "multipart/related").encode(), "no page"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused(tmp_path, content, reason):
    (tmp_path / "a.html").write_bytes(content)
    importer, _ = recognise(tmp_path / "a.html", "html")
    [refused] = importer.read(tmp_path / "a.html", importer.choose({}))
    assert isinstance(refused, Refused)
    assert reason in str(refused)


def test_elements_inside_a_text_are_asked_about_and_other_xml_is_no_page(tmp_path):
    (tmp_path / "a.txt").write_text("قال <b>نعم</b> <br> ثم <i>لا</i> <p>", encoding="utf-8")
    with pytest.raises(NotReadError, match="--format html"):
        recognise(tmp_path / "a.txt")
    for content in (
        '<?xml version="1.0"?><TEI><text><p>ا</p><p>ب</p></text></TEI>',
        "<TEI><p>ا</p><p>ب</p></TEI>",
    ):
        (tmp_path / "a.dat").write_text(content, encoding="utf-8")
        with pytest.raises(Exception, match=r"\(xml\)|not known"):
            recognise(tmp_path / "a.dat")


PIECES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "</div>", "<br>", "<td>", "<tr>", "<table>", "</table>", "<b>", "</b>", "<nav>", "</nav>", "<form>", "</form>", "<article>", "</article>", "<main>", "<h1>", "</h1>", "<pre>", "</pre>", "<script>", "</script>", "<title>", "</title>", "<![if", "]>", "<!--", "-->", "<head>", "</head>", "<body>", "<time>", "<select>", "<option>", "&amp;", "&#0;", "<a/>", "قال", "نعم", "\xa0", "🙂", "\n", "<", ">", "<p"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(pieces=PIECES, is_main=st.booleans())
def test_any_soup_gives_an_article_whose_zones_are_in_it_or_is_refused(
    tmp_path_factory, pieces, is_main
):
    path = tmp_path_factory.getbasetemp() / "soup.html"
    path.write_text("<!DOCTYPE html>" + "".join(pieces), encoding="utf-8")
    importer, _ = recognise(path, "html")
    for one in importer.read(path, importer.choose({"annotator": "sara", "main": is_main})):
        if isinstance(one, Imported):
            assert one.flaws == ()
            for layer in one.layers:
                for zone in layer.zones:
                    assert zone.span.of(one.article.text).strip(" \t\n")
