"""Undo and redo, in whatever article the edit was made."""

from ui.commands.base import Commands


class UndoCommands(Commands):
    def undo(self) -> None:
        self._window.annotations.commit()
        self._session.undo_stack.undo()

    def redo(self) -> None:
        self._window.annotations.commit()
        self._session.undo_stack.redo()
