"""A program that works until it is killed: says TRY before each edit, ACK when the store called it durable.

Run as ``python -m tests.crash.victim PROJECT SEED``. Each line is written with one system call, so a kill cannot tear it.
"""

import hashlib
import os
import sys
from pathlib import Path
from random import Random

from annotator.model import Layer
from annotator.project import Project
from annotator.store.layers.store import LayerStore
from tests.crash.workload import ANNOTATOR, SHORT_JOURNAL, any_edit

CHECKPOINTS = 0.05
"""The share of edits after which the files are brought up to date, as on leaving an article."""


def fingerprint(layer: Layer) -> str:
    """Return a name for what a layer holds."""
    parts = (
        [
            (a.id, a.start, a.end, a.label, sorted(a.attributes.items()), a.note, str(a.origin))
            for a in layer
        ],
        sorted(map(repr, layer.relations)),
        sorted(map(repr, layer.zones)),
        str(layer.status),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def say(*words: str) -> None:
    os.write(1, f"{' '.join(words)}\n".encode())


def main(folder: Path, seed: int) -> None:
    assert LayerStore.__init__.__kwdefaults__ is not None
    LayerStore.__init__.__kwdefaults__["journal_limit"] = 8 * SHORT_JOURNAL  # roll over often
    random = Random(seed)
    with Project.open(folder) as project, project.desk(ANNOTATOR) as desk:
        articles = [project.article(entry.id) for entry in project.entries()]
        say("READY")
        number = 0
        while True:
            number += 1
            article = random.choice(articles)
            layer = desk.layer(article.id)
            edit = any_edit(article, layer, random, f"{seed:04d}-{number:05d}")
            say("TRY", article.id, fingerprint(edit.apply(layer)))
            desk.commit(article.id, edit)
            say("ACK")
            if random.random() < CHECKPOINTS:
                desk.checkpoint()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
