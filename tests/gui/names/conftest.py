from tests.gui.proposals.conftest import make_bench, undo

__all__ = ["make_bench", "undo"]
