"""Take articles and layers into a project: everything or nothing."""

from collections.abc import Callable
from contextlib import ExitStack, suppress

from annotator.errors import AnnotatorError, LockedError
from annotator.importers.base import Refused
from annotator.project.import_plan import Plan, PlannedLayer, named
from annotator.project.import_report import ImportReport
from annotator.project.progress import Progress
from annotator.project.take_layer import TakeLayer
from annotator.store.article_files import remove_article, write_article
from annotator.store.catalog import Catalog
from annotator.store.filesystem import FileSystem
from annotator.store.layers import LayerStore
from annotator.store.layout import Layout


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
    with ExitStack() as stack:
        stores = _borrow_all(plan, borrow, stack)
        total = len(plan.articles) + len(plan.layers)
        done = 0
        undo = stack.enter_context(ExitStack())
        for article in plan.articles.values():
            _tell(progress, done, total)
            if write_article(layout, article, filesystem):
                undo.callback(remove_article, layout, article.id, filesystem)
            done += 1
        for planned in plan.layers.values():
            _tell(progress, done, total)
            store = stores[planned.after.annotator]
            store.commit(planned.article, TakeLayer(planned.before, planned.after))
            undo.callback(_take_back, store, planned)
            done += 1
        _tell(progress, total, total)
        catalog.update(plan.articles.values(), plan.metadata)
        undo.pop_all()
    for planned in plan.layers.values():
        planned.file.layers += 1
        planned.file.annotations += len(planned.after)
    return ImportReport(tuple(plan.files))


def _borrow_all(
    plan: Plan, borrow: Callable[[str, ExitStack], LayerStore], stack: ExitStack
) -> dict[str, LayerStore]:
    """Get every annotator's store; leave out and report the layers of those who are at work elsewhere."""
    stores: dict[str, LayerStore] = {}
    refused: dict[str, str] = {}
    for key, planned in list(plan.layers.items()):
        name = planned.after.annotator
        if name not in stores and name not in refused:
            try:
                stores[name] = borrow(name, stack)
            except LockedError as error:
                refused[name] = str(error)
        if name in refused:
            planned.file.refused.append(
                Refused(named(planned.article), f"layer not taken: {refused[name]}")
            )
            del plan.layers[key]
    return stores


def _take_back(store: LayerStore, planned: PlannedLayer) -> None:
    with suppress(AnnotatorError):  # the first error is the one to report
        store.commit(planned.article, TakeLayer(planned.after, planned.before))


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)
