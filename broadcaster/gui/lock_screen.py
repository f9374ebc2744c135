"""The window while nobody is signed in: who are you, and above it what is on the air. The broadcast is not touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from broadcaster.accounts.model import Person
from broadcaster.gui.air_link import AirLink
from broadcaster.gui.icons import pixmap
from broadcaster.gui.lock_strip import LockStrip
from broadcaster.gui.sign_in_form import SignForm
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import Card, label, row, show_if
from broadcaster.wiring import App

_FORM_WIDTH, _WIDEST = 560, 980
_LOW = 640
"""Pixels below which everything draws closer together."""


class SignInCard(Card):
    """Name, PIN, and the way out for who has forgotten it."""

    def __init__(self, app: App, forgotten: Callable[[], object]) -> None:
        super().__init__()
        picture = label("")
        picture.setPixmap(pixmap("lock", 28, colors.accent))
        self.title = label(self.tr("Sign in"), "title")
        self.text = label("", "soft", wrap=True)
        self.form = SignForm(app.accounts, ())
        self.button = primary_button(self.tr("Sign in"), "key-round", self.form.sign)
        self.forgotten = flat_button(self.tr("Forgot your PIN?"), "circle-help", forgotten)
        self.told = Banner()
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.add(row(picture, self.title, None, spacing=12), self.text, self.told, self.form,
                 row(self.forgotten, None, self.button))
        self.form.busy.connect(lambda busy: self.button.setEnabled(not busy))
        for field in (self.form.pin, self.form.new, self.form.again):
            field.returnPressed.connect(self._enter)

    def offer(self, people: Sequence[Person], person: Person | None) -> None:
        """Everybody who may sign in; `person` is who sat here."""
        self.form.offer(people, person.name if person else "")
        self.title.setText(self.tr("The window is locked") if person else self.tr("Sign in"))
        self.text.setText(
            self.tr("{name} was here. Nothing of what was begun is lost, and the broadcast goes on.").format(
                name=person.name) if person else self.tr("The broadcast goes on by itself, signed in or not."))
        self.told.show_text("")

    def set_low(self, low: bool) -> None:
        """Small screens: the button is seen without scrolling."""
        show_if(self.text, not low)
        self.body.setContentsMargins(*((18, 10, 18, 10) if low else (24, 20, 24, 20)))
        self.body.setSpacing(6 if low else 12)

    def tell(self, text: str) -> None:
        """What a bar at the foot would say, were it seen."""
        self.told.show_text(text, "bad", "circle-alert")

    def _enter(self) -> None:
        if self.button.isEnabled():
            self.form.sign()


class LockScreen(QWidget):
    """Lies over the whole window. `acts` as LockStrip's, and forgotten."""

    def __init__(self, parent: QWidget, app: App, air: AirLink, acts: dict[str, Callable[[], object]]) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.app = app
        self.strip = LockStrip(app, air, acts)
        self.card = SignInCard(app, acts["forgotten"])
        self.name = label(app.settings.station.name, "title", wrap=True)
        content = QWidget()
        content.setObjectName("plain")
        self._stack = QVBoxLayout(content)
        self._stack.addStretch(1)
        for part in (self.name, self.strip):
            part.setMaximumWidth(_WIDEST)
            line = row(None, part, None, spacing=0)
            line.setStretch(1, 100)
            self._stack.addLayout(line)
        self.card.setFixedWidth(_FORM_WIDTH)
        self._stack.addLayout(row(None, self.card, None, spacing=0))
        self._stack.addStretch(2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setStyleSheet(f"QScrollArea {{ background: {colors.ground}; }}")
        area.setWidget(content)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        parent.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nothing typed here reaches the pages below.
        event.accept()

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        low = parent.height() < _LOW
        self._stack.setContentsMargins(*((16, 8, 16, 8) if low else (28, 24, 28, 24)))
        self._stack.setSpacing(10 if low else 24)
        self.name.setVisible(not low)
        self.strip.set_low(low)
        self.card.set_low(low)


class Cover(QWidget):
    """Hides a dialog that was open when the window was locked; what stands in it stays."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"Cover {{ background: {colors.ground}; }}")
        box = QVBoxLayout(self)
        words = label(self.tr("Locked. What is written here is kept."), "soft")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(words)
        dialog.installEventFilter(self)
        self.setGeometry(dialog.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        dialog = self.parentWidget()
        if dialog is not None and watched is dialog and event.type() == QEvent.Type.Resize:
            self.setGeometry(dialog.rect())
        return False


class LockSheet(Sheet):
    """Signing in while a dialog is open: it lies above it, and cannot be turned away."""

    def __init__(self, parent: QWidget, app: App, forgotten: Callable[[], object]) -> None:
        super().__init__(parent, "", 560)
        self.setWindowTitle(self.tr("The window is locked"))
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.card = SignInCard(app, forgotten)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.addWidget(self.card)
        self.released = False

    def reject(self) -> None:
        if self.released:
            super().reject()

    def release(self) -> None:
        """Somebody signed in."""
        self.released = True
        self.accept()


def close_popups() -> None:
    """Open menus and lists of choices would stay above the lock."""
    for _ in range(10):
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()
