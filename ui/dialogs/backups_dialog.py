"""Lists the backups of the project; one can be made, one can be brought back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.i18n import isolate_ltr
from ui.widgets.form import WIDE, FormDialog, quiet

if TYPE_CHECKING:
    from annotator.project import Backup


class BackupsDialog(FormDialog):
    """``backups`` come newest first. Accepted means: bring `choice` back."""

    make_requested = Signal()

    def __init__(
        self,
        backups: "Sequence[Backup]",
        *,
        writable: bool,
        origin_of: "Callable[[Backup], str]" = lambda _backup: "",
        parent: QWidget | None = None,
    ) -> None:
        """``origin_of`` tells the folder of another copy of the project that a backup was made of, if it was one."""
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("Backups"))
        self._backups: tuple[Backup, ...] = ()
        self._writable = writable
        self._origin_of = origin_of
        self.add_heading(
            self.tr("Backups"),
            self.tr(
                "Hashiya makes them by itself outside the project: every half hour while you work, on closing, and before "
                "anything large. Bringing one back adds edits that you can undo; work done since stays."
            ),
        )
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        self.table.setAllColumnsShowFocus(True)
        self.let_body_grow()
        self.table.setMinimumHeight(260)
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.setHeaderLabels(
            [self.tr("When"), self.tr("Why"), self.tr("Size"), self.tr("Another copy, in")]
        )
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._refresh)
        self.body.addWidget(self.table, 1)
        self.empty = quiet(self.tr("There is no backup yet."))
        self.body.addWidget(self.empty)
        self.make = QPushButton(self.tr("&Make one now"))
        self.make.setAutoDefault(False)
        self.make.clicked.connect(self.make_requested)
        self.buttons.addButton(self.make, QDialogButtonBox.ButtonRole.ActionRole)
        self.restore = self.add_buttons(self.tr("&Bring back…"), self.tr("Close"))
        self.show_backups(backups)

    def show_backups(self, backups: "Sequence[Backup]", just_made: "Backup | None" = None) -> None:
        """List ``backups`` and mark the one that was just made."""
        self._backups = tuple(backups)
        self.table.clear()
        locale = QLocale()
        for backup in self._backups:
            origin = self._origin_of(backup)
            when = QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp()))
            item = QTreeWidgetItem(
                [
                    locale.toString(when, QLocale.FormatType.ShortFormat),
                    self._reason(backup.reason),
                    locale.formattedDataSize(backup.size),
                    isolate_ltr(origin) if origin else "",
                ]
            )
            item.setToolTip(3, origin)
            self.table.addTopLevelItem(item)
            if backup == just_made:
                self.table.setCurrentItem(item)
        for column in (1, 2):
            self.table.resizeColumnToContents(column)
        self.table.setColumnHidden(3, not any(map(self._origin_of, self._backups)))
        self.empty.setVisible(not self._backups)
        self._refresh()

    def choice(self) -> "Backup":
        """Return the selected backup; there is one whenever the dialog can be accepted."""
        return self._backups[self.table.indexOfTopLevelItem(self.table.selectedItems()[0])]

    def _refresh(self) -> None:
        self.restore.setEnabled(self._writable and bool(self.table.selectedItems()))

    def _reason(self, reason: str) -> str:
        words = {
            "close": self.tr("on closing"),
            "timer": self.tr("half an hour of work"),
            "manual": self.tr("by hand"),
            "import": self.tr("before an import"),
            "restore": self.tr("before bringing one back"),
            "migration": self.tr("before a change of format"),
            "bulk-delete": self.tr("before deleting many"),
            "collect": self.tr("before collecting work"),
        }
        return words.get(reason, reason)
