"""Write the golden datasheets again, to be inspected by eye: ``python -m tests.unit.datasheet.write_golden``."""

import tempfile
from pathlib import Path

from annotator.datasheet.gathering import gather_datasheet
from annotator.datasheet.markdown import to_markdown
from annotator.project import Project
from tests.helpers.judged import judged_sample
from tests.unit.datasheet.test_datasheet import GOLDEN, TODAY

if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.open(judged_sample(Path(folder)), read_only=True) as project,
    ):
        sheet = gather_datasheet(project, draws=0, today=TODAY)
        for language in ("en", "ar"):
            path = GOLDEN / f"datasheet.{language}.md"
            path.write_text(to_markdown(sheet, language), encoding="utf-8", newline="\n")
