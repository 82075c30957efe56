"""Text that came from names on disk, which need not be text."""


def storable(text: str) -> str:
    r"""Return text that every file can hold: bytes of a name that are not UTF-8 are written as ``\xff``."""
    try:
        text.encode()
    except UnicodeEncodeError:
        try:
            raw = text.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:  # surrogates that stand for no byte of a name
            raw = text.encode("utf-8", "surrogatepass")
        return raw.decode("utf-8", "backslashreplace")
    return text
