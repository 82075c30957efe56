"""A font as a page carries it: WOFF, which is the font's own tables, each compressed.

Source: W3C, "WOFF File Format 1.0", sections 3 to 5.
"""

import struct
import zlib

_HEADER = struct.Struct(">4sIIHHIHHIIIII")
_ENTRY = struct.Struct(">5I")
_TTF_HEAD = 12
_TTF_ENTRY = 16


def woff_of(font: bytes) -> bytes:
    """Return a TrueType or OpenType font as WOFF 1.0; nothing of it is changed but how it is packed."""
    (count,) = struct.unpack_from(">H", font, 4)
    offset = _HEADER.size + count * _ENTRY.size
    directory, tables = bytearray(), bytearray()
    for number in range(count):
        tag, checksum, start, length = struct.unpack_from(
            ">4I", font, _TTF_HEAD + number * _TTF_ENTRY
        )
        plain = font[start : start + length]
        packed = zlib.compress(plain, 9)
        stored = packed if len(packed) < length else plain
        directory += _ENTRY.pack(tag, offset + len(tables), len(stored), length, checksum)
        tables += stored + bytes(-len(stored) % 4)
    unpacked = (
        _TTF_HEAD
        + count * _TTF_ENTRY
        + sum((length + 3) & ~3 for *_, length, _ in _ENTRY.iter_unpack(bytes(directory)))
    )
    whole = offset + len(tables)
    head = _HEADER.pack(
        b"wOFF", *struct.unpack_from(">I", font), whole, count, 0, unpacked, 1, 0, *[0] * 5
    )
    return head + bytes(directory) + bytes(tables)
