from dataclasses import replace

from annotator.project.usage import count_usage
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer


def test_usage_counts_every_annotator_and_only_filled_attributes(tmp_path):
    text, layer = picture("قال [بوتين:actor] [اليوم:date] لـ[علييف:actor]")
    named = {
        key: annotation.with_attribute("canonical", "فلاديمير بوتين") if key == "a1" else annotation
        for key, annotation in layer.annotations.items()
    }
    with make_project(tmp_path / "p", text) as project:
        put_layer(project, replace(layer, annotations=named))
        put_layer(project, replace(layer, annotator="layla"))
        steps = []
        usage = count_usage(project, lambda done, total: steps.append((done, total)))
    assert usage.labels == {"actor": 4, "date": 2}
    assert usage.attributes == {("actor", "canonical"): 1}
    assert steps == [(0, 2), (1, 2)]
