"""One item in full: hear it, name it, bring it to approval, see where it airs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.i18n import moment_text, number_text
from broadcaster.gui.icons import icon
from broadcaster.gui.library.model import (
    FURNITURE,
    STATE_TONES,
    CartRow,
    kinds,
    loudness_text,
    origin_words,
    state_words,
)
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.schedule.model import campaign_words
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, caption_label, label, row, rule, scrolled
from broadcaster.gui.widgets.waveform import Waveform
from broadcaster.library.model import Cart, State
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App

Action = Callable[[], object]


class CartDetail(Card):
    """Buttons call the page: `acts` maps submit, approve, give_back, withdraw, restore, rename, kind, campaign,
    emergency."""

    def __init__(self, app: App, acts: dict[str, Action], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._app = app
        self._acts = acts
        self._shown: CartRow | None = None
        self.setMinimumWidth(320)
        self.player = PreviewPlayer(self)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self.player.failed.connect(failed)
        self._top()
        self._sound()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(9)
        self._buttons()
        self._facts_box()
        self._used_box()
        self._column.addStretch(1)
        self.add(scrolled(content), stretch=1)

    @property
    def shown(self) -> CartRow | None:
        return self._shown

    def show_cart(self, shown: CartRow) -> None:
        """Everything but where it is used, which comes later."""
        before, self._shown = self._shown, shown
        cart = shown.cart
        self.title.setText(one_line(cart.title, 110))
        self.title.setToolTip(cart.title)
        self.state.show_state(state_words(cart.state), STATE_TONES[cart.state])
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(str(cart.kind)))
        self.kind.blockSignals(False)
        if before is None or before.cart.cut.sha256 != cart.cut.sha256:
            self.player.stop()
            self.wave.show_cut(cart.cut.waveform, cart.cut.seconds)
            self._show_time(0.0)
        self._show_buttons(cart)
        self._show_facts(shown)
        if before is None or before.id != shown.id:
            self.show_used(())

    def show_used(self, campaigns: Sequence[Campaign]) -> None:
        """The campaigns that air it."""
        today = self._app.clock.now().date()
        lines = [campaign_words(item, today) for item in campaigns]
        self._used.setText("\n".join(lines) if lines else self.tr("No campaign airs it yet."))

    def silence(self) -> None:
        """The page goes out of sight."""
        self.player.stop()

    def _top(self) -> None:
        self.title = label("", "strong")
        self.title.setWordWrap(True)
        self.title.setStyleSheet("font-size: 18px; font-weight: 600;")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Badge()
        self.rename_button = icon_button("pencil", self.tr("Rename…"), self._acts["rename"])
        self.close_button = icon_button("x", self.tr("Close the details"), self._acts["close"])
        self.add(row(self.state, None, self.rename_button, self.close_button), self.title)

    def _sound(self) -> None:
        self.play_button = button("", "", self._toggle)
        self.play_button.setFixedSize(44, 44)
        self.play_button.setStyleSheet("QPushButton { border-radius: 22px; padding: 0; }")
        self.wave = Waveform(self.tr("The sound; click or use the arrow keys to go to another place"))
        self.wave.sought.connect(self._seek)
        self.time = label("", "faint")
        line = row(self.play_button, self.wave, spacing=12)
        line.setStretch(1, 1)
        self.add(line, row(None, self.time))
        self._on_state("stopped")

    def _buttons(self) -> None:
        self.reason = Banner("", "bad", "message-square")
        self.submit_button = primary_button(self.tr("Submit for approval"), "send", self._acts["submit"])
        self.approve_button = primary_button(self.tr("Approve…"), "circle-check", self._acts["approve"])
        self.return_button = button(self.tr("Give back…"), "undo-2", self._acts["give_back"])
        self.campaign_button = primary_button(self.tr("Make a campaign…"), "calendar-plus", self._acts["campaign"])
        self.emergency_button = button(self.tr("Keep ready for emergencies…"), "siren", self._acts["emergency"])
        self.withdraw_button = button(self.tr("Withdraw…"), "archive", self._acts["withdraw"])
        self.bulletin_button = button(self.tr("Open the bulletin"), "mic", self._acts["bulletin"])
        self.restore_button = primary_button(self.tr("Put back"), "rotate-ccw", self._acts["restore"])
        for part in (self.reason, self.submit_button, self.approve_button, self.return_button, self.campaign_button,
                     self.emergency_button, self.restore_button, self.withdraw_button, self.bulletin_button):
            self._column.addWidget(part)

    def _facts_box(self) -> None:
        self._column.addWidget(rule())
        self.kind = choice(kinds())
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.currentIndexChanged.connect(lambda _: self._acts["kind"]())
        self._column.addLayout(row(label(self.tr("Kind"), "soft"), self.kind, spacing=14))
        self._facts = Facts()
        self._column.addWidget(self._facts)

    def _used_box(self) -> None:
        self._column.addWidget(rule())
        self._column.addWidget(caption_label(self.tr("Where it airs")))
        self._used = _wrapped()
        self._column.addWidget(self._used)

    def _show_buttons(self, cart: Cart) -> None:
        state = cart.state
        item = cart.kind not in FURNITURE
        for part, shown in (
                (self.submit_button, state in {State.DRAFT, State.RETURNED}),
                (self.approve_button, state is State.SUBMITTED), (self.return_button, state is State.SUBMITTED),
                (self.campaign_button, item and state is State.APPROVED),
                (self.emergency_button, item and state is State.APPROVED),
                (self.restore_button, state is State.WITHDRAWN and not cart.bulletin_id),
                (self.bulletin_button, bool(cart.bulletin_id)),
                (self.withdraw_button, state is not State.WITHDRAWN)):
            part.setVisible(shown)
        self.kind.setEnabled(not cart.bulletin_id)
        given_back = self.tr("Given back: {reason}").format(reason=cart.returned_reason)
        self.reason.show_text(given_back if state is State.RETURNED and cart.returned_reason else "", "bad",
                              "message-square")

    def _show_facts(self, shown: CartRow) -> None:
        cart = shown.cart
        peak = number_text(cart.cut.true_peak_db, 1).replace("-", "−")
        lines = [
            (self.tr("Length"), clock_text(cart.cut.seconds)),
            (self.tr("Loudness"), self.tr("{lufs}, peak {peak} dBTP").format(lufs=loudness_text(cart), peak=peak)),
            (self.tr("Source"), origin_words(cart.origin)), (self.tr("File"), cart.cut.original_name),
            (self.tr("Directive"), shown.number), (self.tr("Made by"), cart.author),
            (self.tr("May air until"), _day(cart.valid_until)),
            (self.tr("Added"), moment_text(parse_time(cart.created_at)) if cart.created_at else ""),
        ]
        self._facts.show_facts(lines)

    def _toggle(self) -> None:
        if self._shown:
            self.player.toggle(self._app.home.audio(self._shown.cart.cut.sha256))

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
        self.play_button.setIcon(icon("pause" if playing else "play", "#0b6e73", filled=True))
        words = self.tr("Pause") if playing else self.tr("Listen")
        self.play_button.setAccessibleName(words)
        self.play_button.setToolTip(self.tr("{what} (Space)").format(what=words))
        if state == "stopped":
            self.wave.show_position(-1.0)
            self._show_time(0.0)

    def _show_time(self, seconds: float) -> None:
        if self._shown:
            self.time.setText(f"{clock_text(seconds)} / {clock_text(self._shown.cart.cut.seconds)}")


def _wrapped() -> QLabel:
    result = label("")
    result.setWordWrap(True)
    result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


def _day(text: str) -> str:
    return "/".join(reversed(text.split("-"))) if text else ""

