"""What `hashiya check` says of journals: each kind of damage once, with its place and what to do."""

from pathlib import Path

import pytest

from annotator.store.files.filesystem import REAL
from annotator.store.files.layout import Layout
from annotator.store.files.problems import Problem, Severity
from annotator.store.journal.checks import check_journals
from annotator.store.journal.journals import KNOWN
from annotator.store.journal.lines import (
    FORMAT,
    Entry,
    Header,
    Lost,
    Mark,
    Operation,
    encode_line,
    link_of,
)
from annotator.store.journal.segments import scan, segment_path
from annotator.store.journal.witness import remember


def lines(*numbers: int, base: int = 0, after: str = "", word: str = "بوتين") -> list[bytes]:
    """Return the lines of a segment with these entries, each naming the line before it."""
    made = [encode_line(Header(FORMAT, base, "sara", "laptop", after))]
    for number in numbers:
        operation = Operation("+", "spans", str(number), {"uid": f"u{number}", "text": word})
        link = link_of(made[-1][:-1])
        entry = Entry(number, "2026-11-27T10:00:00Z", "ab12cd34ef56", 0, (operation,), link)
        made.append(encode_line(entry))
    return made


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    folder = Layout(tmp_path).journal("sara", "laptop")
    folder.mkdir(parents=True)
    return folder


def problems(journal: Path) -> list[Problem]:
    layout = Layout(journal.parent.parent)
    return [found for found, _ in check_journals(layout, REAL) if found is not None]


def write(journal: Path, number: int, made: list[bytes]) -> str:
    """Write a segment and return the link of its last line."""
    data = b"".join(made)
    segment_path(journal, number).write_bytes(data)
    return scan(data).head


def test_nothing_is_said_of_segments_that_go_on_from_one_another(journal: Path) -> None:
    head = write(journal, 1, lines(1, 2))
    write(journal, 2, lines(3, base=2, after=head))
    assert problems(journal) == []


def test_a_segment_that_is_gone_is_an_error_of_its_own_name(journal: Path) -> None:
    head = write(journal, 1, lines(1, 2))
    write(journal, 2, lines(3, base=2, after=head))
    segment_path(journal, 1).unlink()
    (found,) = problems(journal)
    assert found.severity is Severity.ERROR
    assert found.where == "journal/sara@laptop/000001.jsonl"
    assert "it is gone" in found.what
    assert "edits up to number 2" in found.what


def test_a_journal_that_begins_with_a_later_segment_and_no_edit_before_it_is_sound(
    journal: Path,
) -> None:
    write(journal, 2, lines(1))
    assert problems(journal) == []


def test_lines_that_another_copy_wrote_behind_a_segment_are_a_warning(journal: Path) -> None:
    made = lines(1, 2)
    head = scan(b"".join(made[:2])).head
    write(journal, 1, made)
    write(journal, 2, lines(2, base=1, after=head))
    (found,) = problems(journal)
    assert found.severity is Severity.WARNING
    assert "another copy of the journal wrote them" in found.what


def test_an_older_copy_of_a_segment_is_told_by_what_the_next_goes_on_from(journal: Path) -> None:
    head = write(journal, 1, lines(1, 2, 3))
    write(journal, 1, lines(1))
    write(journal, 2, lines(4, base=3, after=head))
    (found,) = problems(journal)
    assert found.severity is Severity.ERROR
    assert "ends at edit 1" in found.what
    assert "up to edit 3" in found.what


def test_an_older_copy_of_a_segment_of_the_first_format_is_told_by_its_numbers(
    journal: Path,
) -> None:
    write(journal, 1, lines(1))
    write(journal, 2, lines(4, base=3))
    (found,) = problems(journal)
    assert found.severity is Severity.ERROR
    assert "ends at edit 1" in found.what
    assert "goes on from edit 3" in found.what


def test_numbers_that_another_device_used_are_no_gap(journal: Path) -> None:
    write(journal, 1, lines(1))
    write(journal, 2, lines(4, base=3))
    other = journal.parent / "sara@desk"
    other.mkdir()
    write(other, 1, lines(2, 3))
    assert problems(journal) == []


def test_a_damaged_line_does_not_make_a_gap_as_well(journal: Path) -> None:
    made = lines(1, 2)
    head = write(journal, 1, made)
    write(journal, 1, [made[0], made[1].replace(b"u1", b"u9"), made[2]])
    write(journal, 2, lines(3, base=2, after=head))
    (found,) = problems(journal)
    assert found.what.startswith("1 lines are damaged")


def test_a_segment_that_says_itself_what_it_lost_is_only_noted(journal: Path) -> None:
    made = lines(1, 2, 3)
    gone = encode_line(Lost(1, link_of(made[2][:-1]), link_of(made[1][:-1])))
    write(journal, 1, [*made[:2], gone, made[3]])
    write(journal, 2, lines(4, base=3, after="0" * 16))
    (found,) = problems(journal)
    assert found.severity is Severity.NOTE
    assert found.what.startswith("1 lines could not be brought back")


def test_mixed_copies_of_one_segment_are_seen_by_their_links(journal: Path) -> None:
    mine, other = lines(1, 2, 3), lines(1, 2, 3, word="علييف")
    write(journal, 1, [*mine[:2], other[2], mine[3]])
    (found,) = problems(journal)
    assert "two copies of the journal were mixed" in found.what


def test_a_damaged_first_line_is_said(journal: Path) -> None:
    write(journal, 1, [b"no header\n", *lines(1)[1:]])
    assert "its first line is damaged" in [found.what for found in problems(journal)]


def test_a_folder_in_the_place_of_a_segment_is_told_once(journal: Path) -> None:
    segment_path(journal, 1).mkdir()
    write(journal, 2, lines(3, base=2, after="0" * 16))
    (found,) = problems(journal)
    assert found.severity is Severity.ERROR
    assert found.where == "journal/sara@laptop/000001.jsonl"


def test_edits_this_computer_remembers_and_the_journal_lacks_are_an_error(journal: Path) -> None:
    whole = scan(b"".join(lines(1, 2, 3)))
    remember(journal, Mark(3, whole.head))
    write(journal, 1, lines(1))
    (found,) = problems(journal)
    assert found.severity is Severity.ERROR
    assert found.where == "journal/sara@laptop"
    assert "backup" in found.remedy


@pytest.mark.parametrize(
    ("name", "severity", "what"),
    [
        ("000001.jsonl.tmp", Severity.NOTE, "a temporary file of an interrupted save"),
        ("000001.jsonl.merged", Severity.NOTE, "kept as evidence of what was healed"),
        ("000001.jsonl.damaged-2026", Severity.NOTE, "kept as evidence of what was healed"),
        (
            "000001 (conflicted copy).jsonl",
            Severity.WARNING,
            "a sync program's conflict copy of the journal",
        ),
        ("notes.docx", Severity.WARNING, "not a file of Hashiya; it is ignored"),
    ],
)
def test_what_else_lies_in_a_journal_is_named(
    journal: Path, name: str, severity: Severity, what: str
) -> None:
    (journal / name).write_bytes(b"")
    (found,) = problems(journal)
    assert (found.where, found.severity, found.what) == (
        f"journal/sara@laptop/{name}",
        severity,
        what,
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"not JSON", "is damaged"),
        (b'{"known":{},\n"_hashiya":{"1":{"rows":0,"sha256":"0"}}}\n', "checksum"),
    ],
)
def test_a_changed_summary_of_what_layers_hold_is_made_again(
    journal: Path, data: bytes, what: str
) -> None:
    write(journal, 1, lines(1))
    (journal / KNOWN).write_bytes(data)
    (found,) = problems(journal)
    assert found.severity is Severity.WARNING
    assert what in found.what
    assert "makes it again" in found.remedy


def test_a_segment_that_was_cut_is_told_by_the_next_and_what_a_crash_leaves_is_not(
    journal: Path,
) -> None:
    made = lines(1, 2, 3)
    head = write(journal, 1, made)
    write(journal, 2, lines(4, base=3, after=head))
    path = segment_path(journal, 1)
    path.write_bytes(path.read_bytes() + b'{"q":4,"t":"2026')  # never acknowledged
    assert problems(journal) == []
    path.write_bytes(b"".join(made)[:-20])
    (problem,) = problems(journal)
    assert (problem.severity, problem.where) == (
        Severity.ERROR,
        f"journal/{journal.name}/000001.jsonl",
    )
    assert "--repair" in problem.remedy
