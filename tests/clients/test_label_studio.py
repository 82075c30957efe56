"""Label Studio's own SDK reads the labelling interface and finds every annotation valid under it."""

import json
import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the SDK's own, of what it imports
    from label_studio_sdk.label_interface import LabelInterface

from annotator.project import Project
from tests.unit.formats.build import export_all
from tests.unit.formats.hostile import HOSTILE

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*:UserWarning:pydantic"),
]
ROOT = Path(__file__).resolve().parents[2]


def check(files):
    """Raise where the SDK finds a result that its interface does not ask for, or words that are not those of the text."""
    interface = LabelInterface(files["config.xml"])
    interface.validate()
    count = 0
    for task in json.loads(files[""]):
        interface.validate_task({"data": task["data"]})
        for work in task["annotations"]:
            assert interface.validate_annotation(work)
            for result in work["result"]:
                value = result.get("value", {})
                if result["type"] == "labels":
                    assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                    count += 1
    return count


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_hostile_articles_are_valid(item):
    files, report = export_all("label-studio", item)
    assert check(files) == report.written


def test_the_sample_project_is_valid_with_links_values_and_zones(tmp_path):
    with Project.open(ROOT / "projects" / "karabakh", read_only=True) as project:
        report = project.export(tmp_path / "tasks.json", format="label-studio", status="any")
    files = {
        "": (tmp_path / "tasks.json").read_text("utf-8"),
        "config.xml": (tmp_path / "tasks.config.xml").read_text("utf-8"),
    }
    zones = sum(
        result["from_name"] == "zone"
        for task in json.loads(files[""])
        for work in task["annotations"]
        for result in work["result"]
        if "from_name" in result
    )
    assert check(files) == report.loss.written + zones > 0


def test_the_sdk_refuses_what_its_interface_does_not_ask_for():
    files, _ = export_all("label-studio", HOSTILE["emoji"])
    interface = LabelInterface(files["config.xml"])
    [work] = json.loads(files[""])[0]["annotations"]
    work["result"][0]["from_name"] = "elsewhere"
    assert not interface.validate_annotation(work)
