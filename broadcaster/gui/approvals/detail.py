"""Everything needed to judge one thing, side by side: words, sound, letter, changes, remarks, history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.gui.approvals.actions import Material, ShownSheet
from broadcaster.gui.approvals.changes_view import ChangesView
from broadcaster.gui.approvals.comments_card import CommentsCard
from broadcaster.gui.approvals.history_view import HistoryView
from broadcaster.gui.approvals.model import Row, headline, letter_line, state_of, valid_words
from broadcaster.gui.approvals.sheet_view import SheetView
from broadcaster.gui.approvals.sound_view import SoundView
from broadcaster.gui.bulletins.sound_bar import SoundBar
from broadcaster.gui.bulletins.source_panel import SourcePanel
from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.icons import pixmap
from broadcaster.gui.kit.texts_view import channel_tabs
from broadcaster.gui.page import Shell
from broadcaster.gui.rights import needs
from broadcaster.gui.theme import colors, sizes, text_font
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row
from broadcaster.library.model import State

Acts = Mapping[str, Callable[[], object]]


class ApprovalDetail(Card):
    """`acts`: approve, give_back, withdraw, slip, open."""

    def __init__(self, shell: Shell, acts: Acts) -> None:
        super().__init__()
        self._shell = shell
        self._acts = acts
        self._row: Row | None = None
        self._shown: Material | None = None
        self._sheet: ShownSheet | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(self._material())
        self.sheet = SheetView(shell)
        self._stack.addWidget(self.sheet)
        self._top()
        self.add(self._stack, stretch=1)
        self._buttons()
        self.clear()

    @property
    def shown(self) -> Material | None:
        return self._shown

    @property
    def shown_sheet(self) -> ShownSheet | None:
        return self._sheet

    @property
    def row(self) -> Row | None:
        return self._row

    def clear(self, *, choice: bool = True) -> None:
        """Nothing is chosen; without a `choice` the empty list says why."""
        self.silence()
        self._row = self._shown = self._sheet = None
        self._hint.setText(self.tr("Choose something at the left: everything needed to judge it stands here.")
                           if choice else "")
        self._stack.setCurrentIndex(0)
        self._show_parts((self._head, self._foot), False)

    def show_row(self, chosen: Row, now: datetime) -> None:
        """What the list knows; the rest follows. Until then nothing can be signed."""
        if self._row is None or self._row.subject != chosen.subject:
            self.silence()
            self._shown = self._sheet = None
            self.tabs.setCurrentIndex(0)
        self._row = chosen
        self._name_buttons(self.tr("Approve…"), self.tr("Give back…"))
        self._show_parts((self.badge, self.open_button), True)
        self.title.set_text(chosen.title)
        self.badge.show_state(*state_of(chosen, now.date()))
        self.line.set_text(headline(chosen, now))
        self.letter.set_text(letter_line(chosen))
        self.letter.setVisible(bool(chosen.number))
        for part in (self._head, self._foot):
            part.show()
        self._show_buttons()

    def show_material(self, shown: Material) -> None:
        """A bulletin or a sound, read whole."""
        if shown == self._shown:  # somebody else wrote something: who reads or listens here is not disturbed
            self._show_notes(shown)
            self._show_buttons()
            return
        other = self._shown is None or self._shown.subject != shown.subject
        self._shown = shown
        bulletin = shown.bulletin
        if self.words.toPlainText() != (bulletin.text if bulletin else ""):
            self.words.setPlainText(bulletin.text if bulletin else "")
        self.spoken.setPlainText(shown.spoken)
        self.sound.show_cut(shown.cut, bulletin.audio_current if bulletin else True)
        self.history.show_steps(shown.steps)
        self.facts.show_material(shown)
        self.changes.show_material(shown)
        self.remarks.show_subject(shown.subject)
        if bulletin and bulletin.directive_id:
            self.source.show_bulletin(bulletin)
            self.source.compare(bulletin.text)
        self._show_channels(shown)
        self._show_tabs(shown)
        self._show_notes(shown)
        self._stack.setCurrentIndex(1)
        if other:
            first = self.changes if shown.before else self.words if bulletin else self.facts
            self.tabs.setCurrentWidget(first)
        self._show_buttons()

    def show_pile(self, rows: Sequence[Row]) -> None:
        """Several are chosen: how many and how long; what each of them is stands in the dialog that is signed."""
        self.silence()
        self._row = self._shown = self._sheet = None
        self._hint.setText(self.tr("Sign all of them at once, or choose a single one to read and hear it."))
        self._stack.setCurrentIndex(0)
        count = number_text(len(rows))
        self.title.set_text(self.tr("{count} items chosen").format(count=count))
        self.line.set_text(length_text(sum(chosen.seconds for chosen in rows)))
        self.note.show_text("")
        self._show_parts((self.badge, self.open_button, self.letter, self.slip, self.withdraw), False)
        self._show_parts((self._head, self._foot, self.approve, self.give_back), True)
        for part in (self.approve, self.give_back):
            part.setEnabled(True)
        self._name_buttons(self.tr("Approve {count} items…").format(count=count),
                           self.tr("Give {count} items back…").format(count=count))

    @staticmethod
    def _show_parts(parts: Sequence[QWidget], shown: bool) -> None:
        for part in parts:
            part.setVisible(shown)

    def _name_buttons(self, approve: str, give_back: str) -> None:
        for part, words in ((self.approve, approve), (self.give_back, give_back)):
            part.setText(words)
            part.setAccessibleName(words)

    def show_sheet(self, shown: ShownSheet) -> None:
        self._sheet = shown
        self.sheet.show_sheet(shown)
        self.note.show_text("")
        self._stack.setCurrentIndex(2)
        self._show_buttons()

    def silence(self) -> None:
        self.sound.stop()
        self.changes.leave()

    def toggle_sound(self) -> None:
        if self._shown is not None:
            self.sound.toggle()

    def _top(self) -> None:
        self.title = ElidedLabel("", "strong")
        self.title.setObjectName("heading")
        self.badge = Badge()
        self.line = ElidedLabel("", "soft")
        self.letter = ElidedLabel("", "soft")
        self.open_button = needs(flat_button(self.tr("Open"), "pencil", self._acts["open"]), Right.LOOK)
        self.note = Banner("", "bad", "message-square")
        self._head = QWidget()
        top = row(self.title, self.badge, self.open_button)
        top.setStretch(0, 1)
        box = QVBoxLayout(self._head)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addLayout(top)
        for part in (self.line, self.letter, self.note):
            box.addWidget(part)
        self.add(self._head)

    def _material(self) -> QWidget:
        place = QWidget()
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        self.sound = SoundBar(self._shell.app.home, self._shell.error, lambda: None)
        self.sound.voice_button.hide()
        self.words = _view(self.tr("Text as written"))
        self.spoken = _view(self.tr("Text as it is read"))
        self.changes = ChangesView(self._shell)
        self.source = SourcePanel(self._shell.app)
        self.source.lock(True)
        self.channels = QStackedWidget()
        self.facts = SoundView(self._shell)
        self.remarks = CommentsCard(self._shell)
        self.remarks.changed.connect(self._count_remarks)
        self.history = HistoryView()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setProperty("tight", True)  # eight of them
        for part, words in ((self.words, self.tr("Text")), (self.spoken, self.tr("As read")),
                            (self.changes, self.tr("Changes")), (self.source, self.tr("Letter")),
                            (self.channels, self.tr("Channels")), (self.facts, self.tr("Sound")),
                            (self.remarks, self.tr("Remarks")), (self.history, self.tr("History"))):
            self.tabs.addTab(part, words)
        box.addWidget(self.sound)
        box.addWidget(self.tabs, 1)
        return place

    def _buttons(self) -> None:
        self.slip = button(self.tr("Slip…"), "printer", self._acts["slip"])
        self.withdraw = button(self.tr("Withdraw…"), "archive", self._acts["withdraw"])
        self.give_back = button(self.tr("Give back…"), "undo-2", self._acts["give_back"])
        self.approve = primary_button(self.tr("Approve…"), "circle-check", self._acts["approve"])
        self.approve.setToolTip(self.tr("Ctrl+Enter"))
        self._foot = QWidget()
        line = row(self.slip, None, self.withdraw, self.give_back, self.approve)
        line.setContentsMargins(0, 4, 0, 0)
        self._foot.setLayout(line)
        self.add(self._foot)

    def _show_buttons(self) -> None:
        chosen = self._row
        if chosen is None:
            return
        ready = self._sheet is not None if chosen.is_sheet else self._shown is not None
        waits = chosen.state in {State.SUBMITTED, State.CHECKED}
        self.approve.setVisible(waits)
        self.give_back.setVisible(waits)
        self.withdraw.setVisible(chosen.state is State.APPROVED)
        self.slip.setVisible(not chosen.is_sheet)
        for part in (self.approve, self.give_back, self.withdraw, self.slip):
            part.setEnabled(ready)

    def _show_channels(self, shown: Material) -> None:
        while (old := self.channels.widget(0)) is not None:
            self.channels.removeWidget(old)
            old.deleteLater()
        self.channels.addWidget(channel_tabs(shown.texts))

    def _show_tabs(self, shown: Material) -> None:
        visible = {self.words: shown.bulletin is not None, self.spoken: bool(shown.spoken),
                   self.changes: shown.before is not None, self.channels: bool(shown.texts),
                   self.source: bool(shown.bulletin and shown.bulletin.directive_id)}
        for part, there in visible.items():
            self.tabs.setTabVisible(self.tabs.indexOf(part), there)

    def _show_notes(self, shown: Material) -> None:
        """What must be known before anything is signed."""
        chosen = self._row
        if chosen is None:
            return
        lines = []
        if chosen.reason and chosen.state is State.RETURNED:
            lines.append(self.tr("Given back: {reason}").format(reason=chosen.reason))
        if chosen.state is State.CHECKED:
            lines.append(self.tr("{name} agreed as the first of two.").format(name=chosen.approver))
        if chosen.state is State.APPROVED:
            lines.append(self._approved_words(chosen))
        if shown.bulletin and not shown.bulletin.audio_current:
            lines.append(self.tr("The sound does not say the present text."))
        good = chosen.state is State.APPROVED and len(lines) == 1 and not chosen.self_approved
        self.note.show_text("\n".join(lines), "good" if good else "wait", "circle-check" if good else "info")

    def _approved_words(self, chosen: Row) -> str:
        text = self.tr("Approved by {name}, holds {days}.").format(
            name=chosen.approver, days=valid_words(chosen.valid_from, chosen.valid_until))
        alone = self.tr("Whoever approved it wrote it too (station of one).") if chosen.self_approved else ""
        return f"{text} {alone}".strip()

    def _count_remarks(self, count: int) -> None:
        words = self.tr("Remarks ({count})").format(count=count) if count else self.tr("Remarks")
        self.tabs.setTabText(self.tabs.indexOf(self.remarks), words)

    def _nothing(self) -> QWidget:
        place = QWidget()
        box = QVBoxLayout(place)
        picture = label("")
        picture.setPixmap(pixmap("shield-check", 48, colors.faint))
        self._hint = words = label("", "soft", wrap=True)
        box.addStretch(2)
        for part in (picture, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(part)
        box.addStretch(3)
        return place


def _view(name: str) -> QPlainTextEdit:
    result = QPlainTextEdit()
    result.setReadOnly(True)
    result.setTabChangesFocus(True)
    result.setFont(text_font(sizes.strong))
    result.setStyleSheet("QPlainTextEdit { border: 0; padding: 4px 0; }")
    result.setAccessibleName(name)
    return result
