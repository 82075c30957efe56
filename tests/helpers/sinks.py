"""Sinks: one keeps what is written in memory, one keeps nothing."""

import io


class _Kept(io.BytesIO):
    """A file whose content outlives its closing."""

    def __init__(self, files: dict[str, bytes], name: str) -> None:
        super().__init__()
        self._files = files
        self._name = name

    def close(self) -> None:
        if not self.closed:
            self._files[self._name] = self.getvalue()
        super().close()


class MemorySink:
    """Keeps the file asked for under ``""``, those beside it under their word, those of a folder under their name."""

    part = ""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._open: dict[str, _Kept] = {}

    @property
    def main(self) -> io.BytesIO:
        return self.open("") if "" not in self._open else self._open[""]

    def beside(self, word: str, suffix: str | None = None) -> io.BytesIO:
        return self.open(word + (suffix or ""))

    def open(self, name: str) -> io.BytesIO:
        assert name not in self._open
        return self._open.setdefault(name, _Kept(self._files, name))

    def files(self) -> dict[str, bytes]:
        """Close everything and return what each file holds."""
        for stream in self._open.values():
            stream.close()
        return dict(self._files)


class Nowhere(io.RawIOBase):
    """A file that keeps nothing of what is written but how much it was; it cannot be gone back in, as a pipe cannot."""

    def __init__(self) -> None:
        super().__init__()
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, content: bytes | bytearray | memoryview, /) -> int:
        size = memoryview(content).nbytes
        self._written += size
        return size

    def tell(self) -> int:
        return self._written


class KeepingNothing:
    """A sink of any number of files that keep nothing."""

    part = ""

    def __init__(self) -> None:
        self.main = Nowhere()

    def beside(self, word: str, suffix: str | None = None) -> Nowhere:
        return Nowhere()

    def open(self, name: str) -> Nowhere:
        return Nowhere()
