"""Where an item is used and when it aired, each line leading to its page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.library.link_list import Line, LinkList
from broadcaster.gui.library.usage_words import aired_words, use_page, use_words
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.layout import caption_label, label, rule
from broadcaster.library.model import Aired, Use

MOST_AIRED = 60


class UsageCard(QWidget):
    """Two lists: uses that can still come on air first, airings latest first."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shell = shell
        self.used = LinkList(self.tr("Where it is used"), self.tr("No campaign airs it yet."))
        self.aired = LinkList(self.tr("When it aired"), self.tr("It has not aired yet."))
        self.more = label("", "faint", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(9)
        box.addWidget(caption_label(self.tr("Where it is used")))
        box.addWidget(self.used)
        box.addWidget(rule())
        box.addWidget(caption_label(self.tr("When it aired")))
        box.addWidget(self.aired)
        box.addWidget(self.more)

    def show_usage(self, used: Sequence[Use], aired: Sequence[Aired]) -> None:
        """`aired` may be one more than is shown: then it says that there are more."""
        self.used.show_lines([self._use_line(use) for use in used])
        self.aired.show_lines([self._aired_line(item) for item in aired[:MOST_AIRED]])
        self.more.setText(self.tr("Older airings are in the log.") if len(aired) > MOST_AIRED else "")
        self.more.setVisible(len(aired) > MOST_AIRED)

    def _use_line(self, use: Use) -> Line:
        text, detail = use_words(use)
        page = use_page(use)
        return Line(text, detail, partial(self._shell.go, *page) if page else None)

    def _aired_line(self, item: Aired) -> Line:
        text, detail = aired_words(item)
        return Line(text, detail, partial(self._shell.go, "log", item.day))
