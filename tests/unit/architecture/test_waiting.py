"""Tests wait for what happens. One that sleeps, or that measures how long something took, fails on a busy machine."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2]
EXEMPT = ("benchmarks/", "crash/", "helpers/threads.py")
"""Benchmarks measure time; the long crash suite prints how long it took; a thread says to nobody that it has ended."""

CLOCKS = {"sleep", "qWait", "perf_counter", "monotonic", "process_time"}


def test_no_test_sleeps_or_reads_the_clock():
    found = [
        f"{path.relative_to(TESTS)}:{line}: {what}"
        for path in sorted(TESTS.rglob("*.py"))
        if not path.relative_to(TESTS).as_posix().startswith(EXEMPT)
        for line, what in waits(path.read_text(encoding="utf-8"))
    ]
    assert found == [], (
        "wait for what should happen: qtbot.waitUntil, Event.wait(DEADLINE), tests.helpers.waiting.once"
    )


def test_each_way_to_wait_for_a_time_is_seen():
    code = """
time.sleep(1)
sleep(0.1)
QTest.qWait(2000)
qtbot.wait(20)
bench.qtbot.wait(20)
QTimer.singleShot(50, answer)
started = time.perf_counter()
done.wait(5)
qtbot.waitUntil(done, timeout=100)
"""
    assert [line for line, _ in waits(code)] == list(range(2, 11))
    assert list(waits("QTimer.singleShot(0, act)\ndone.wait(DEADLINE)\nprocess.wait()")) == []


def waits(code: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of every call that waits for a number of seconds, and of every look at a clock."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and waits_for_a_time(node):
            yield node.lineno, ast.unparse(node)


def waits_for_a_time(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    times = [argument for argument in call.args[:1] if is_number(argument)]
    times += [
        word.value for word in call.keywords if word.arg == "timeout" and is_number(word.value)
    ]
    if name == "singleShot":
        return any(time.value for time in times)
    return name in CLOCKS or (name.startswith("wait") and bool(times))


def is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)
