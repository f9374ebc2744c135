"""What an approver signs: exactly these words and exactly this sound."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.bulletins.model import Bulletin, ChannelText, text_sha256
from broadcaster.gui.bulletins.sign_terms import NOBODY_YET, Signed, SignTerms
from broadcaster.gui.bulletins.sound_bar import SoundBar
from broadcaster.gui.errors import explain
from broadcaster.gui.kit.texts_view import channel_tabs
from broadcaster.gui.theme import sizes, text_font
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label
from broadcaster.wiring import App


class ApproveDialog(Sheet):
    """Accepted when the approver wants to sign; the PIN follows."""

    def __init__(self, parent: QWidget | None, app: App, bulletin: Bulletin, texts: Sequence[ChannelText] = (),
                 spoken: str = "", signed: Signed = NOBODY_YET) -> None:
        """`spoken`: the text as the voice reads it, to be looked at; empty for a recording."""
        super().__init__(parent, "", 700)
        self.setWindowTitle(self.tr("Approve a bulletin"))
        self.body.addWidget(label(bulletin.title, "title", wrap=True))
        self.words = _view(bulletin.text, self.tr("Text of the bulletin"))
        self.words.setMinimumHeight(230)
        self.spoken = _view(spoken, self.tr("The words as they will be read"))
        self.wrong = Banner("", "bad", "circle-alert")
        self.sound = SoundBar(app.home, lambda error: self.wrong.show_text(explain(error).text, "bad", "circle-alert"),
                              lambda: None)
        self.sound.voice_button.hide()
        self.sound.show_cut(bulletin.cut, bulletin.audio_current)
        self.finished.connect(lambda _: self.sound.stop())
        cut = bulletin.cut
        facts = self.tr("Sound {seconds} · text {text} · sound {sound}. Another text or another sound needs another "
                        "approval.").format(seconds=clock_text(cut.seconds if cut else 0.0),
                                            text=text_sha256(bulletin.text)[:8], sound=cut.sha256[:8] if cut else "–")
        if texts:
            facts += " " + self.tr("The texts of the other channels are signed with it.")
        # With other channels each has a tab; the words that are heard come first.
        self.tabs = channel_tabs(texts)
        self.tabs.insertTab(0, self.words, self.tr("Loudspeakers"))
        if spoken:
            self.tabs.insertTab(1, self.spoken, self.tr("Words to be read"))
        else:
            self.spoken.deleteLater()
        self.tabs.setCurrentIndex(0)
        self.tabs.tabBar().setVisible(bool(texts or spoken))
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.sound)
        self.facts = label(facts, "soft", wrap=True)
        self.body.addWidget(self.facts)
        self.terms = SignTerms(app, bulletin.state, signed.authors, signed.first)
        self.body.addWidget(self.terms)
        self.body.addWidget(self.wrong)
        self.sign = primary_button(self.tr("Sign with PIN…"), "key-round", self.accept)
        self.sign.setDefault(True)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.sign)
        self.sign.setFocus()


def _view(text: str, name: str) -> QPlainTextEdit:
    result = QPlainTextEdit(text)
    result.setReadOnly(True)
    result.setTabChangesFocus(True)
    result.setFont(text_font(sizes.strong))
    result.setAccessibleName(name)
    return result
