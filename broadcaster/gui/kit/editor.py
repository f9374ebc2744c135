"""One channel: its words, what they count, how they will look. Saving is the tab's work."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from broadcaster.gui.kit.measures import Measures
from broadcaster.gui.kit.model import ON_PAPER, Kit, channel_words, counted, state
from broadcaster.gui.kit.previews import LedPreview, PaperPreview
from broadcaster.gui.theme import sizes, text_font
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.layout import label, row

_SPLIT = "kit/paper"
_REST_MS = 500


class ChannelEditor(QWidget):
    """`touched` when a person typed, `resting` when the typing pauses."""

    touched = Signal()
    resting = Signal()
    regenerate_asked = Signal()
    undo_asked = Signal()
    copy_asked = Signal()
    keep_asked = Signal()

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self.channel = ""
        self._filling = False
        self._kit: Kit | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST_MS)
        self._pause.timeout.connect(self.resting)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self._head())
        self.behind = Banner("", "wait", "triangle-alert")
        self.keep_button = flat_button(self.tr("Still right"), "check", self.keep_asked.emit)
        self.behind.box.addWidget(self.keep_button)
        box.addWidget(self.behind)
        self.measures = Measures()
        box.addWidget(self.measures)
        box.addWidget(self._body(memory), 1)
        self.led = LedPreview()
        box.addWidget(self.led)
        self.count = label("", "soft", wrap=True)
        box.addWidget(self.count)

    def show_channel(self, kit: Kit, channel: str, locked: bool) -> None:
        """Another channel, or the same one stored anew; what is the same keeps its cursor."""
        other = channel != self.channel or self._kit is None or self._kit.bulletin.id != kit.bulletin.id
        self.channel, self._kit = channel, kit
        item = kit.text(channel)
        self.title.setText(channel_words(channel))
        self.state.show_state(*state(kit, channel))
        self._filling = True
        if other or self.text.toPlainText().strip() != item.text:
            self.text.setPlainText(item.text)
        self._filling = False
        self.text.setReadOnly(locked)
        self.regenerate_button.setEnabled(not locked and item.edited)
        self.measures.show_options(channel, kit.options, not locked)
        stale = channel in kit.behind
        self.behind.show_text(self.tr("You changed these words by hand, and the bulletin was changed after that. "
                                      "Compare them, or make them anew.") if stale else "")
        self.keep_button.setVisible(stale and not locked)
        self.paper.setVisible(channel in ON_PAPER)
        self.led.setVisible(channel == "led")
        self._measure()

    def show_undo(self, shown: bool) -> None:
        """The words a person had written can be brought back."""
        self.undo_button.setVisible(shown)

    def words(self) -> str:
        """What stands in the field."""
        return self.text.toPlainText()

    def _head(self) -> QVBoxLayout:
        self.title = label("", "strong")
        self.state = Badge()
        self.undo_button = flat_button(self.tr("Undo"), "undo-2", self.undo_asked.emit)
        self.undo_button.setToolTip(self.tr("Bring back the words you had written"))
        self.undo_button.hide()
        self.regenerate_button = icon_button("refresh-cw", self.tr("Make it anew from the bulletin"),
                                             self.regenerate_asked.emit)
        self.copy_button = icon_button("copy", self.tr("Copy the text"), self.copy_asked.emit)
        box = QVBoxLayout()
        box.addLayout(row(self.title, self.state, None, self.undo_button, self.regenerate_button, self.copy_button,
                          spacing=8))
        return box

    def _body(self, memory: QSettings) -> QSplitter:
        self.text = QPlainTextEdit()
        self.text.setFont(text_font(sizes.body))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Words of the channel"))
        self.text.setMinimumHeight(110)
        self.text.textChanged.connect(self._typed)
        self.paper = PaperPreview()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(self.text)
        self.splitter.addWidget(self.paper)
        self.splitter.setSizes([260, 240])
        if kept := memory.value(_SPLIT):
            self.splitter.restoreState(kept)
        self.splitter.splitterMoved.connect(lambda *_: memory.setValue(_SPLIT, self.splitter.saveState()))
        return self.splitter

    def _typed(self) -> None:
        if not self._filling:
            self._measure()
            self._pause.start()
            self.touched.emit()

    def _measure(self) -> None:
        if self._kit is None:
            return
        options = self._kit.options
        words, wrong = counted(self.channel, self.words().strip(), options)
        self.count.setText(words)
        self.count.setObjectName("wrong" if wrong else "soft")
        self.count.style().unpolish(self.count)
        self.count.style().polish(self.count)
        if self.channel == "led":
            self.led.show_text(self.words(), options.led_characters, options.led_seconds)
