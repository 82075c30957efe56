"""Which layers have changed since somebody last looked, without opening any of them."""

from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout, folder_name
from annotator.store.layers.reader import LayerReader
from annotator.store.layers.summary_index import layer_files


def revisions(
    layout: Layout, annotator: str, reader: LayerReader, filesystem: FileSystem
) -> dict[str, str]:
    """Return a text for each article on which an annotator has a layer; another text when the layer may be another.

    It is made of the file's date and size and of the last journal entry of every device.
    """
    base = layout.annotator(folder_name(annotator))
    stamps = {article_id: stamp for article_id, _, stamp in layer_files(base, filesystem)}
    histories = reader.histories(annotator)
    journaled = {i for device in histories.devices.values() for i in device.known}
    return {
        article_id: f"{stamps.get(article_id)}{sorted(histories.known(article_id).items())}"
        for article_id in stamps.keys() | journaled
    }
