"""Messages without what is nobody's business: no text of articles, no names of people, no folders."""

import re
from pathlib import PurePath
from types import TracebackType

_PATH = re.compile(r"(?<![\w.])(?:~|[A-Za-z]:)?[\\/](?!\s).*?(?=: |['\"»”\n]|$)")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|«[^»\n]*»|“[^”\n]*”|‘[^’\n]*’")
_FOREIGN = re.compile(r"[^\x00-\x7f]+(?:[\s\d.,:;()-]*[^\x00-\x7f]+)*")

HIDDEN = "…"

MOST_FRAMES = 40


def without_private(message: str) -> str:
    """Return a message without quoted words, paths and anything that is not ASCII, each replaced by dots."""
    bare = _QUOTED.sub(HIDDEN, message)
    bare = _PATH.sub(HIDDEN, bare)
    return _FOREIGN.sub(HIDDEN, bare)


def crash_lines(error: BaseException, trace: TracebackType | None) -> str:
    """Return where an exception went through and what caused it, without the words it was about."""
    lines = [f"{type(error).__name__}: {without_private(str(error))}"]
    frames: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        place = "/".join(PurePath(code.co_filename).parts[-2:])
        frames.append(f"  {place}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    lines += frames[-MOST_FRAMES:]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        lines += ["after:", *crash_lines(cause, cause.__traceback__).splitlines()]
    return "\n".join(lines)
