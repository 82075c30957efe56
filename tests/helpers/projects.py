"""Projects made for a test in one line."""

import json
from pathlib import Path

from tinydb import TinyDB

from annotator.model import Article, Layer
from annotator.project import Project
from annotator.project.take_layer import TakeLayer


def make_project(folder: Path, *texts: str, title: str = "") -> Project:
    """Return a new project with these texts as articles, each titled by its first line; close it."""
    project = Project.create(folder, title=title)
    if texts:
        add_texts(project, *texts)
    return project


def add_texts(project: Project, *texts: str) -> list[str]:
    """Take texts into a project and return their article ids."""
    articles = [Article.from_text(text, title=text.split("\n")[0][:40]) for text in texts]
    project.add_articles(articles)
    return [article.id for article in articles]


def put_layer(project: Project, layer: Layer) -> Layer:
    """Save a whole layer for its annotator, in the place of what is there."""
    with project.desk(layer.annotator) as desk:
        return desk.commit(layer.article_id, TakeLayer(desk.layer(layer.article_id), layer))


def stock_tables(path: Path) -> dict[str, list[dict[str, object]]]:
    """Read a file as anybody with plain TinyDB reads it, the checksum apart."""
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        return {
            name: [dict(row) for row in database.table(name)]
            for name in sorted(database.tables())
            if name != "_check"
        }


def layer_file(project: Project, annotator_folder: str, article_id: str) -> Path:
    return project.path / "annotations" / annotator_folder / article_id[:2] / f"{article_id}.json"


def rewrite(path: Path, change: "dict[str, object]") -> None:
    """Change keys of a JSON file by hand, as an editor would."""
    data = json.loads(path.read_text(encoding="utf-8"))
    data.update(change)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
