"""Take articles and layers into a project: everything or nothing."""

from collections.abc import Callable
from contextlib import ExitStack

from annotator.errors import LockedError
from annotator.importers.base import Refused
from annotator.progress import Counter, Progress
from annotator.project.take_layer import TakeLayer
from annotator.project.transfer.import_plan import Plan, PlannedLayer, is_untouched, named, why_left
from annotator.project.transfer.import_report import ImportReport
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.layers.store import LayerStore
from annotator.store.shared.article_files import adding
from annotator.store.shared.catalog import Catalog


def carry_out(
    plan: Plan,
    layout: Layout,
    filesystem: FileSystem,
    catalog: Catalog,
    borrow: Callable[[str, ExitStack], LayerStore],
    progress: Progress | None,
) -> ImportReport:
    """Write what was planned. After an error, also from ``progress``, nothing of it is left.

    ``borrow`` gives the store of an annotator until the stack is closed, or raises `LockedError`. Articles come first,
    layers next and the catalog last: a crash before that leaves files that no list shows and that the same import
    run again completes.
    """
    counter = Counter(progress, len(plan.articles) + len(plan.layers))
    with ExitStack() as stack:
        stores = _borrow_all(plan, borrow, stack)
        stack.enter_context(adding(layout, plan.new_articles(), catalog, filesystem, counter.step))
        batches = [stack.enter_context(store.batch()) for store in stores.values()]
        for planned in plan.layers.values():
            counter.step()
            _take(plan, planned, stores[planned.annotator])
        counter.finish()

        def save_layers() -> None:
            for batch in batches:
                batch.save()

        catalog.update(plan.new_articles(), plan.metadata, first=save_layers)
        for batch in batches:
            batch.is_kept = True
    return ImportReport(tuple(plan.files))


def _take(plan: Plan, planned: PlannedLayer, store: LayerStore) -> None:
    """Put a layer in its place, unless its annotator has begun one since the plan was made."""
    article, after = plan.article(planned.article), plan.layer(planned.layer)
    before = store.layer(article)
    if is_untouched(before):
        store.commit(article, TakeLayer(before, after))
        planned.file.layers += 1
        planned.file.annotations += len(after)
    else:
        planned.file.skipped.append(f"{named(article)}: {why_left(before, after)}")


def _borrow_all(
    plan: Plan, borrow: Callable[[str, ExitStack], LayerStore], stack: ExitStack
) -> dict[str, LayerStore]:
    """Get every annotator's store; leave out and report the layers of those who are at work elsewhere."""
    stores: dict[str, LayerStore] = {}
    refused: dict[str, str] = {}
    for key, planned in list(plan.layers.items()):
        name = planned.annotator
        if name not in stores and name not in refused:
            try:
                stores[name] = borrow(name, stack)
            except LockedError as error:
                refused[name] = str(error)
        if name in refused:
            planned.file.refused.append(
                Refused(named(plan.article(planned.article)), f"layer not taken: {refused[name]}")
            )
            del plan.layers[key]
    return stores
