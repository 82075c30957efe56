"""Which layers have changed since somebody last looked, without opening any of them."""

from annotator.store.filesystem import FileSystem
from annotator.store.layer_reader import LayerReader
from annotator.store.layers import layer_ids
from annotator.store.layout import Layout, folder_name


def revisions(
    layout: Layout, annotator: str, reader: LayerReader, filesystem: FileSystem
) -> dict[str, str]:
    """Return a text for each article on which an annotator has a layer; another text when the layer may be another.

    It is made of the file's date and size and of the last journal entry of every device.
    """
    folder = folder_name(annotator)
    histories = reader.histories(annotator)
    journaled = {i for device in histories.devices.values() for i in device.known}
    found: dict[str, str] = {}
    for article_id in {*layer_ids(layout, annotator, filesystem), *journaled}:
        stamp = filesystem.stamp(layout.layer(folder, article_id))
        entries = sorted(histories.known(article_id).items())
        found[article_id] = f"{stamp}{entries}"
    return found
