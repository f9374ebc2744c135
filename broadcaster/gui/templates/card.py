"""The card in Cài đặt that opens the wording of bulletins."""

from __future__ import annotations

from broadcaster.bulletins.template_file import Line
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.templates.dialog import WordingDialog, service_of
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import Card, caption_label, label, row
from broadcaster.wiring import App


class WordingCard(Card):
    """How many lines are the station's own, and a button to change them."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self._app = app
        self._shell = shell
        self.own = label("", "soft", wrap=True)
        self.open_button = button(self.tr("Change the words…"), "pencil", self.open)
        self.add(caption_label(self.tr("Wording of bulletins")),
                 label(self.tr("Greeting, opening, closing and the way people are asked, for news, features and "
                               "notices."), "soft", wrap=True),
                 self.own, row(self.open_button, None))

    def reload(self) -> None:
        """Read the station's words again."""
        Op(service_of(self._app).lines).on_success(self._show).on_failure(lambda _: None).start(self)

    def open(self) -> None:
        """The dialog; a file that cannot be read is said so."""
        Op(service_of(self._app).lines).on_success(self._edit).start(self)

    def _edit(self, lines: list[Line]) -> None:
        dialog = WordingDialog(self, self._app, self._shell, lines)
        if dialog.exec() == dialog.DialogCode.Accepted:
            self._shell.notify(self.tr("The words are stored. New drafts use them."))
            self.reload()
        dialog.deleteLater()

    def _show(self, lines: list[Line]) -> None:
        count = sum(line.own is not None for line in lines)
        self.own.setText(self.tr("Lines of your own: {count}").format(count=count) if count
                         else self.tr("Now all words are those of the program."))
