"""Before a letter becomes a bulletin: which kind, one or several, and how it would read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins.model import kinds
from broadcaster.gui.directives.actions import on_duty
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.theme import sizes, text_font
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import label, row
from broadcaster.library.model import CartKind
from broadcaster.wiring import App

_OFFERED = (CartKind.NEWS, CartKind.FEATURE, CartKind.NOTICE)


class DraftDialog(Sheet):
    """`made` holds the bulletins once it was accepted. `points`: ids, or None for all that tell something."""

    def __init__(self, parent: QWidget | None, app: App, directive_id: str, points: Sequence[str] | None) -> None:
        super().__init__(parent, "", 640)
        self.setWindowTitle(self.tr("Draft a bulletin"))
        self.made: Sequence[Bulletin] = ()
        self._app = app
        self._letter = directive_id
        self._points = points
        self._asked = 0
        words = dict(kinds())
        self.kind = choice([("", self.tr("As the letter asks")), *((str(kind), words[str(kind)]) for kind in _OFFERED)])
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.setMinimumContentsLength(20)
        self.split = QCheckBox(self.tr("A bulletin for each point"))
        self.split.setAccessibleName(self.split.text())
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setFont(text_font(sizes.body))
        self.preview.setAccessibleName(self.tr("How it would read"))
        self.preview.setMinimumHeight(240)
        self.nothing = label(self.tr("The program found nothing in this letter that speaks to the people: the draft "
                                     "gives its title and source only. Write yourself what they are to know."),
                             "soft", wrap=True)
        self.nothing.hide()
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        self.body.addWidget(label(self.tr("Draft a bulletin"), "title"))
        self.body.addLayout(row(label(self.tr("Kind"), "soft"), self.kind, self.split, None))
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.wrong)
        self.write = primary_button(self.tr("Draft it"), "wand-sparkles", self._write)
        self.write.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.write)
        self.kind.currentIndexChanged.connect(lambda _: self._sketch())
        self.split.toggled.connect(lambda _: self._sketch())
        room = self.screen().availableGeometry()
        self.resize(min(760, room.width() - 40), min(640, room.height() - 60))
        self._sketch()

    def _chosen(self) -> CartKind | None:
        value = str(self.kind.currentData())
        return CartKind(value) if value else None

    def _sketch(self) -> None:
        self._asked += 1
        asked = self._asked
        bulletins, wanted = self._app.bulletins, (self._letter, self._points, self._chosen())

        def work() -> tuple[bool, CartKind, Sequence[tuple[str, str]]]:
            return bulletins.tells(*wanted), *bulletins.sketch(*wanted)

        def show(found: tuple[bool, CartKind, Sequence[tuple[str, str]]]) -> None:
            if asked == self._asked:
                self.nothing.setHidden(found[0])
                self._show(*found[1:])

        Op(work, lane="reading").on_success(show).on_failure(self._fail).start(self)

    def _show(self, kind: CartKind, texts: Sequence[tuple[str, str]]) -> None:
        whole, *parts = texts
        several = len(parts) > 1
        self.split.setEnabled(several)
        self.split.setText(self.tr("A bulletin for each point ({count})").format(count=len(parts)) if several
                           else self.tr("A bulletin for each point"))
        shown = parts if several and self.split.isChecked() else [whole]
        self.preview.setPlainText("\n\n———\n\n".join(f"{title}\n\n{text}" for title, text in shown))
        as_asked = self.tr("As the letter asks: {kind}").format(kind=dict(kinds()).get(str(kind), str(kind)))
        if not self.kind.currentData():
            self.kind.setItemText(0, as_asked)

    def _write(self) -> None:
        self.write.setEnabled(False)
        bulletins, by, kind = self._app.bulletins, on_duty(self._app), self._chosen()
        each = self.split.isEnabled() and self.split.isChecked()

        def work() -> Sequence[Bulletin]:
            if each:
                return bulletins.draft_each(self._letter, self._points, by, kind)
            return (bulletins.draft(self._letter, self._points, by, kind),)

        Op(work).on_success(self._done).on_failure(self._fail).start(self)

    def _done(self, made: Sequence[Bulletin]) -> None:
        self.made = made
        self.accept()

    def _fail(self, error: Exception) -> None:
        self.write.setEnabled(True)
        self.wrong.setText(explain(error).text)
        self.wrong.show()


def choose_and_draft(parent: QWidget, app: App, directive_id: str, points: Sequence[str] | None,
                     done: Callable[[Sequence[Bulletin]], object]) -> None:
    """Ask for kind and number, draft, and call `done` with what was made; nothing if the person turned away."""
    dialog = DraftDialog(parent, app, directive_id, points)
    if dialog.exec() == DraftDialog.DialogCode.Accepted and dialog.made:
        done(dialog.made)
    dialog.deleteLater()
