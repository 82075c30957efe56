"""Write the golden files of feedback again, to be inspected by eye: ``python -m tests.unit.feedback.write_golden``."""

import tempfile
from pathlib import Path

from annotator.feedback.gathering import gather
from annotator.feedback.html import to_html
from annotator.feedback.markdown import to_markdown
from annotator.project import Project
from tests.helpers.judged import judged_sample
from tests.unit.feedback.test_feedback import GOLDEN, TODAY

if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.open(judged_sample(Path(folder)), read_only=True) as project,
    ):
        told = gather(project, "b", draws=0, today=TODAY)
        for language in ("en", "ar"):
            for name, text in (
                ("html", to_html(told, language)),
                ("md", to_markdown(told, language)),
            ):
                path = GOLDEN / f"feedback.{language}.{name}"
                path.write_text(text, encoding="utf-8", newline="\n")
