from PySide6.QtWidgets import QScrollBar


def show_only_what_moves(bar: QScrollBar) -> None:
    """Show no handle in a bar that is always there while there is nothing to scroll."""
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
    bar.setEnabled(bar.maximum() > bar.minimum())
