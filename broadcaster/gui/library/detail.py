"""One item in full: hear it, say what it is, bring it to approval, see where it airs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.frames import clock_text
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.icons import icon
from broadcaster.gui.library.actions import Learned, subject_of
from broadcaster.gui.library.fields_card import FieldsCard
from broadcaster.gui.library.menu import Choice, choices
from broadcaster.gui.library.model import STATE_TONES, CartRow, state_words
from broadcaster.gui.library.remarks_place import RemarksPlace
from broadcaster.gui.library.sound_card import SoundCard
from broadcaster.gui.library.usage_card import UsageCard
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.page import Shell
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import Card, label, row, scrolled
from broadcaster.gui.widgets.waveform import Waveform
from broadcaster.library.model import Cart, State
from broadcaster.wiring import App

Action = Callable[[], object]
FIELDS, SOUND, USAGE, REMARKS = range(4)


class CartDetail(Card):
    """Buttons call the page: `acts` maps the names of library.menu, and "close"."""

    def __init__(self, app: App, shell: Shell, acts: dict[str, Action]) -> None:
        super().__init__()
        self._app, self._shell = app, shell
        self._acts = acts
        self._shown: CartRow | None = None
        self.setMinimumWidth(350)
        self.player = PreviewPlayer(self)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self.player.failed.connect(shell.error)
        self._top()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        self._sound_line()
        self._make_buttons()
        self.fields = FieldsCard(app)
        self.sound = SoundCard(app, shell)
        self.usage = UsageCard(shell)
        self.remarks = RemarksPlace(shell)
        self.sound.listen.connect(self.listen_to)
        self._tabs()
        self._column.addStretch(1)
        self.add(scrolled(content), stretch=1)

    @property
    def shown(self) -> CartRow | None:
        return self._shown

    def use_words(self, vocabulary: Vocabulary) -> None:
        """Categories, zones and the like as the station has them now."""
        self.fields.use_words(vocabulary)

    def show_cart(self, shown: CartRow) -> None:
        """Everything the row knows; what has to be looked up comes with `show_learned`."""
        before, self._shown = self._shown, shown
        cart = shown.cart
        self.title.setText(one_line(cart.title, 110))
        self.title.setToolTip(cart.title)
        self.state.show_state(state_words(cart.state), STATE_TONES[cart.state])
        expired = cart.expired_on(self._app.clock.now().date().isoformat())
        self.expired.show_state(self.tr("Expired") if expired else "", "bad")
        if before is None or before.cart.cut.sha256 != cart.cut.sha256:
            self.wave.show_cut(cart.cut.waveform, cart.cut.seconds)
            self._show_time(0.0)
        if before is None or before.id != shown.id:
            self.show_learned(Learned())
        self._show_buttons(cart)
        self.fields.setEnabled(self._shell.allows(Right.WRITE))
        self.fields.show_cart(shown)
        self.sound.show_cart(cart)
        self.remarks.show_subject(subject_of(cart))

    def show_learned(self, learned: Learned) -> None:
        """Versions, uses, airings, the cover: read after the item is in sight."""
        self.sound.show_versions(learned.versions)
        self.sound.show_cover(learned.cover)
        self.usage.show_usage(learned.used, learned.aired)
        successor = learned.successor
        self.successor.show_text(self.tr("Another item took its place: “{title}”.").format(title=successor)
                                 if successor else "", "info", "refresh-cw")

    def choices(self) -> list[Choice]:
        """What can be done with the item now."""
        return choices(self._shown.cart) if self._shown else []

    def toggle(self) -> None:
        """Play from where it is, or pause."""
        if self._shown:
            self.player.toggle(self._app.home.audio(self._shown.cart.cut.sha256))

    def play_on(self) -> None:
        """Another item was chosen while one sounded: go on with the new one."""
        if self._shown:
            cart = self._shown.cart
            self.player.play(self._app.home.audio(cart.cut.sha256), cart.cue_frames / 48_000)

    def listen_to(self, sha256: str) -> None:
        """One version."""
        self.player.toggle(self._app.home.audio(sha256))

    def silence(self) -> None:
        """The page goes out of sight."""
        self.player.stop()
        self.sound.silence()

    def unsaved(self) -> str:
        """Shapes of sounds that were drawn and not saved."""
        return self.sound.unsaved()

    def show_tab(self, number: int) -> None:
        """FIELDS, SOUND, USAGE or REMARKS."""
        self.tabs.setCurrentIndex(number)

    # Building

    def _top(self) -> None:
        self.title = label("", "strong")
        self.title.setWordWrap(True)
        self.title.setObjectName("heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Badge()
        self.expired = Badge()
        self.close_button = icon_button("x", self.tr("Close the details"), self._acts["close"])
        self.add(row(self.state, self.expired, None, self.close_button), self.title)

    def _sound_line(self) -> None:
        self.play_button = button("", "", self.toggle)
        self.play_button.setFixedSize(44, 44)
        self.play_button.setStyleSheet("QPushButton { border-radius: 22px; padding: 0; }")
        self.wave = Waveform(self.tr("The sound; click or use the arrow keys to go to another place"))
        self.wave.setFixedHeight(52)
        self.wave.sought.connect(self._seek)
        self.time = label("", "faint")
        line = row(self.play_button, self.wave, self.time, spacing=10)
        line.setStretch(1, 1)
        self._column.addLayout(line)
        self._on_state("stopped")

    def _make_buttons(self) -> None:
        self.reason = Banner("", "bad", "message-square")
        self.successor = Banner("", "info", "refresh-cw")
        place = QWidget()
        place.setObjectName("plain")
        flow = FlowLayout(place)
        self.buttons: dict[str, QPushButton] = {}
        for choice in choices(None):
            make = primary_button if choice.weight == "primary" else button
            if choice.weight != "menu":
                self.buttons[choice.name] = make(choice.words, choice.icon, self._acts[choice.name])
                flow.addWidget(self.buttons[choice.name])
        self.more_button = button(self.tr("More"), "ellipsis", self._open_menu)
        flow.addWidget(self.more_button)
        for part in (self.reason, self.successor, place):
            self._column.addWidget(part)

    def _tabs(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the details"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setProperty("tight", True)
        self._parts: Sequence[QWidget] = (self.fields, self.sound, self.usage, self.remarks)
        for name in (self.tr("Details"), self.tr("Sound"), self.tr("Use"), self.tr("Remarks")):
            self.tabs.addTab(name)
        self._column.addWidget(self.tabs)
        for part in self._parts:
            self._column.addWidget(part)
        self.tabs.currentChanged.connect(lambda _: self._show_part())
        self._show_part()

    def _show_part(self) -> None:
        for number, part in enumerate(self._parts):
            part.setVisible(number == self.tabs.currentIndex())

    # Showing

    def _show_buttons(self, cart: Cart) -> None:
        possible = {choice.name for choice in choices(cart)}
        for name, part in self.buttons.items():
            part.setVisible(name in possible)
        given_back = self.tr("Given back: {reason}").format(reason=cart.returned_reason)
        self.reason.show_text(given_back if cart.state is State.RETURNED and cart.returned_reason else "", "bad",
                              "message-square")

    def fill_menu(self, menu: QMenu, *, everything: bool) -> None:
        """What can be done; `everything`: what has a button of its own too."""
        for choice in self.choices():
            if everything or choice.weight == "menu":
                menu.addAction(icon(choice.icon), choice.words, self._acts[choice.name])

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu, everything=False)
        menu.exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        menu.deleteLater()

    def _seek(self, seconds: float) -> None:
        if self._shown is None:
            return
        if self.player.state == "stopped":
            self.player.play(self._app.home.audio(self._shown.cart.cut.sha256), seconds)
        else:
            self.player.seek(seconds)

    def _on_position(self, seconds: float) -> None:
        self.wave.show_position(seconds)
        self._show_time(seconds)

    def _on_state(self, state: str) -> None:
        playing = state == "playing"
        self.play_button.setIcon(icon("pause" if playing else "play", colors.accent, filled=True))
        words = self.tr("Pause") if playing else self.tr("Listen")
        self.play_button.setAccessibleName(words)
        self.play_button.setToolTip(self.tr("{what} (Space)").format(what=words))
        if state == "stopped":
            self.wave.show_position(-1.0)
            self._show_time(0.0)

    def _show_time(self, seconds: float) -> None:
        if self._shown:
            self.time.setText(f"{clock_text(seconds)} / {clock_text(self._shown.cart.cut.seconds)}")
