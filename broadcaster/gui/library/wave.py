"""Hearing and shaping one sound of the library: its whole recording, with what is cut off, where it fades, its cue."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QProgressBar, QScrollBar, QWidget

from broadcaster.accounts.model import Role
from broadcaster.base.frames import RATE
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.errors import explain
from broadcaster.gui.library import wave_actions as actions
from broadcaster.gui.library.wave_fields import MarkFields, marks_words
from broadcaster.gui.library.wave_model import Mark, Marks, Steps
from broadcaster.gui.library.wave_reader import WaveReader
from broadcaster.gui.library.wave_sound import Envelope, ShapedSound
from broadcaster.gui.library.wave_tools import MARK_KEYS, Tools, plain_key, undo_key
from broadcaster.gui.library.wave_transport import Act, Transport, stacked
from broadcaster.gui.library.wave_view import WaveView
from broadcaster.gui.library.why_again import why_again
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.layout import show_if
from broadcaster.library.model import Cart, State
from broadcaster.wiring import App

_AROUND = 3.0
_JUMP = 5.0
_LANE = "wave"
_LOW, _HIGH = 190, 620


class WaveEditor(QWidget):
    """`show_cart(cart)`; `saved(Cart)` after a new version was made. What was changed and not saved stays with its item
    as long as the window is open. Keys: Space, Left and Right (5 s), L, I and O (begin and end here), C (cue here),
    + − 0, Ctrl+Z, Ctrl+Y."""

    saved = Signal(object)
    changed = Signal()

    def __init__(self, app: App, shell: Shell, *, large: bool = False) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app, self._shell, self._large = app, shell, large
        self._cart: Cart | None = None
        self._loaded: actions.Loaded | None = None
        self._steps = Steps(Marks(0, 0, 0, 0, 0, 0))
        self._kept: dict[str, tuple[Cart, Steps]] = {}
        self._at = 0
        self._trouble = ""
        self.player = PreviewPlayer(self)
        self.player.failed.connect(shell.error)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self.reader = WaveReader(self)
        self._build()
        self._connect()
        self._show_all()

    @property
    def cart(self) -> Cart | None:
        return self._cart

    @property
    def marks(self) -> Marks:
        """As they stand on the screen."""
        return self._steps.now

    @property
    def dirty(self) -> bool:
        return self._loaded is not None and self._steps.now != self._loaded.marks

    def show_cart(self, cart: Cart | None) -> None:
        """Another item, or the same as it is now; it goes on playing when its sound is the same."""
        before, self._cart = self._cart, cart
        if cart is not None and before is not None and (before.id, before.cut.sha256) == (cart.id, cart.cut.sha256):
            self._show_all()
            return
        self.silence()
        self.reader.forget()
        self._keep(before)
        self._loaded, self._trouble = None, ""
        self._steps = Steps(Marks(0, 0, 0, 0, 0, 0))
        self.view.show_recording(self._steps.now)
        self._show_all()
        if cart is not None:
            Op(partial(actions.load, self._app, cart), lane=_LANE).on_success(partial(self._take, cart)) \
                .on_failure(partial(self._not_there, cart)).start(self)

    def share(self, other: WaveEditor) -> None:
        """Show what `other` shows, with the same steps back: they are one editor in two sizes."""
        self._cart, self._loaded, self._steps = other._cart, other._loaded, other._steps
        self.reader.share(other.reader)
        self._look()

    def unsaved(self) -> str:
        """The items that were shaped and not saved; empty when there are none."""
        carts = [cart for cart, _ in self._kept.values()]
        carts += [self._cart] if self._cart is not None and self.dirty else []
        names = ", ".join(f"“{one_line(cart.title, 60)}”" for cart in carts)
        return self.tr("the shape of {names}").format(names=names) if names else ""

    def silence(self) -> None:
        """Be quiet; nothing is lost."""
        self.player.stop()

    # What can be done

    def toggle(self) -> None:
        """Play from the cue, or pause."""
        if self.player.state == "playing":
            self.player.pause()
        else:
            self._play(self._at if self.player.state == "paused" else self.marks.cue)

    def seek(self, seconds: float) -> None:
        self._play(round(seconds * RATE))

    def hear_head(self) -> None:
        self._play(self.marks.start, _AROUND)

    def hear_tail(self) -> None:
        self._play(max(self.marks.start, self.marks.end - round(_AROUND * RATE)))

    def set_mark(self, mark: Mark, frame: int) -> None:
        """Move a mark as near to `frame` as may be."""
        self._change(self.marks.moved(mark, frame))

    def undo(self) -> None:
        self._steps.undo()
        self._show_marks()

    def redo(self) -> None:
        self._steps.redo()
        self._show_marks()

    def cut_silence(self) -> None:
        """Propose the ends an import would choose."""
        envelope = self.reader.envelope
        if envelope is not None and self._editable():
            self._change(actions.silence_cut(envelope, self.marks))

    def back_to_full(self) -> None:
        """All of the recording again, as it came."""
        self._change(self.marks.full())

    def save(self) -> None:
        """Make the new version, once somebody has signed for it."""
        cart, marks = self._cart, self.marks
        if cart is None or self._loaded is None or not self._editable() or not self.dirty:
            return
        self.player.stop()
        reason = self._why(cart)
        if reason is None:
            return
        purpose = self.tr("A new version of “{title}” with this beginning and end.").format(title=cart.title)
        person = self._shell.ask_pin(Role.OPERATOR, purpose)
        if person is not None:
            dialog = ProgressDialog(self, self.tr("Making the new version…"))
            dialog.run(lambda step: actions.save(self._app, cart, marks, person.name, step, reason), self.take_saved)

    def _why(self, cart: Cart) -> str | None:
        """Asked only where an approval ends; None: turned away."""
        same = self._loaded is not None and replace(self.marks, cue=self._loaded.marks.cue) == self._loaded.marks
        if cart.state is not State.APPROVED or same:
            return ""
        return why_again(self, self._shell.memory, self.tr("Change an approved sound?"), self.tr(
            "“{title}” is approved. The new version airs only after a new approval.").format(title=cart.title),
            self.tr("Make the new version")) or None

    def take_saved(self, cart: Cart) -> None:
        """A new version was made."""
        self._loaded, self._cart = None, None  # what was changed is stored now
        self.show_cart(cart)
        if not self._large:
            self._shell.notify(self.tr("“{title}” has a new version.").format(title=cart.title))
        self.saved.emit(cart)

    def open_large(self) -> None:
        """The same in a sheet of its own."""
        from broadcaster.gui.library.wave_sheet import WaveSheet

        if self._cart is None or self._loaded is None:
            return
        self.player.stop()
        sheet = WaveSheet(self._app, self._shell, self)
        sheet.exec()
        sheet.deleteLater()
        self._show_marks()

    # Building

    def _build(self) -> None:
        names = {Mark.START: self.tr("Beginning"), Mark.FADE_IN: self.tr("End of the fade-in"),
                 Mark.CUE: self.tr("Where listening begins"), Mark.FADE_OUT: self.tr("Begin of the fade-out"),
                 Mark.END: self.tr("End")}
        self.view = WaveView(self.tr("The whole recording"), names)
        self.view.setMaximumHeight(_HIGH if self._large else _LOW)
        self.scroll_bar = QScrollBar(Qt.Orientation.Horizontal)
        self.scroll_bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(self.tr("Reading the recording"))
        self.transport = Transport({
            "play": self.toggle, "loop": self._show_loop, "head": self.hear_head, "tail": self.hear_tail,
            "nearer": self.view.nearer, "farther": self.view.farther, "large": self.open_large},
            self._shell.memory, large=self._large)
        self.fields = MarkFields(self.set_mark, large=self._large)
        self.tools = Tools({"silence": self.cut_silence, "undo": self.undo, "redo": self.redo,
                            "full": self.back_to_full, "save": self.save}, large=self._large)
        self.note = Banner("")
        box = stacked(self.view, self.scroll_bar, self.progress, self.transport, self.fields, self.tools, self.note)
        box.setStretch(0, 100)
        box.addStretch(1)
        self.setLayout(box)

    def _connect(self) -> None:
        self.view.sought.connect(self.seek)
        self.view.moved.connect(self._drag)
        self.view.dragged.connect(lambda: self._steps.rest())
        self.view.sight_changed.connect(self._show_scroll)
        self.view.wants_detail.connect(self.reader.look)
        self.scroll_bar.valueChanged.connect(lambda first: self.view.set_sight(self.view.sight.scrolled_to(first)))
        self.reader.seen.connect(self.view.show_envelope)
        self.reader.progress.connect(self._on_progress)
        self.reader.whole.connect(self._known)
        self.reader.closer.connect(self.view.show_detail)

    # Keys

    def event(self, event: QEvent) -> bool:
        # The page has Ctrl+Z and Space of its own; here they belong to the sound.
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

    def _act_of(self, event: QKeyEvent) -> Act | None:
        if (code := undo_key(event)) is not None:
            return self.undo if code else self.redo
        here = self._at
        acts: dict[Qt.Key, Act] = {
            Qt.Key.Key_Space: self.toggle, Qt.Key.Key_L: self.transport.loop.click,
            Qt.Key.Key_Left: partial(self._jump, -_JUMP), Qt.Key.Key_Right: partial(self._jump, _JUMP)}
        if self._editable():
            acts |= {key: partial(self.set_mark, mark, here) for key, mark in MARK_KEYS.items()}
        return acts.get(Qt.Key(event.key())) if plain_key(event) else None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.silence()

    # Reading

    def _take(self, cart: Cart, loaded: actions.Loaded) -> None:
        if self._cart is None or self._cart.cut.sha256 != cart.cut.sha256 or self._cart.id != cart.id:
            return
        self._loaded = loaded
        kept = self._kept.pop(cart.id, None)
        same = kept is not None and kept[0].cut.sha256 == cart.cut.sha256
        self._steps = kept[1] if kept is not None and same else Steps(loaded.marks)
        self._look()

    def _not_there(self, cart: Cart, error: Exception) -> None:
        if self._cart is cart:
            self._trouble = explain(error).text
            self._show_buttons()

    def _look(self) -> None:
        self.view.show_recording(self.marks)
        if self._cart is not None and self._loaded is not None:
            self.reader.read(self._loaded.recording, self._cart.cut.waveform)
        self._show_all()

    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(share * self.progress.maximum()))
        show_if(self.progress, 0 < share < 1)

    def _known(self, envelope: Envelope) -> None:
        self.progress.hide()
        self.view.show_envelope(envelope)
        self._show_buttons()

    # Playing

    def _play(self, frame: int, seconds: float | None = None) -> None:
        if self._loaded is None:
            return
        recording, steps, marks = self._loaded.recording, self._steps, self.marks
        self._at = max(0, min(frame, marks.whole))
        beyond = self._at >= marks.end
        until = None if seconds is None else (self._at / RATE) + seconds
        self._show_loop()
        self.player.play_sound(recording, lambda: ShapedSound(recording, lambda: steps.now, beyond=beyond),
                               self._at / RATE, until)

    def _jump(self, seconds: float) -> None:
        frame = max(0, min(self.marks.whole, self._at + round(seconds * RATE)))
        if self.player.state == "playing":
            self._play(frame)
        else:
            self._on_position(frame / RATE)

    def _show_loop(self) -> None:
        marks = self.marks
        self.player.loop = (marks.start / RATE, marks.end / RATE) if self.transport.loop.isChecked() else None

    def _on_position(self, seconds: float) -> None:
        self._at = round(seconds * RATE)
        self.view.show_position(seconds)
        self.transport.show_time(self._at, self.marks.whole)

    def _on_state(self, state: str) -> None:
        self.transport.show_state(state)
        if state == "stopped":
            self._at = self.marks.cue
            self.view.show_position(-1.0)
            self.transport.show_time(self._at, self.marks.whole)

    # Showing

    def _editable(self) -> bool:
        return self._loaded is not None and self._cart is not None and not actions.locked_words(self._cart)

    def _change(self, marks: Marks, key: str = "") -> None:
        if self._editable():
            self._steps.change(marks, key)
            self._show_marks()

    def _drag(self, mark: Mark, frame: int) -> None:
        self._change(self.marks.moved(mark, frame), mark.value)

    def _show_marks(self) -> None:
        self.view.show_marks(self.marks)
        self._show_loop()
        self._show_buttons()
        self.changed.emit()

    def _show_all(self) -> None:
        editable = self._editable()
        self.view.set_editable(editable)
        show_if(self.tools, editable)
        self.progress.hide()
        self.transport.setEnabled(self._loaded is not None)
        self._on_state(self.player.state)
        self._show_scroll()
        self._show_marks()

    def _show_buttons(self) -> None:
        self.tools.undo.setEnabled(self._steps.can_undo)
        self.tools.redo.setEnabled(self._steps.can_redo)
        self.tools.silence.setEnabled(self.reader.envelope is not None)
        self.tools.full.setEnabled(not self.marks.is_full)
        self.tools.save.setEnabled(self.dirty)
        self.fields.show_marks(self.marks, self._editable())
        self.view.setToolTip("" if self._large else marks_words(self.marks))
        if self._cart is None or self._loaded is None:
            self.note.show_text(self._trouble, "bad", "circle-alert")
        elif locked := actions.locked_words(self._cart):
            self.note.show_text(locked, "plain", "info")
        else:
            new_sound = self.dirty and not self.marks.same_sound(self._loaded.marks)
            self.note.show_text(actions.save_words(self._cart) if new_sound else "", "wait", "info")

    def _show_scroll(self) -> None:
        sight = self.view.sight
        self.scroll_bar.blockSignals(True)
        self.scroll_bar.setRange(0, max(0, sight.whole - sight.count))
        self.scroll_bar.setPageStep(max(1, sight.count))
        self.scroll_bar.setSingleStep(max(1, sight.count // 20))
        self.scroll_bar.setValue(sight.first)
        self.scroll_bar.blockSignals(False)
        show_if(self.scroll_bar, not sight.is_all)

    def _keep(self, cart: Cart | None) -> None:
        if cart is not None and self.dirty:
            self._kept[cart.id] = (cart, self._steps)
