"""Letters this one rests on or names, and letters that name it; a click opens one that is in the register."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from broadcaster.directives.model import Citation
from broadcaster.gui.widgets.buttons import flat_button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, caption_label, label

_SHOWN = 8


class LinksCard(Card):
    """Hidden for a letter that stands alone."""

    opened = Signal(str)
    """Id of the letter to open."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._shown: object = None
        self.add(caption_label(self.tr("Letters it belongs with")))
        self._content = QWidget()
        self.add(self._content)

    def show_links(self, links: Sequence[Citation]) -> None:
        """Another letter, or its links have changed."""
        if tuple(links) == self._shown:  # who stands on a button here stays there
            return
        self._shown = tuple(links)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._content.setObjectName("plain")
        box = QVBoxLayout(self._content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.buttons = {}
        for role, words in (("based_on", self.tr("It is based on")), ("also_cited", self.tr("It also names")),
                            ("cited_by", self.tr("Named by"))):
            group = [link for link in links if link.role == role]
            if group:
                box.addWidget(label(words, "soft"))
                for link in group[:_SHOWN]:
                    box.addWidget(self._line(link))
            if len(group) > _SHOWN:
                more = self.tr("and {count} more").format(count=len(group) - _SHOWN)
                box.addWidget(label(more, "faint"))
        self.add(self._content)
        self.setVisible(bool(links))

    def _line(self, link: Citation) -> QWidget:
        if not link.directive_id:
            text = self.tr("{number} – not in the register").format(number=link.number)
            made = ElidedLabel(text, "faint")
            made.setContentsMargins(8, 2, 0, 2)
            return made
        found = flat_button(link.number, "file-text", lambda: self.opened.emit(link.directive_id))
        found.setStyleSheet("text-align: left;")
        found.setToolTip(self.tr("Open this letter"))
        self.buttons[link.number] = found
        return found
