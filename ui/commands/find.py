"""Find in the article, find in the project, tag everywhere: loaded when first asked for, so the window starts sooner."""

from functools import cached_property
from typing import TYPE_CHECKING

from ui.commands.base import Commands

if TYPE_CHECKING:
    from ui.find.in_article import ArticleFind
    from ui.find.in_project import ProjectFind
    from ui.find.tag_everywhere import TagEverywhere


class FindCommands(Commands):
    """What the commands of finding do."""

    @cached_property
    def in_article(self) -> "ArticleFind":
        from ui.find.in_article import ArticleFind

        return ArticleFind(self._session, self._window.view)

    @cached_property
    def in_project(self) -> "ProjectFind":
        from ui.find.in_project import ProjectFind

        made = ProjectFind(self._window, self._session)
        made.said.connect(self.say)
        return made

    @cached_property
    def _tagging(self) -> "TagEverywhere":
        from ui.find.tag_everywhere import TagEverywhere

        made = TagEverywhere(self._window, self._session, self.in_project)
        made.said.connect(self.say)
        return made

    def find(self) -> None:
        """Open the find bar over the article."""
        self.in_article.open()

    def find_in_project(self) -> None:
        """Open the panel that finds in all articles, with the selected words or those of the bar as the query.

        Where the keyboard is in the panel already, close it.
        """
        if "in_project" in self.__dict__ and self.in_project.has_focus:
            self._window.panes.close_bottom()
            return
        selection = self._window.view.selection
        words = selection.of(self._window.view.text) if selection else ""
        if "in_article" in self.__dict__ and self.in_article.bar.isVisible():
            words = self.in_article.bar.line.edit.text()
        self.in_project.open("" if "\n" in words else words)

    def tag_everywhere(self) -> None:
        """Offer to tag every place where the words of the current annotation stand."""
        layer, current = self._session.layer, self._window.view.current
        if layer is None or current is None or current not in layer:
            self.say(self.tr("No annotation is current: put the caret into one."))
            return
        self.keep_typed()
        layer = self._session.layer or layer  # with what was being typed
        self._tagging.run(layer[current])
