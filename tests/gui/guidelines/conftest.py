from tests.gui.window.conftest import Bench, bench, make_bench

__all__ = ["Bench", "bench", "make_bench"]
