"""What is read of a project is read once, and no more of it than is asked for."""

from annotator.model import Annotation, Span, Status
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.layers import folders, rows
from tests.helpers.projects import make_project, put_layer


class Counting(FileSystem):
    """Counts the folders that are listed."""

    def __init__(self) -> None:
        self.listed = 0

    def names(self, directory):
        self.listed += 1
        return super().names(directory)


def test_a_sound_layer_is_put_together_once(tmp_path, monkeypatch):
    with make_project(tmp_path / "p", "قال بوتين") as project:
        [entry] = project.entries()
        made = Annotation("a1", Span(4, 9), "actor")
        put_layer(project, layer_of("sara", entry.id, made))
    from annotator.project import Project

    found = []
    whole = rows.to_layer
    monkeypatch.setattr(rows, "to_layer", lambda *given: found.append(given) or whole(*given))
    with Project.open(tmp_path / "p", read_only=True) as project:
        found.clear()
        assert project.reader.layer(entry.id, "sara").annotations["a1"] == made
    assert len(found) == 1


def layer_of(name, article_id, *made):
    from annotator.model import Layer

    return Layer(name, article_id, Status.DONE, {one.id: one for one in made})


def test_a_name_without_a_record_is_read_in_the_first_layer(tmp_path):
    with make_project(tmp_path / "p", *(f"مقال {n} عن القمة" for n in range(40))) as project:
        for entry in project.entries():
            put_layer(project, layer_of("sara", entry.id))
    layout, counting = Layout(tmp_path / "p"), Counting()
    layout.annotator_record("sara").unlink()
    assert folders.name_of(layout, "sara", counting) == "sara"
    assert counting.listed == 2  # the shards, and the first of them
