from tests.unit.feedback.conftest import judged, judged_once, run

__all__ = ["judged", "judged_once", "run"]
