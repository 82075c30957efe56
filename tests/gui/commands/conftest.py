from tests.gui.window.conftest import make_bench

__all__ = ["make_bench"]
