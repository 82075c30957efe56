"""An annotator who works at random, and an account of what was acknowledged."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from annotator import edits
from annotator.edits import Edit
from annotator.errors import NotSavedError
from annotator.model import Annotation, Article, Layer, Relation, Remark, Span, Status, Zone
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.layers.store import LayerStore

ROOT = Path("/p")
ANNOTATOR = "sara"
DEVICE = "laptop"
SHORT_JOURNAL = 2500
"""Bytes a segment: short, so that a few edits already roll it over."""

LABELS = ("actor", "date", "quote", "agreement")
WORDS = "مجلس الأمن الدولي الحكومة البرلمان رئيس الوزراء بوتين قال أمس اتفاق"


def make_articles(count: int) -> list[Article]:
    return [
        Article.from_text(f"{number} {WORDS} قال بوتين إن الاتفاق نافذ") for number in range(count)
    ]


def open_store(
    filesystem: FileSystem, root: Path = ROOT, *, limit: int = SHORT_JOURNAL
) -> LayerStore:
    return LayerStore(Layout(root), ANNOTATOR, DEVICE, filesystem, journal_limit=limit)


@dataclass(slots=True)
class Account:
    """All acknowledged states of every article, the newest last, and the edit that is under way."""

    states: dict[str, list[Layer]] = field(default_factory=dict[str, list[Layer]])
    in_flight: Layer | None = None
    refused: list[Layer] = field(default_factory=list[Layer])
    acknowledged: int = 0

    def now(self, article: Article) -> Layer:
        return self.states.get(article.id, [Layer(ANNOTATOR, article.id)])[-1]

    def begin(self, after: Layer) -> None:
        self.in_flight = after

    def acknowledge(self) -> None:
        assert self.in_flight is not None
        layer = self.in_flight
        self.states.setdefault(layer.article_id, [Layer(ANNOTATOR, layer.article_id)]).append(layer)
        self.in_flight = None
        self.acknowledged += 1

    def refuse(self) -> None:
        assert self.in_flight is not None
        self.refused.append(self.in_flight)
        self.in_flight = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far what was found differs from what was acknowledged, in edits; ``invented`` states nobody ever made."""

    lost: int = 0
    invented: int = 0
    unacknowledged: int = 0
    """Edits that were under way and turned out to be there, which is allowed."""


def compare(account: Account, found: dict[str, Layer]) -> Verdict:
    lost = invented = unacknowledged = 0
    for article_id, states in account.states.items():
        layer = found.get(article_id, Layer(ANNOTATOR, article_id))
        if layer == states[-1]:
            continue
        if layer == account.in_flight or layer in account.refused:
            unacknowledged += 1
        elif layer in states:
            lost += len(states) - 1 - states.index(layer)
        else:
            lost += 1
            invented += 1
    for article_id, layer in found.items():
        if article_id not in account.states and layer != Layer(ANNOTATOR, article_id):
            allowed = layer == account.in_flight or layer in account.refused
            unacknowledged += allowed
            invented += not allowed
    return Verdict(lost, invented, unacknowledged)


def work(
    store: LayerStore,
    articles: list[Article],
    account: Account,
    random: Random,
    edits_wanted: int,
    *,
    after_each: Callable[[], None] = lambda: None,
) -> None:
    """Make edits of all kinds on any of the articles, and checkpoints in between, as leaving an article does."""
    for number in range(edits_wanted):
        article = random.choice(articles)
        layer = store.layer(article)
        edit = any_edit(article, layer, random, f"e{number:05d}-{random.getrandbits(24):06x}")
        account.begin(edit.apply(layer))
        try:
            store.commit(article, edit)
        except NotSavedError:
            account.refuse()
        else:
            account.acknowledge()
        after_each()
        if random.random() < 0.1:
            try:
                store.checkpoint()
            except NotSavedError:
                continue


def any_edit(article: Article, layer: Layer, random: Random, name: str) -> Edit:
    """Return an edit of any kind that fits the layer."""
    if len(layer) < 3 or random.random() < 0.4:
        return edits.add(_annotation(article, random, name), layer)
    chosen = random.choice(sorted(layer.annotations))
    kind = random.randrange(11)
    if kind == 0:
        return edits.remove(chosen, layer)
    if kind == 1:
        return edits.relabel(
            chosen,
            random.choice([label for label in LABELS if label != layer[chosen].label]),
            layer,
        )
    if kind == 2:
        return edits.move(chosen, _span(article, random), layer)
    if kind == 3:
        return edits.set_note(chosen, f"{random.random()} \u2028 «ملاحظة»", layer)
    if kind == 4:
        return edits.set_attribute(chosen, "canonical", f"دميتري {random.random()}", layer)
    if kind == 5:
        other = random.choice(sorted(layer.annotations))
        relation = Relation("speaker", chosen, other)
        return edits.unlink(relation) if relation in layer.relations else edits.link(relation)
    if kind == 6:
        zone = Zone(_span(article, random), random.choice(("boilerplate", "credits")))
        return edits.RemoveZone(zone) if zone in layer.zones else edits.AddZone(zone)
    if kind == 7:
        status = random.choice([s for s in Status if s != layer.status])
        return edits.set_status(status, layer, random.choice(("", "ab" * 32)))
    if kind == 8:
        about = random.choice((chosen, ""))
        place = layer[chosen].span if about else random.choice((None, _span(article, random)))
        return edits.add_remark(Remark(name, "question", "من قاله؟", place, about))
    if kind == 9 and layer.remarks:
        asked = random.choice(sorted(layer.remarks))
        if random.random() < 0.3:
            return edits.remove_remark(asked, layer)
        return edits.change_remark(asked, layer, answer=f"{random.random()}", is_settled=True)
    several = [edits.AddAnnotation(_annotation(article, random, f"{name}-{i}")) for i in range(3)]
    return edits.Bulk((*several, edits.remove(chosen, layer)))


def read_all(store: LayerStore, articles: list[Article]) -> dict[str, Layer]:
    return {article.id: store.layer(article) for article in articles}


def _annotation(article: Article, random: Random, name: str) -> Annotation:
    return Annotation(name, _span(article, random), random.choice(LABELS))


def _span(article: Article, random: Random) -> Span:
    start = random.randrange(len(article.text) - 1)
    return Span(start, random.randrange(start + 1, len(article.text) + 1))
