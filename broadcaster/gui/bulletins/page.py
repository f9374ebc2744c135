"""Bản tin: write it, hear it, have it approved, plan its airing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from broadcaster.bulletins.languages import VIETNAMESE
from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins import actions
from broadcaster.gui.bulletins.desk_tab import DeskTab, load, tabs
from broadcaster.gui.bulletins.editor import BulletinEditor
from broadcaster.gui.bulletins.model import EDITABLE, STATE_TONES, Preview, filters, state_words
from broadcaster.gui.bulletins.reading_desk import ReadingDesk
from broadcaster.gui.bulletins.signing import Signing
from broadcaster.gui.bulletins.sound_bar import SoundBar
from broadcaster.gui.bulletins.source_panel import SourcePanel
from broadcaster.gui.bulletins.state_bar import StateBar
from broadcaster.gui.icons import icon, pixmap
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.theme import colors
from broadcaster.gui.voices.compare import compare_voices
from broadcaster.gui.voices.model import Manner
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, label, rule
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason, keep_reason, offered_reasons
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.two_panes import TwoPanes

_SPLIT = "bulletins/splitter"
_SAVE_AFTER_MS = 900
_NARROW = 900
"""Below this width, in pixels, the list gives way to the bulletin that is open."""


class BulletinsPage(Page):
    """The list at the left, one bulletin at the right; what is typed is saved by itself."""

    narrowest = 560

    def build(self) -> None:
        self._asked = 0
        self._previewing: Op[Preview] | None = None
        self._open: Bulletin | None = None
        self._dirty = False
        self._unlocked = False
        self._wanted = ""
        self.new_button = primary_button(self.tr("Write a bulletin"), "plus", self.write)
        self.back_button = flat_button(self.tr("All bulletins"), "chevron-left", lambda: self.panes.show_list())
        self.back_button.hide()
        self.body.addLayout(self.header(self.tr("Bulletins"), self.back_button, self.new_button))
        self.panes = TwoPanes(self.shell.memory, _SPLIT, self._list(), self._desk(), [356, 762], _NARROW)
        self.panes.alone.connect(self.back_button.setVisible)
        self.body.addWidget(self.panes, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        for keys, action in (("Ctrl+N", self.write), ("Ctrl+S", self.save), ("Ctrl+R", self.read_aloud)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        self._read_voices()

    def on_shown(self, item: str = "") -> None:
        """`item`: the id of a bulletin to open."""
        if item:
            self.open(item)
        elif self._open:
            self._preview()  # the lexicon may have been changed from the settings
            if not self._dirty:
                self._read_again()  # it may have been approved on another page
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"bulletin", "approval", "cart", "*"}:
            self.reload()
            if self._open and not self._dirty:
                self._read_again()

    def unsaved(self) -> str:
        """Saved on the spot when the window closes: a row, not a voice."""
        if self._dirty and self._open:
            try:
                actions.save(self.app, self._open.id, self.editor.edited())
                self._dirty = False
            except Exception:
                return self.editor.title.text() or self._open.title
        return ""

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()
        self._leave_tab()
        self.sound.stop()
        self.reading.leave()

    @property
    def shown(self) -> Bulletin | None:
        """The bulletin on the desk, as last stored."""
        return self._open

    def reload(self) -> None:
        """Read the list again."""
        words = self.search.text().strip() if self.search else ""
        state = str(self.state.currentData() or "")
        self._asked += 1
        asked = self._asked
        Op(partial(actions.listing, self.app, words, state)).on_success(
            lambda found: self._show_list(found, bool(words or state)) if asked == self._asked else None).start(self)

    def open(self, bulletin_id: str) -> None:
        """Bring one onto the desk; what stood there is saved first."""
        self.save()
        self._leave_tab()
        self._wanted = bulletin_id
        Op(partial(actions.open_bulletin, self.app, bulletin_id)).on_success(
            lambda found: self._show(*found) if self._wanted == bulletin_id else None).start(self)

    def write(self) -> None:
        """A new, empty bulletin."""
        Op(partial(actions.new, self.app, self.tr("New bulletin"))).on_success(self._show_new).start(self)

    def save(self) -> None:
        """Store what was typed."""
        self._timer.stop()
        if not self._dirty or self._open is None:
            return
        self._dirty = False
        bulletin_id, edited = self._open.id, self.editor.edited()
        self.editor.saved.setText(self.tr("Saving…"))
        Op(partial(actions.save, self.app, bulletin_id, edited)).on_success(self._saved).on_failure(
            self._not_saved).start(self)

    def read_aloud(self) -> None:
        """Make the sound of the text as it stands now."""
        if self._open is None or self._locked:
            return
        self._timer.stop()
        self._dirty = False
        self.sound.stop()
        bulletin_id, edited = self._open.id, self.editor.edited()
        words = self.tr("sentence {done} of {total}")
        dialog = ProgressDialog(self, self.tr("Reading aloud…"))
        dialog.run(lambda step: actions.voice(self.app, bulletin_id, edited, step, words), self._voiced)

    # Building

    def _list(self) -> QWidget:
        self.search = SearchField(self.tr("Search (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.state = choice(filters())
        self.state.setAccessibleName(self.tr("State"))
        self.state.currentIndexChanged.connect(lambda _: self.reload())
        self.table = Table("bulletins.list", [
            Column(self.tr("Title"), lambda item: item.title, 0),
            Column(self.tr("State"), lambda item: state_words(item.state), 118,
                   tone=lambda item: STATE_TONES[item.state]),
        ], accessible=self.tr("Bulletins"))
        self.table.clicked.connect(lambda _: self._pick(self.table.current_row()))
        self.table.opened.connect(self._pick)
        result = Card()
        result.add(self.search, self.state)
        result.add(self.table, stretch=1)
        result.setMinimumWidth(260)
        return result

    def _read_voices(self) -> None:
        Op(partial(actions.voices, self.app), lane="slow").on_success(self.editor.show_voices).start(self)

    def _compare_voices(self) -> None:
        edited = self.editor.edited()
        now = Manner(edited.voice, edited.rate, self.app.settings.speech.pitch)
        dialog = compare_voices(self.app, self.shell, self, now=now,
                                on_chosen=lambda chosen: self.editor.take_voice(chosen.voice, chosen.rate))
        dialog.finished.connect(lambda _: self._read_voices())  # packs may have come or gone

    def _desk(self) -> QWidget:
        self.editor = BulletinEditor(self.shell.memory, self.app.settings.speech)
        self.editor.touched.connect(self._touched)
        self.editor.resting.connect(self._preview)
        self.editor.save_asked.connect(self.save)
        self.editor.compare_asked.connect(self._compare_voices)
        self.source = SourcePanel(self.app)
        self.source.add_asked.connect(self.editor.text.add_item)
        self.editor.side.addTab(self.source, self.tr("Against the letter"))
        self.editor.resting.connect(lambda: self.source.compare(self.editor.text.text()))
        self.sound = SoundBar(self.app.home, self.shell.error, self.read_aloud)
        self.reading = ReadingDesk(self.app, self.shell, self, self.editor)
        self.reading.changed.connect(self._preview)
        self.reading.old_readings.connect(self.sound.show_old_readings)
        self.signing = Signing(self)
        self.bar = StateBar(self.signing.acts())
        self.reason = Banner("", "bad", "message-square")
        desk = Card()
        desk.add(self.reason)
        desk.add(self._tabs(), stretch=1)
        desk.add(rule(), self.sound, self.bar)
        self.desk = QStackedWidget()
        self.desk.addWidget(self._nothing())
        self.desk.addWidget(desk)
        return self.desk

    def _tabs(self) -> QWidget:
        """The words, and views of the same bulletin that are made when first looked at."""
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.editor, icon("file-text"), self.tr("Words"))
        self._modules = [""]
        self._made: dict[int, DeskTab] = {}
        for module, title, name in tabs():
            self._modules.append(module)
            self.tabs.addTab(QStackedWidget(), icon(name), title)
        self._tab = 0
        self.tabs.currentChanged.connect(self._on_tab)
        return self.tabs

    def _on_tab(self, index: int) -> None:
        self.save()
        self._leave_tab()
        self._tab = index
        if index and index not in self._made:
            tab = load(self._modules[index], self.app, self.shell)
            tab.stored.connect(self._read_again)
            place = self.tabs.widget(index)
            assert isinstance(place, QStackedWidget)
            place.addWidget(tab)
            self._made[index] = tab
        self._show_tab()

    def _leave_tab(self) -> None:
        if self._tab in self._made:
            self._made[self._tab].leave()

    def _show_tab(self) -> None:
        if self._open and self._tab in self._made:
            self._made[self._tab].show_bulletin(self._open, self._locked)

    @property
    def _locked(self) -> bool:
        return self._open is None or (self._open.state not in EDITABLE and not self._unlocked)

    def _nothing(self) -> QWidget:
        result = Card()
        picture = label("")
        picture.setPixmap(pixmap("mic", 48, colors.faint))
        words = label(self.tr("Choose a bulletin at the left, write a new one, or draft one from a letter."), "soft")
        words.setWordWrap(True)
        for part in (picture, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout()
        box.addStretch(1)
        box.addWidget(picture)
        box.addWidget(words)
        box.addStretch(1)
        result.add(box, stretch=1)
        return result

    # Showing

    def _show_list(self, found: Sequence[Bulletin], filtered: bool) -> None:
        if filtered:
            self.table.set_empty("search", self.tr("Nothing matches."), self.tr("Show all"), self._show_all)
        else:
            self.table.set_empty("mic", self.tr("No bulletins yet. Draft one from a letter, or write one."),
                                 self.tr("Open the letters"), lambda: self.shell.go("directives"))
        self.table.show_rows(found)
        row_now = self.table.current_row()
        if self._open and (row_now is None or row_now.id != self._open.id):
            self.table.select_id(self._open.id)

    def _show_all(self) -> None:
        self.state.setCurrentIndex(0)
        if self.search:
            self.search.clear()

    def _pick(self, bulletin: Bulletin | None) -> None:
        if bulletin is None:
            return
        if self._open is None or bulletin.id != self._open.id:
            self.open(bulletin.id)
        self.panes.show_item()

    def _show(self, bulletin: Bulletin, letter: str = "") -> None:
        other = self._open is None or self._open.id != bulletin.id
        self._open = bulletin
        if other:
            self._unlocked = False
            self.editor.saved.setText("")
            self.editor.letter.set_text(self.tr("From letter {number}").format(number=letter) if letter else "")
            self.table.select_id(bulletin.id)
        self._dirty = False
        self.editor.show_bulletin(bulletin)
        self.source.show_bulletin(bulletin)
        self._show_state()
        self.desk.setCurrentIndex(1)
        if other:
            self.panes.show_item()

    def _show_state(self) -> None:
        bulletin = self._open
        if bulletin is None:
            return
        if bulletin.state in EDITABLE:
            self._unlocked = False
        self.editor.lock(self._locked)
        self.source.lock(self._locked)
        self._show_tab()
        self.sound.show_cut(bulletin.cut, bulletin.audio_current)
        self.reading.show_bulletin(bulletin)
        self.sound.voice_button.setVisible(bulletin.state in EDITABLE or self._unlocked)
        self.sound.voice_button.setEnabled(bulletin.language == VIETNAMESE)
        self.bar.show_bulletin(bulletin, self._unlocked)
        self.reason.show_text(self.tr("Given back: {reason}").format(reason=bulletin.returned_reason)
                              if bulletin.returned_reason and bulletin.state in EDITABLE else "", "bad",
                              "message-square")

    def _show_new(self, bulletin: Bulletin) -> None:
        self._show(bulletin)
        self.reload()
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    def _read_again(self) -> None:
        if self._open is None:
            return
        bulletin_id = self._open.id
        Op(partial(actions.open_bulletin, self.app, bulletin_id)).on_success(
            lambda found: self._show(*found) if self._still(bulletin_id) else None).start(self)

    def _still(self, bulletin_id: str) -> bool:
        return self._open is not None and self._open.id == bulletin_id and not self._dirty

    # Typing

    def _touched(self) -> None:
        if self._open is not None:
            self._dirty = True
            self.editor.saved.setText(self.tr("Not saved yet"))
            self._timer.start()
            self.bar.submit.setEnabled(False)

    def _preview(self) -> None:
        edited = self.editor.edited()
        if self._previewing:
            self._previewing.cancel()  # a long text typed on would be looked at again and again

        def show(preview: Preview) -> None:
            self.editor.show_preview(preview)
            self.reading.show_heard(preview.heard)

        self._previewing = Op(partial(actions.preview, self.app, edited), lane="reading").on_success(show).start(self)

    def _saved(self, bulletin: Bulletin) -> None:
        if self._open is None or self._open.id != bulletin.id:
            return
        self._open = bulletin
        self.editor.note_saved(bulletin)
        if not self._dirty:
            self.editor.saved.setText(self.tr("Saved at {time}").format(time=f"{self.app.clock.now():%H:%M}"))
            self._show_state()

    def _not_saved(self, error: Exception) -> None:
        self._dirty = True
        self.editor.saved.setText(self.tr("Not saved yet"))
        self.shell.error(error)

    def _voiced(self, bulletin: Bulletin) -> None:
        if self._still(bulletin.id):
            self._show(bulletin)
            self.sound.play_button.setFocus()

    # Changing what was submitted or approved

    def unlock(self) -> None:
        """After a warning; why it is opened again stands in its history."""
        shown = self._open and self.shown
        reason = ask_reason(
            self.window(), self.tr("Change the text?"),
            self.tr("As soon as you change it, the approval ends: it is not broadcast again until it is read "
                    "aloud and approved anew. What was broadcast stays in the log."), self.tr("Change it"),
            offered=offered_reasons(self.shell.memory, "reopen", [
                self.tr("A mistake in the text"), self.tr("The letter was changed"), self.tr("Hours or places changed"),
            ])) if shown else ""
        if shown and reason:
            keep_reason(self.shell.memory, "reopen", reason)
            Op(partial(actions.reopen, self.app, shown.id, reason)).on_success(self._unlock).start(self)

    def _unlock(self, reopened: Bulletin) -> None:
        if self.shown and self.shown.id == reopened.id:
            self._unlocked = True
            self._show_state()
            self.editor.text.setFocus()


PAGE = BulletinsPage
