"""Bring damaged lines of a journal back: a line's checksum says which one byte was another one.

CRC-32 tells any two lines apart that differ in one byte, so a line with one wrong byte has exactly one neighbour that fits.
The walk backwards through the register finds it without trying: see Stigge et al., "Reversing CRC - Theory and
Practice", HU Berlin 2006. The next line's link proves it once more. What cannot be brought back is replaced by a line that
says so, and the chain goes on.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.journal.lines import (
    FORMAT,
    Entry,
    Header,
    Lost,
    bare,
    decode_line,
    encode_line,
    link_of,
)
from annotator.store.journal.segments import scan

_SUFFIX = len(b',"c":"488ba1a4"}')
_TABLE = [zlib.crc32(bytes([n])) ^ zlib.crc32(b"\0") for n in range(256)]
"""What one byte that differs by ``n`` changes in the checksum when it is the last one."""
_BYTE = {value: n for n, value in enumerate(_TABLE) if n}
_BY_TOP = {value >> 24: n for n, value in enumerate(_TABLE)}


@dataclass(frozen=True, slots=True)
class MendedSegment:
    """A segment's bytes with every line whole, how many were brought back and how many only marked as lost.

    ``is_mixed`` tells that lines of another copy of the journal are among them.
    """

    data: bytes
    restored: int
    lost: int
    is_mixed: bool = False


def mend_segment(
    data: bytes, who: str, device: str, copies: Sequence[bytes] = ()
) -> MendedSegment | None:
    """Return a segment without damaged lines, or None where none is damaged. Bytes behind the last line end stay out.

    What its checksum does not bring back is taken from ``copies`` of the segment, such as backups have, where the lines
    around it are the same there.
    """
    end = data.rfind(b"\n") + 1
    lines = [bare(line) for line in data[:end].split(b"\n")[:-1]]
    is_whole = all(decode_line(line) is not None for line in lines) and lines
    if is_whole and not scan(data).breaks:
        return None
    others = [_lines_of(copy) for copy in copies]
    restored = lost = 0
    whole: list[bytes] = []
    for run, after in _runs(lines):
        if decode_line(run[0]) is not None:
            if whole and _names(run[0]) not in ("", _goes_on(whole[-1])):
                # Another copy's lines follow: the chain is led across, and both are merged.
                whole.append(encode_line(Lost(0, _names(run[0]), link_of(whole[-1])))[:-1])
            whole.extend(run)
            continue
        found = _restore(run)
        if found is not None and (not after or _names(after) in ("", link_of(found[-1]))):
            whole.extend(found)
            restored += len(found)
            continue
        found = _copied(whole[-1] if whole else b"", len(run), after, others)
        whole.extend(found)
        restored += len(found)
        rest = 0 if after and found else len(run) - len(found)
        if not rest:
            continue
        lost += rest
        if not whole:
            version = FORMAT if _names(after) else 1
            whole.append(encode_line(Header(version, 0, who, device))[:-1])
        whole.append(encode_line(Lost(rest, _names(after), link_of(whole[-1])))[:-1])
    return MendedSegment(
        b"".join(line + b"\n" for line in whole), restored, lost, is_mixed=bool(is_whole)
    )


def replace_segment(path: Path, data: bytes, filesystem: FileSystem) -> None:
    """Put a mended segment in the place of the damaged one, which the caller has kept."""
    write_atomically(filesystem, path, data)


def restore_line(line: bytes) -> bytes | None:
    """Return the line that differs from this one in one byte and fits its checksum, or None where there is none."""
    if len(line) <= _SUFFIX:
        return None
    body = line[:-_SUFFIX] + b"}"
    right = b',"c":"%08x"}' % zlib.crc32(body)
    if sum(a != b for a, b in zip(right, line[-_SUFFIX:], strict=True)) == 1:
        return _sound(line[:-_SUFFIX] + right)
    try:
        register = zlib.crc32(body) ^ int(line[-10:-2], 16)
    except ValueError:
        return None
    for position in range(len(body) - 1, -1, -1):
        if (difference := _BYTE.get(register)) is not None:
            byte = body[position] ^ difference
            mended = body[:position] + bytes([byte]) + body[position + 1 :]
            return _sound(mended[:-1] + line[-_SUFFIX:])
        index = _BY_TOP[register >> 24]
        register = ((register ^ _TABLE[index]) << 8 | index) & 0xFFFFFFFF
    return None


def _restore(run: list[bytes]) -> list[bytes] | None:
    """Bring a run of damaged lines back: one byte in one line, a line end too many, or one too few."""
    if len(run) == 1:
        return _one(restore_line(run[0])) or _parted(run[0])
    if len(run) == 2:
        return _one(restore_line(run[0] + b"\0" + run[1]))
    return None


def _lines_of(data: bytes) -> list[bytes]:
    """Return the lines of a copy of a segment, none where it is damaged itself."""
    lines = [bare(line) for line in data.split(b"\n")[:-1]]
    return lines if all(decode_line(line) is not None for line in lines) else []


def _copied(before: bytes, count: int, after: bytes, others: list[list[bytes]]) -> list[bytes]:
    """Return the lines that a copy has between two others, or at most ``count`` behind the first where nothing is after."""
    longest: list[bytes] = []
    for lines in others:
        if before and before not in lines:
            continue
        start = lines.index(before) + 1 if before else 0
        rest = lines[start:]
        if not after:
            longest = max(longest, rest[:count], key=len)
            continue
        links = [link_of(line) for line in rest]
        if _names(after) in links:
            return rest[: links.index(_names(after)) + 1]
    return longest


def _parted(line: bytes) -> list[bytes] | None:
    """Part two lines whose line end became another byte."""
    at = line.find(b'"}')
    while at >= 0:
        first, second = line[: at + 2], line[at + 3 :]
        if decode_line(first) is not None and decode_line(second) is not None:
            return [first, second]
        at = line.find(b'"}', at + 1)
    return None


def _runs(lines: list[bytes]) -> Iterator[tuple[list[bytes], bytes]]:
    """Yield sound lines one by one and damaged ones together, each with the line after it."""
    start = 0
    while start < len(lines):
        stop = start + 1
        if decode_line(lines[start]) is None:
            while stop < len(lines) and decode_line(lines[stop]) is None:
                stop += 1
        yield lines[start:stop], lines[stop] if stop < len(lines) else b""
        start = stop


def _names(line: bytes) -> str:
    """Return the link that a sound line names, empty where it names none."""
    record = decode_line(line)
    return record.p if isinstance(record, Entry | Header | Lost) else ""


def _goes_on(line: bytes) -> str:
    """Return the link that the line after this one has to name."""
    record = decode_line(line)
    return (record.link if isinstance(record, Lost) else "") or link_of(line)


def _one(line: bytes | None) -> list[bytes] | None:
    return None if line is None else [line]


def _sound(line: bytes) -> bytes | None:
    return line if decode_line(line) is not None else None
