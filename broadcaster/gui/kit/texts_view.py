"""The texts of several channels to look through, before they are signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QWidget

from broadcaster.bulletins.model import ChannelText
from broadcaster.gui.kit.model import channel_words
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label


def channel_tabs(texts: Sequence[ChannelText]) -> QTabWidget:
    """A tab for each, to read."""
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.setUsesScrollButtons(True)
    for item in texts:
        words = QPlainTextEdit(item.text)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(channel_words(item.channel))
        tabs.addTab(words, channel_words(item.channel))
    return tabs


def names(texts: Sequence[ChannelText]) -> str:
    """ "Text message, Leaflet"."""
    return ", ".join(channel_words(item.channel) for item in texts)


class ChannelsDialog(Sheet):
    """Texts that were changed after the bulletin was approved. Accepted when the approver wants to sign."""

    def __init__(self, parent: QWidget | None, title: str, texts: Sequence[ChannelText]) -> None:
        super().__init__(parent, QCoreApplication.translate("ChannelsDialog", "Approve other channels"), 680)
        self.body.addWidget(label(title, "title", wrap=True))
        self.tabs = channel_tabs(texts)
        self.tabs.setMinimumHeight(300)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(label(self.tr("You sign exactly these texts. The bulletin's own approval stays as it is."),
                                  "soft", wrap=True))
        self.sign = primary_button(self.tr("Sign with PIN…"), "key-round", self.accept)
        self.sign.setDefault(True)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.sign)
