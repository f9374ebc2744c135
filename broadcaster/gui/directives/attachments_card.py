"""Files that came with the letter: sounds, scripts, annexes, each with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from broadcaster.directives.model import Attachment
from broadcaster.gui.directives.words import kind_words
from broadcaster.gui.icons import pixmap
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, column, label, row

_ICONS = {"audio": "file-audio", "script": "newspaper"}


class AttachmentsCard(Card):
    """Signals carry the attachment; the page does the work."""

    add_asked = Signal()
    open_asked = Signal(object)
    listen_asked = Signal(object)
    library_asked = Signal(object)
    draft_asked = Signal(object)
    go_asked = Signal(object)
    """To its item in the library, or its draft."""
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.caption = label("", "caption")
        self.lines: list[AttachmentLine] = []
        self._shown: object = None
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        self.hint = label(self.tr("None yet. Sounds go into the library, scripts become drafts, other files are kept. "
                                  "You may also drop files here."), "soft", wrap=True)
        self.add_button = button(self.tr("Add files…"), "plus", self.add_asked.emit)
        self.promised = label("", "soft", wrap=True)
        self.add(self.caption, self.promised, self._box, self.hint, row(self.add_button, None))
        self.show_files(())

    def show_promised(self, names: Sequence[str]) -> None:
        """What the letter itself says is sent along."""
        text = self.tr("The letter speaks of: {names}").format(names="; ".join(names)) if names else ""
        self.promised.setText(text)
        self.promised.setVisible(bool(text))

    def show_files(self, files: Sequence[Attachment], playing: str = "") -> None:
        """`playing`: id of the one that sounds now."""
        if (wanted := (tuple(files), playing)) == self._shown:  # who stands on a button here stays there
            return
        self._shown = wanted
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [AttachmentLine(self, item, playing=item.id == playing) for item in files]
        for line in self.lines:
            self._box.addWidget(line)
        text = self.tr("Files that came with it ({count})").format(count=len(files)) if files else \
            self.tr("Files that came with it")
        self.caption.setText(text.upper())
        self.setAccessibleName(text)
        self.hint.setVisible(not files)


class AttachmentLine(QWidget):
    """One file."""

    def __init__(self, card: AttachmentsCard, item: Attachment, *, playing: bool) -> None:
        super().__init__()
        self.item = item
        self.setObjectName("plain")
        picture = QLabel()
        picture.setPixmap(pixmap(_ICONS.get(item.kind, "file-text"), 20, colors.soft))
        self.name = ElidedLabel(item.file_name, "strong")
        self.state = label(kind_words(item), "faint", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        tools = row(self.state, spacing=2)
        tools.setStretch(0, 1)
        for key, (made, act) in self._tools(card, playing).items():
            made.clicked.connect(act)
            self.buttons[key] = made
            tools.addWidget(made)
        top = row(picture, self.name, spacing=8)
        top.setStretch(1, 1)
        box = column(top, tools, spacing=0)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)

    def _tools(self, card: AttachmentsCard, playing: bool) -> dict[str, tuple[QPushButton, Callable[[], None]]]:
        item, made = self.item, {}
        if item.kind == "audio" or item.cart_id:
            listen = icon_button("square" if playing else "play", self.tr("Stop") if playing else self.tr("Listen"))
            made["listen"] = (listen, lambda: card.listen_asked.emit(item))
        if item.cart_id:
            made["go"] = (flat_button(self.tr("Library"), "library"), lambda: card.go_asked.emit(item))
        elif item.bulletin_id:
            made["go"] = (flat_button(self.tr("Draft"), "newspaper"), lambda: card.go_asked.emit(item))
        else:
            made["library"] = (icon_button("file-audio", self.tr("Put into the library as a sound")),
                               lambda: card.library_asked.emit(item))
            made["draft"] = (icon_button("wand-sparkles", self.tr("Make a draft of its words")),
                             lambda: card.draft_asked.emit(item))
        made["open"] = (icon_button("folder-open", self.tr("Open the file")), lambda: card.open_asked.emit(item))
        made["remove"] = (icon_button("trash-2", self.tr("Take away from the letter")),
                          lambda: card.remove_asked.emit(item))
        return made
