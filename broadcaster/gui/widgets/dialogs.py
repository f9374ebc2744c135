"""Questions and waiting: a confirm dialog whose safe answer is the default, and a progress dialog that can be left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from broadcaster.gui.access import context_menu
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op, desk
from broadcaster.gui.tab_order import step
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import button, danger_button, primary_button
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.sheet_room import keep_within

T = TypeVar("T")


class Sheet(QDialog):
    """A dialog in the house look: title, body, buttons at the right; Esc turns away."""

    everywhere: ClassVar[dict[str, Callable[[], object]]] = {}
    """Keys that work in every dialog too, such as STOP ALL: set once by the window."""
    own_keys: ClassVar[frozenset[str]] = frozenset()
    """Those of them this dialog uses itself."""

    def __init__(self, parent: QWidget | None, title: str, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 22, 24, 20)
        self.body.setSpacing(14)
        for keys, act in self.everywhere.items():
            if keys not in self.own_keys:
                QShortcut(QKeySequence(keys), self).activated.connect(act)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        keep_within(self, self.body)

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            keep_within(self, self.body)
        return answer

    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self, next) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the ring, not the one that is meant while none has it."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton) \
                and focused.isEnabled() and not focused.isCheckable():
            focused.click()
            return
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            context_menu()
            return
        super().keyPressEvent(event)

    def buttons(self, *items: QWidget) -> None:
        """The last row."""
        self.body.addSpacing(4)
        self.body.addLayout(row(None, *items))


class ConfirmDialog(Sheet):
    """Asks before something hard to take back. Enter and Esc both mean no."""

    def __init__(self, parent: QWidget | None, title: str, text: str, action: str, *, danger: bool = False) -> None:
        super().__init__(parent, title)
        picture = QLabel()
        drawn = ("triangle-alert", colors.red) if danger else ("circle-help", colors.accent)
        picture.setPixmap(pixmap(drawn[0], 32, drawn[1]))
        words = label(text, wrap=True)
        words.setMinimumWidth(340)
        heading = label(title, "title", wrap=True)
        line = row(picture, heading, spacing=14)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.body.addWidget(words)
        self.no = button(self.tr("No, go back"), "", self.reject)
        self.yes = (danger_button if danger else primary_button)(action, "", self.accept)
        self.buttons(self.no, self.yes)
        self.no.setDefault(True)
        self.no.setFocus()


def confirm(parent: QWidget | None, title: str, text: str, action: str, *, danger: bool = False) -> bool:
    """True when the person chose `action`."""
    dialog = ConfirmDialog(parent, title, text, action, danger=danger)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


class ProgressDialog(Sheet):
    """Shows how far some work is; closing it calls the work off.

    ProgressDialog(self, title).run(lambda step: import_all(paths, step), self._done)
    """

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._text = label("", "soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._op: Op[Any] | None = None
        self.body.addWidget(label(title, "strong", wrap=True))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._text)
        self.buttons(button(self.tr("Cancel"), "x", self.reject))

    def run(self, work: Callable[..., T], done: Callable[[T], object],
            failed: Callable[[Exception], object] | None = None, lane: str = "slow") -> Op[T]:
        """Start `work(step)` on its lane and show this dialog until it ends."""
        op: Op[T] = Op(work, lane=lane).on_progress(self._show)

        def finish(result: T) -> None:
            self.accept()
            done(result)

        def fail(error: Exception) -> None:
            self.accept()
            if failed:
                failed(error)
            else:
                desk().failed.emit(self.parent(), error)

        self._op = op.on_success(finish).on_failure(fail)
        self._op.start(self.parent() or self)
        self.open()
        return op

    def reject(self) -> None:
        if self._op:
            self._op.cancel()
        super().reject()

    def _show(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._text.setText(text)
