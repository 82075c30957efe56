"""Learning models from the articles that one annotator may learn from, beside everything else: a worker's work."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.progress import Counter as Steps
from annotator.progress import Progress
from annotator.suggest.gazetteer import Gazetteer, Learnt
from annotator.suggest.learning import features as featured
from annotator.suggest.learning.model import Tagger, Trainer, in_lines, tags_of
from annotator.suggest.names_known import KnownNames

VERSION = 1
"""Of what a model is made from and how: another one makes kept models worthless."""

FEWEST = 8
"""Spans of a label that a model is learnt from: with fewer it repeats what the names know."""

LEAST = 0.3
"""The score from which a name is shown to the model: it may see more in a doubtful one than its counts do."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn from, as it was at one moment: finished articles by id, and names that are written down."""

    articles: tuple[tuple[str, Learnt], ...]
    known: KnownNames
    labels: tuple[str, ...]
    from_gold: frozenset[str] = frozenset()
    """The articles that gold teaches."""

    def digest(self) -> str:
        """Return what tells this lesson from others: a model of the same lesson is the same."""
        found = hashlib.sha256()
        parts = (VERSION, self.labels, self.known.seed_label, self.known.registry.names)
        found.update(repr(parts).encode())
        for article_id, learnt in self.articles:
            found.update(repr((article_id, learnt.tagged, learnt.regions)).encode())
        return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Model:
    """What was learnt, by label, as bytes that can be kept."""

    labels: Mapping[str, bytes]
    from_gold: frozenset[str] = frozenset()
    """The articles whose gold taught it: nothing is suggested in them by it."""

    def taggers(self) -> dict[str, Tagger]:
        return {label: Tagger(data) for label, data in self.labels.items()}


def train(lesson: Lesson, progress: Progress | None = None) -> Model:
    """Learn a model for each label of which there is enough. Raises what ``progress`` raises, at any step of the work.

    The same lesson gives the same model. 100 articles of 300 words take some seconds.
    """
    names = Gazetteer()
    lesson.known.put_into(names)
    steps = Steps(progress, 2 * len(lesson.articles) + len(lesson.labels))
    for article_id, learnt in lesson.articles:
        steps.step()
        names.learn(article_id, learnt)
    tagged = Counter(label for _, learnt in lesson.articles for _, label in learnt.tagged)
    trainers = {label: Trainer(steps.again) for label in lesson.labels if tagged[label] >= FEWEST}
    for article_id, learnt in lesson.articles if trainers else ():
        steps.step()
        _show(article_id, learnt, names, trainers)
    models: dict[str, bytes] = {}
    for label, trainer in trainers.items():
        steps.step()
        models[label] = trainer.train()
    steps.finish()
    return Model(models, lesson.from_gold)


def _show(
    article_id: str, learnt: Learnt, names: Gazetteer, trainers: Mapping[str, Trainer]
) -> None:
    """Show an article to the trainers, with what the names of the other articles say of it."""
    text = learnt.text
    base = featured.of_text(text)
    matches = list(names.matches(text, LEAST, without=article_id))
    for label, trainer in trainers.items():
        of_label = [match for match in matches if match.label == label]
        seeded = names.seeded(of_label, without=article_id)
        features = featured.with_names(base, text, of_label, seeded)
        spans = [span for span, other in learnt.tagged if other == label]
        trainer.add(in_lines(text, features, tags_of(text, spans), learnt.regions))
