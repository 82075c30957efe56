"""Folders and zips: each file by itself, or all that belongs to one format as a whole."""

import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import importers
from annotator.errors import CancelledError
from annotator.importers import NOT_MINE, ArticleDraft, Importer
from annotator.model import Article
from annotator.options import Words
from annotator.project import Project
from annotator.project.transfer import unpacking


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p") as opened:
        yield opened


def read_pairs(folder, options):
    for text in sorted(folder.rglob("*.words")):
        draft = ArticleDraft(text.read_text(encoding="utf-8"), text.name)
        for line in text.with_suffix(".marks").read_text(encoding="utf-8").splitlines():
            start, end, label = line.split()
            draft.layer(text.parent.name).add(int(start), int(end), label)
        yield draft.finish(Article.from_text(draft.text))


def claims(folder, names):
    marks = {name for name in names if name.endswith(".marks")}
    return marks | {name.removesuffix(".marks") + ".words" for name in marks}


PAIRS = Importer(
    "pairs",
    Words("Pairs", "أزواج"),
    Words("Two files an article.", "ملفان لكل مقال."),
    (),
    read_pairs,
    lambda head: NOT_MINE,
    claims=claims,
)


@pytest.fixture
def registered():
    importers.register(PAIRS)
    yield
    del importers.REGISTRY["pairs"]


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    (folder / "sara").mkdir(parents=True)
    (folder / "sara" / "a.words").write_text("قال بوتين", encoding="utf-8")
    (folder / "sara" / "a.marks").write_text("4 9 actor\n4 99 actor\n", encoding="utf-8")
    (folder / "b.txt").write_text("نص آخر", encoding="utf-8")
    return folder


def pack(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder))
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_what_one_format_claims_is_read_as_a_whole_and_the_rest_by_itself(
    project, registered, corpus, tmp_path, packed
):
    given = pack(corpus, tmp_path / "corpus.zip") if packed else corpus
    report = project.import_files([given])
    assert len(project.entries()) == 2
    [article] = [e.id for e in project.entries() if project.article(e.id).text == "قال بوتين"]
    assert [a.label for a in project.layer(article, "sara")] == ["actor"]
    [refused] = report.refused
    assert "left out 1 annotation(s) whose offsets are no range" in refused.reason
    assert [file.format for file in report.files] == ["pairs", "txt"]
    if packed:
        assert report.lines()[0].startswith("corpus.zip: took 1 article")
        assert not (project.path / ".cache" / "incoming").exists()


def test_nothing_claimed_is_taken_with_another_format(project, registered, corpus):
    report = project.import_files([corpus], format="txt")
    assert {file.format for file in report.files} == {"txt"}


def test_a_zip_of_texts_is_its_texts_and_imported_again_is_known(project, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"خبر {n}", encoding="utf-8")
    zipped = pack(folder, tmp_path / "texts.dat")
    assert project.import_files([zipped]).articles == 3
    again = project.import_files([zipped])
    assert (again.articles, sum(file.known for file in again.files)) == (0, 3)


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "a/../../out.txt", "C:out.txt"])
def test_a_zip_that_leads_out_of_its_folder_is_refused(project, tmp_path, name):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "خبر")
    report = project.import_files([path])
    assert "leads out of its folder" in str(report.refused[0])
    assert project.entries() == ()
    assert not list(tmp_path.rglob("out.txt"))


def test_a_link_in_a_zip_is_not_made(project, tmp_path):
    path = tmp_path / "a.zip"
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", "خبر")
    assert project.import_files([path]).articles == 1


def test_a_damaged_and_a_too_large_zip_are_refused(project, tmp_path, monkeypatch):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", " ".join(str(n * n) for n in range(2000)))
    data = path.read_bytes()
    (tmp_path / "b.zip").write_bytes(data[:500] + b"\xff" * 20 + data[520:])
    assert "damaged" in str(project.import_files([tmp_path / "b.zip"]).refused[0])
    monkeypatch.setattr(unpacking, "MOST_BYTES", 100)
    assert "the zip holds more than" in str(project.import_files([path]).refused[0])


LINES = '{"text": "قال بوتين", "label": [[4, 9, "PER"]]}\n{"text": "قال علييف", "label": [[4, 9, "actor"]]}\n'


def test_an_unknown_label_costs_its_article_once_until_a_rule_names_it(project, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(LINES, encoding="utf-8")
    report = project.import_files([path], options={"annotator": "sara"})
    assert report.articles == 1
    assert "'PER' 1. The project's are actor" in str(report.refused[0])
    again = project.import_files([path], options={"annotator": "sara", "labels": "PER=actor"})
    assert (again.articles, again.refused) == (1, ())
    assert project.schema.label_names == ("actor", "date", "quote", "agreement")


def test_labels_are_added_and_an_import_that_fails_leaves_none(project, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(LINES, encoding="utf-8")
    options = {"annotator": "sara", "labels": "add"}

    class StopError(Exception):
        pass

    def stop(done, total):
        if total:
            raise StopError

    with pytest.raises(StopError):
        project.import_files([path], options=options, progress=stop)
    assert project.schema.label("per") is None
    report = project.import_files([path], options=options)
    assert "label per was added, for PER of the file" in report.files[0].notes
    with Project.open(project.path, read_only=True) as reopened:
        assert reopened.schema.label("per").title_en == "PER"
        assert {a.label for e in reopened.entries() for a in reopened.layer(e.id, "sara")} == {
            "per",
            "actor",
        }
    assert project.import_files([path], options={"annotator": "sara"}).refused == ()


def test_what_is_left_out_is_counted_once(project, tmp_path):
    path = tmp_path / "a.jsonl"
    wrong = '{"text": "قال بوتين %d", "label": [[4, 9, "actor"], [4, 99, "actor"], [0, 3, "X"]]}\n'
    path.write_text("".join(wrong % n for n in range(50)), encoding="utf-8")
    report = project.import_files([path], options={"annotator": "sara", "labels": "X=-"})
    assert len(report.refused) == 1
    assert "left out 50 annotation(s) whose offsets are no range" in report.refused[0].reason
    assert report.refused[0].where == "a.jsonl, line 1: annotation 2"
    assert report.files[0].annotations == 50
    assert report.files[0].notes[1:] == ["left out 50 of label X, as asked"]


def test_a_format_whose_module_is_missing_says_how_to_get_it(project, registered, corpus):
    from annotator.format_facts import Needs

    importers.REGISTRY["pairs"] = replace(PAIRS, needs=Needs("no_such_module", "extra"))
    report = project.import_files([corpus])
    assert "pip install 'hashiya[extra]'" in str(report.refused[0])


def test_an_import_is_stopped_while_a_zip_is_unpacked_and_nothing_is_left(project, tmp_path):
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as written:
        for number in range(50):
            written.writestr(f"{number}.txt", f"مقال {number}")
    told = []

    def stop(done, total):
        told.append((done, total))
        if done == 20:
            raise CancelledError("enough")

    with pytest.raises(CancelledError):
        project.import_files([archive], progress=stop)
    assert told == [(number, 50) for number in range(21)]
    assert not project.entries()
    assert not list((project.path / ".cache").rglob("*.txt"))
