"""Say in a user's words why the system would not give a file."""

import errno

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "the file may not be read: check its permissions",
    errno.EPERM: "the file may not be read: check its permissions",
    errno.EISDIR: "this is a folder, not a file",
}


def explain(error: OSError) -> str:
    return (
        _REASONS.get(error.errno or 0) or f"the file could not be read ({error.strerror or error})"
    )
