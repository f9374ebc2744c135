"""How the words of the bulletin on the desk are read: look at them, choose, teach the station, take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins.editor import BulletinEditor
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.readings import actions
from broadcaster.gui.readings.model import Heard, Spot
from broadcaster.gui.readings.popup import ReadingPopup
from broadcaster.gui.readings.speaker import Speaker
from broadcaster.gui.readings.window import open_lexicon
from broadcaster.wiring import App


class ReadingDesk(QObject):
    """Joins the text, the list beside it, the popup and the lexicon."""

    changed = Signal()
    """The lexicon says something else now: the text is to be looked at again."""
    old_readings = Signal(object)
    """Words (tuple) that the sound on the desk says in the old way; empty: none."""

    def __init__(self, app: App, shell: Shell, page: QWidget, editor: BulletinEditor) -> None:
        super().__init__(page)
        self._app, self._page, self._editor = app, page, editor
        self._done: list[actions.Change] = []
        self._spans: list[actions.Span] = []
        self._bulletin: Bulletin | None = None
        self._heard: Sequence[Heard] = ()
        self.popup = ReadingPopup(page)
        self.speaker = Speaker(app, self)
        self.speaker.failed.connect(shell.error)
        self._join_text()
        self._join_side()
        self._join_spoken()
        self._join_popup()

    def show_bulletin(self, bulletin: Bulletin) -> None:
        """Whose sound may be older than a reading."""
        if self._bulletin is None or bulletin.id != self._bulletin.id:
            self.popup.close_up()
            self._heard = ()
        self._bulletin = bulletin
        self._look_at_sound()

    def show_heard(self, heard: Sequence[Heard]) -> None:
        """The readings of the present text."""
        self._heard = heard
        self._look_at_sound()

    def leave(self) -> None:
        """Another page comes."""
        self.popup.close_up()
        self.speaker.stop()

    def choose(self, spot: Spot | None, *, keyboard: bool) -> None:
        """Open the popup below a word; `keyboard`: it takes the keys at once."""
        if spot is None:
            return
        text = self._editor.text
        place = text.rect_of(spot)
        under = QRect(text.viewport().mapTo(self._page, place.topLeft()), place.size())
        self.popup.show_spot(spot, under, locked=text.isReadOnly())
        text.installEventFilter(self)
        if keyboard:
            self.popup.take_keyboard()

    def choose_here(self) -> None:
        """At the cursor, or the next word worth a look if the cursor is on none."""
        self.choose(self._editor.text.spot_here() or self._editor.text.next_risky(), keyboard=True)

    def go_next(self, back: bool = False) -> None:
        """The next word worth a look; its row is chosen too. An open popup goes along."""
        shown, held = self.popup.isVisible(), self.popup.holds_focus()
        found = self._editor.text.next_risky(back=back)
        if found is not None:
            self._editor.side.setCurrentWidget(self._editor.reading_list)
            self._editor.reading_list.stand_on(found.heard)
            self._editor.text.setFocus()
            if shown:
                self.choose(found, keyboard=held)

    def open_lexicon(self) -> None:
        """The window with all words of the station."""
        self.popup.close_up()
        dialog = open_lexicon(self._app, self._page)
        dialog.changed.connect(self._noted)

    def undo(self) -> None:
        """Take back what was taught last."""
        if self._done:
            change = self._done.pop()
            Op(partial(actions.undo, self._app, change)).on_success(lambda _: self._undone(change)).start(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the popup is open, Esc in the text closes it; without it the window closes its message."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and watched is self._editor.text:
            if event.type() == QEvent.Type.KeyPress:
                self.popup.close_up()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _join_text(self) -> None:
        text = self._editor.text
        text.spot_clicked.connect(lambda spot: self.choose(spot, keyboard=False))
        text.textChanged.connect(self.popup.close_up)
        text.cursorPositionChanged.connect(self._on_cursor)
        text.verticalScrollBar().valueChanged.connect(lambda _: self.popup.close_up())
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Alt+Return", self.choose_here), ("Alt+Enter", self.choose_here), ("F3", self.go_next),
            ("Shift+F3", lambda: self.go_next(True))]
        for keys_text, act in keys:
            shortcut = QShortcut(QKeySequence(keys_text), self._page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._if_seen, act))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _join_spoken(self) -> None:
        """The whole text as it will be read, while somebody looks at it."""
        self._editor.spoken_asked.connect(self._speak_out)

    def _speak_out(self) -> None:
        text = self._editor.text.text()
        Op(partial(self._app.speech.normalise, text), lane="reading").on_success(
            partial(self._editor.show_spoken, text)).start(self)

    def _join_side(self) -> None:
        side = self._editor.reading_list
        side.next_asked.connect(self.go_next)
        side.listen_asked.connect(lambda item: self._say(item.spoken))
        side.lexicon_asked.connect(self.open_lexicon)
        side.undo_asked.connect(self.undo)
        side.table.opened.connect(self._on_row)
        self.speaker.busy_changed.connect(lambda busy: side.listen.setDown(busy))

    def _join_popup(self) -> None:
        self.popup.here_chosen.connect(self._only_here)
        self.popup.station_chosen.connect(self._teach)
        self.popup.forget_chosen.connect(self._forget)
        self.popup.listen_asked.connect(self._say)
        self.popup.closed.connect(self._on_closed)

    def _if_seen(self, act: Callable[[], object]) -> None:
        """Under another tab of the desk nobody sees the text."""
        if self._editor.text.isVisible():
            act()

    def _on_row(self, item: Heard | None) -> None:
        if item is not None:
            self._editor.text.select(item.places[0])
            self.choose(self._editor.text.spot_here(), keyboard=True)

    def _on_cursor(self) -> None:
        spot = self.popup.spot
        if spot is not None and self._editor.text.spot_here() != spot:
            self.popup.close_up()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Who turns to something else wants it away; a window over it (a tip, another program) does not count."""
        inside = (self._editor.text, self._editor.readings)
        if self.popup.isVisible() and new is not None and not self.popup.holds_focus() and new not in inside:
            self.popup.close_up()

    def _on_closed(self, held: bool) -> None:
        self._editor.text.removeEventFilter(self)
        self.speaker.stop()
        if held:
            self._editor.text.setFocus()

    def _say(self, words: str) -> None:
        if self.speaker.busy:
            self.speaker.stop()
            return
        edited = self._editor.edited()
        self.speaker.say(words, edited.voice, edited.rate)

    def _only_here(self, spot: Spot, words: str) -> None:
        self.popup.close_up()
        self._editor.text.setFocus()
        self._editor.text.write_over(spot, words)

    def _teach(self, spot: Spot, words: str) -> None:
        written = spot.heard.written
        Op(partial(actions.learn, self._app, written, words)).on_success(
            partial(self._taught, self.tr("Taught: {written} → {spoken}").format(written=written, spoken=words))
        ).start(self)

    def _forget(self, spot: Spot) -> None:
        written = spot.heard.written
        Op(partial(actions.forget_spoken, self._app, written)).on_success(
            partial(self._taught, self.tr("Taken out of the lexicon: {written}").format(written=written))).start(self)

    def _taught(self, words: str, change: actions.Change) -> None:
        self.popup.close_up()
        if change.before:
            self._done.append(change)
            self._note_gone(change)
            self._editor.reading_list.show_learned(words)
        self.changed.emit()

    def _undone(self, change: actions.Change) -> None:
        self._note_back(change)
        words = self.tr("Taken back.") if self._done else ""
        self._editor.reading_list.show_learned(words)
        self.changed.emit()

    def _noted(self, change: actions.Change, undone: bool) -> None:
        """Something was changed in the lexicon's own window."""
        (self._note_back if undone else self._note_gone)(change)
        self._done.clear()
        self._editor.reading_list.show_learned("")
        self.changed.emit()

    def _note_gone(self, change: actions.Change) -> None:
        if change.gone:
            self._spans.append(actions.Span(change.gone, "", change.at))

    def _note_back(self, change: actions.Change) -> None:
        self._spans = [span for span in self._spans if (span.until, span.words) != (change.at, change.gone)]
        self._spans.append(actions.Span(tuple(change.before), change.at, self._now()))

    def _now(self) -> str:
        return self._app.clock.now().isoformat(timespec="seconds")

    def _look_at_sound(self) -> None:
        bulletin = self._bulletin
        if bulletin is None or bulletin.cut is None:
            self.old_readings.emit(())
            return
        sha256, heard, spans = bulletin.speech_sha256 or bulletin.cut.sha256, self._heard, tuple(self._spans)

        def look() -> tuple[str, ...]:
            return actions.old_readings(self._app, self._app.library.made_at(sha256), heard, spans)

        Op(look).on_success(lambda found: self.old_readings.emit(found) if self._bulletin is bulletin else None
                            ).on_failure(lambda _: None).start(self)
