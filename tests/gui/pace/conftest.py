from tests.gui.window.conftest import answer_every_question, make_bench

__all__ = ["answer_every_question", "make_bench"]
