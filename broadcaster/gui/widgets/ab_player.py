"""Two sounds side by side: hear one, change to the other at the same place, see where they differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from broadcaster.base.frames import RATE, clock_text
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.icons import icon
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.sounds import FileSound, Turns, file_peaks
from broadcaster.gui.theme import colors, digit_font, sizes
from broadcaster.gui.widgets.ab_player_match import Match, match
from broadcaster.gui.widgets.ab_player_wave import AbWave
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.layout import column, label, row
from broadcaster.gui.widgets.volume import VolumeSlider
from broadcaster.library.model import Cut
from broadcaster.wiring import App

if TYPE_CHECKING:
    from broadcaster.gui.sounds import Peaks

_JUMP = 5.0
_LEAD = 1.0
"""Seconds heard before a place that differs."""
_FEELABLE_LU = 0.3


class AbPlayer(QWidget):
    """`show_sounds(a, b)`: hashes of two cuts. Keys: Space, X changes over, Left and Right go 5 s, N to the next
    difference. While it plays both are equally loud, so that the louder one does not seem the better one."""

    def __init__(self, app: App, a_words: str = "", b_words: str = "") -> None:
        super().__init__()
        self._app = app
        self._cuts: tuple[Cut, Cut] | None = None
        self._match: Match | None = None
        self._turns: Turns | None = None
        self._op: Op[Any] | None = None
        self._second = False
        self._at = 0
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self._failed)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self._build(a_words or self.tr("as approved"), b_words or self.tr("as it is now"))

    def show_sounds(self, a: str, b: str) -> None:
        """Compare these; what sounds now is stopped."""
        self.stop()
        self._cuts = self._match = None
        self._at, self._second = 0, False
        for wave, facts in zip(self.waves, self._facts, strict=True):
            wave.show_sound(b"", 0, 0.0, 1.0)
            facts.setText("")
        self._show_buttons()
        self._show_side()
        if self._op is not None:
            self._op.cancel()
        library = self._app.library
        Op(lambda: (library.cut(a), library.cut(b))).on_success(self._show).on_failure(self._failed).start(self)

    def stop(self) -> None:
        """Be quiet."""
        self.player.stop()

    def toggle(self) -> None:
        """Play or pause."""
        if self.player.state == "playing":
            self.player.pause()
        else:
            self._play(self._second, self._at)

    def change_over(self) -> None:
        """The other sound, at the same place."""
        self.choose(not self._second)

    def choose(self, second: bool) -> None:
        """Hear A or B from now on; it goes on playing without a gap."""
        if second == self._second:
            return
        if self._turns is not None and self.player.state == "playing":
            self._turns.second = second
        else:
            self._at = self._across(second, self._at)
        self._second = second
        self._show_side()

    def next_difference(self) -> None:
        """Hear the next place that only one of them has, after the last the first again."""
        places = sorted({*self._places(False), *((self._across(False, at), end) for at, end in self._places(True))})
        if not places:
            return
        here = self._across(False, self._at) if self._second else self._at
        lead = round(_LEAD * RATE)
        start = next((at for at, _ in places if at - lead > here + RATE // 20), places[0][0])
        place = max(0, start - lead)
        self._play(self._second, self._across(True, place) if self._second else place)

    # Building

    def _build(self, a_words: str, b_words: str) -> None:
        self.waves = (AbWave(self.tr("A, {what}").format(what=a_words)),
                      AbWave(self.tr("B, {what}").format(what=b_words)))
        self.sides: tuple[QPushButton, QPushButton] = (chip(f"A · {a_words}"), chip(f"B · {b_words}"))
        self._group = QButtonGroup(self)
        self._facts = (label("", "faint"), label("", "faint"))
        for second, (side, wave) in enumerate(zip(self.sides, self.waves, strict=True)):
            self._group.addButton(side)
            side.clicked.connect(partial(self.choose, bool(second)))
            wave.sought.connect(partial(self._sought, bool(second)))
        self.play_button = icon_button("play", self.tr("Listen (Space)"), self.toggle)
        self.change_button = button(self.tr("Change A/B (X)"), "refresh-cw", self.change_over)
        self.next_button = button(self.tr("Next difference (N)"), "skip-forward", self.next_difference)
        self.time = label("")
        self.time.setFont(digit_font(sizes.caption))
        self.volume = VolumeSlider()
        self.told = label("", "soft", wrap=True)
        self.trouble = Banner("", "bad", "circle-alert")
        controls = row(self.play_button, self.change_button, self.next_button, self.time, None, self.volume, spacing=8)
        box = column(row(self.sides[0], self._facts[0], None), self.waves[0],
                     row(self.sides[1], self._facts[1], None), self.waves[1], controls, self.told, self.trouble,
                     spacing=6)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._on_state("stopped")
        self._show_side()

    # Reading

    def _show(self, cuts: tuple[Cut, Cut]) -> None:
        self._cuts = cuts
        self.trouble.show_text("")
        scale = max(cut.seconds for cut in cuts)
        for cut, wave, facts, gain in zip(cuts, self.waves, self._facts, self._gains(), strict=True):
            wave.show_sound(cut.waveform, cut.frames, scale, gain)
            facts.setText(f"{clock_text(cut.seconds)} · {_lufs(cut)}")
        self.told.setText(" ".join((self._difference(), self.tr("Where they differ is being looked for…"))))
        paths = [self._app.home.audio(cut.sha256) for cut in cuts]
        total, shift = sum(cut.frames for cut in cuts), _shift_db(cuts)

        def work(step: Step) -> tuple[Peaks, Peaks, Match]:
            done = 0

            def told(frames: int) -> None:
                nonlocal done
                done += frames
                step(done, total)
            first, second = (file_peaks(path, told) for path in paths)
            return first, second, match(first, second, shift)

        self._op = Op(work, lane="wave").on_progress(self._on_read).on_success(self._known).on_failure(self._failed)
        self._op.start(self)
        self._show_buttons()
        self._show_side()

    def _on_read(self, done: int, total: int, _text: str) -> None:
        percent = round(100 * done / max(1, total))
        self.told.setText(" ".join((self._difference(), self.tr(
            "Where they differ is being looked for… {percent} %").format(percent=percent))))

    def _known(self, found: tuple[Peaks, Peaks, Match]) -> None:
        self._op, self._match = None, found[2]
        for second, (peaks, wave) in enumerate(zip(found, self.waves, strict=False)):
            wave.show_peaks(peaks, self._places(bool(second)))
        only = [sum(end - at for at, end in self._places(second)) / RATE for second in (False, True)]
        if not any(only):
            words = self.tr("They sound the same all along.")
        elif not self._match.same:
            words = self.tr("They are two different recordings.")
        else:
            words = self.tr("Shaded: what only A has ({a} s), what only B has ({b} s).").format(
                a=number_text(only[0], 1), b=number_text(only[1], 1))
        self.told.setText(f"{self._difference()} {words}")
        self._show_buttons()

    def _difference(self) -> str:
        """Of length and loudness, in words."""
        if self._cuts is None:
            return ""
        first, second = self._cuts
        longer = second.seconds - first.seconds
        parts = []
        if abs(longer) >= 0.5:
            words = self.tr("B is {length} longer.") if longer > 0 else self.tr("B is {length} shorter.")
            parts.append(words.format(length=length_text(abs(longer))))
        if first.lufs is not None and second.lufs is not None and abs(second.lufs - first.lufs) >= _FEELABLE_LU:
            louder = second.lufs - first.lufs
            words = self.tr("B is {units} LU louder; here both are made equal.") if louder > 0 else \
                self.tr("B is {units} LU quieter; here both are made equal.")
            parts.append(words.format(units=number_text(abs(louder), 1)))
        return " ".join(parts)

    # Playing

    def _play(self, second: bool, frame: int) -> None:
        if self._cuts is None:
            return
        paths = [self._app.home.audio(cut.sha256) for cut in self._cuts]
        turns = Turns(lambda now_second, at: self._across(now_second, at), self._gains(), second=second)

        def opened() -> Turns:
            first = FileSound(paths[0])
            try:
                turns.open(first, FileSound(paths[1]))
            except Exception:
                first.close()
                raise
            return turns

        self._turns, self._second = turns, second
        self._at = max(0, min(frame, self._cuts[second].frames - 1))
        self._show_side()
        self.player.play_sound(turns, opened, self._at / RATE)

    def _sought(self, second: bool, seconds: float) -> None:
        self._play(second, round(seconds * RATE))

    def _jump(self, seconds: float) -> None:
        frame = max(0, self._at + round(seconds * RATE))
        if self.player.state == "playing":
            self._play(self._second, frame)
        elif self._cuts is not None:
            self._at = min(frame, self._cuts[self._second].frames)
            self._show_place()

    def _across(self, to_second: bool, frame: int) -> int:
        """Where in the other sound; the same second while that is not known."""
        return self._match.across(to_second, frame) if self._match is not None else frame

    def _gains(self) -> tuple[float, float]:
        """The louder one is turned down."""
        shift = _shift_db(self._cuts) if self._cuts is not None else 0.0
        return (1.0, 10 ** (shift / 20)) if shift < 0 else (10 ** (-shift / 20), 1.0)

    def _places(self, second: bool) -> list[tuple[int, int]]:
        return self._match.differing(second) if self._match is not None else []

    # Showing

    def _on_position(self, seconds: float) -> None:
        if self._turns is not None:
            second, self._at = self._turns.place(round(seconds * RATE))
            if second == self._second:
                self._show_place()

    def _on_state(self, state: str) -> None:
        playing = state == "playing"
        self.play_button.setIcon(icon("pause" if playing else "play", colors.accent, filled=True))
        words = self.tr("Pause (Space)") if playing else self.tr("Listen (Space)")
        self.play_button.setAccessibleName(words)
        self.play_button.setToolTip(words)
        if state == "stopped":
            self._turns, self._at = None, 0
            self._show_place()

    def _show_side(self) -> None:
        self.sides[self._second].setChecked(True)
        self._show_place()

    def _show_place(self) -> None:
        if self._cuts is None:
            self.time.setText("")
            return
        stopped = self.player.state == "stopped" and not self._at
        other = self._across(not self._second, self._at)
        places = (other, self._at) if self._second else (self._at, other)
        for second, (wave, frame) in enumerate(zip(self.waves, places, strict=True)):
            wave.show_position(-1.0 if stopped else frame / RATE, bool(second) == self._second)
        self.time.setText(f"{clock_text(self._at / RATE)} / {clock_text(self._cuts[self._second].seconds)}")

    def _show_buttons(self) -> None:
        for part in (self.play_button, self.change_button):
            part.setEnabled(self._cuts is not None)
        self.next_button.setEnabled(bool(self._places(False) or self._places(True)))

    def _failed(self, error: Exception) -> None:
        self.told.setText(self._difference())
        self.trouble.show_text(explain(error).text, "bad", "circle-alert")

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> partial[None] | None:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return None
        return {Qt.Key.Key_Space: partial(self.toggle), Qt.Key.Key_X: partial(self.change_over),
                Qt.Key.Key_N: partial(self.next_difference), Qt.Key.Key_Left: partial(self._jump, -_JUMP),
                Qt.Key.Key_Right: partial(self._jump, _JUMP)}.get(Qt.Key(event.key()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()


def _shift_db(cuts: tuple[Cut, Cut]) -> float:
    """What the second needs to be as loud as the first."""
    first, second = (cut.lufs for cut in cuts)
    return 0.0 if first is None or second is None else first - second


def _lufs(cut: Cut) -> str:
    return "–" if cut.lufs is None else f"{number_text(cut.lufs, 1).replace('-', '−')} LUFS"
