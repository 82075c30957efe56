"""When a test gives up. One that passes does not get near these: a loaded machine is slower, and everything still happens."""

DEADLINE = 60.0
"""Seconds to wait for something in this process, long enough for several busy processes a core."""

DEADLINE_MS = 60_000
"""The same in Qt's milliseconds."""

PROCESS_DEADLINE = 300.0
"""Seconds to wait for a program that a test started; it may have to import Qt first."""
