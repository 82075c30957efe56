import json

from annotator.model import DEFAULT_SCHEMA, CliticPolicy, Colours, Label, Schema
from annotator.project import Project

PLACE = Label("place", "Place", "مكان", "p", Colours("#AABBCC", "#112233", "#112233", "#AABBCC"))


def test_the_guidelines_are_the_default():
    policies = {label.name: label.clitics for label in DEFAULT_SCHEMA.labels}
    assert policies == {"actor": "strip", "date": "strip", "quote": "keep", "agreement": "strip"}


def test_what_a_label_does_with_clitics_is_kept_in_the_project(tmp_path):
    kept = Label(*(PLACE.name, "Place", "مكان", "p", PLACE.colours), clitics=CliticPolicy.KEEP)
    Project.create(tmp_path / "p", schema=Schema((kept,))).close()
    with Project.open(tmp_path / "p") as project:
        assert project.schema.labels[0].clitics == CliticPolicy.KEEP


def test_labels_from_before_are_read_as_the_guidelines_have_them(tmp_path):
    schema = Schema((*DEFAULT_SCHEMA.labels, PLACE), DEFAULT_SCHEMA.relations)
    Project.create(tmp_path / "p", schema=schema).close()
    file = tmp_path / "p" / "project.json"
    tables = json.loads(file.read_text(encoding="utf-8"))
    for row in tables["labels"].values():
        del row["clitics"]
    file.write_text(json.dumps(tables), encoding="utf-8")
    with Project.open(tmp_path / "p") as project:
        assert project.schema == schema
