"""The kinds of text out of scope, in the language of the window."""

from PySide6.QtCore import QObject


class ZoneWords(QObject):
    """Holds the words so that they are translated in one place."""

    def kind(self, kind: str) -> str:
        """Return the name of a kind of zone; kinds that came with imported data keep their own."""
        return {
            "boilerplate": self.tr("Boilerplate"),
            "credits": self.tr("Credits"),
            "stray": self.tr("Another article"),
            "nav": self.tr("Navigation"),
        }.get(kind, kind)
