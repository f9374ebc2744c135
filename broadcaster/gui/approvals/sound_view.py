"""What is known of the sound: what the import found, how it was produced, how loud it is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.approvals.actions import Material
from broadcaster.gui.approvals.model import valid_words
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library.findings import sound_facts, warnings
from broadcaster.gui.library.vocabulary import Vocabulary, vocabulary
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import scrolled
from broadcaster.library.model import Cart, Cut


class SoundView(QWidget):
    """Findings first, then figures."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._words: Vocabulary | None = None
        self.findings = Banner("", "wait", "triangle-alert")
        self.facts = Facts()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        for part in (self.findings, self.facts):
            column.addWidget(part)
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(scrolled(inside))

    def show_material(self, shown: Material) -> None:
        cart, cut = shown.cart, shown.cut
        self.findings.show_text("\n".join(warnings(cart)) if cart else "", "wait", "triangle-alert")
        if cut is None:
            self.facts.show_facts(())
        elif cart is not None:
            self.facts.show_facts([*self._use(cart), *sound_facts(cart), *self._of_item(cart)])
        elif shown.bulletin is not None:
            self.facts.show_facts([*self._of_cut(cut), *self._production(shown.bulletin)])

    def _of_cut(self, cut: Cut) -> list[tuple[str, str]]:
        source = {"voice": self.tr("read by the computer's voice"), "recording": self.tr("recorded by a person"),
                  "production": self.tr("words with music or tunes")}.get(cut.source, cut.original_name)
        loud = f"{_signed(cut.lufs)} LUFS" if cut.lufs is not None else self.tr("too short to measure")
        return [(self.tr("Length"), clock_text(cut.seconds)), (self.tr("Loudness"), loud),
                (self.tr("True peak"), f"{_signed(cut.true_peak_db)} dBTP"), (self.tr("Made"), source),
                (self.tr("Fingerprint"), cut.sha256[:16])]

    def _use(self, cart: Cart) -> list[tuple[str, str]]:
        """What it is for and when it may sound: asked before how it sounds."""
        if self._words is None:
            self._words = vocabulary(self._shell.app)
        parts = ", ".join(self._words.words("daypart", part) for part in cart.dayparts)
        return [(self.tr("Category"), self._words.words("category", cart.category) if cart.category else ""),
                (self.tr("Validity"), valid_words(cart.valid_from, cart.valid_until)),
                (self.tr("Time of day"), parts),
                (self.tr("Rights"), self._words.words("rights", cart.rights) if cart.rights else "")]

    def _of_item(self, cart: Cart) -> list[tuple[str, str]]:
        return [(self.tr("Made by"), cart.author), (self.tr("Artist"), cart.artist),
                (self.tr("Where it comes from"), cart.source_note), (self.tr("Note"), cart.note),
                (self.tr("Zones"), ", ".join(cart.zones)), (self.tr("Fingerprint"), cart.cut.sha256[:16])]

    def _production(self, bulletin: Bulletin) -> list[tuple[str, str]]:
        made = bulletin.production
        if made.plain:
            return [(self.tr("Around the words"), self.tr("nothing: the words alone"))]
        titles = {cart.id: cart.title for cart in self._shell.app.library.rows(
            [item for item in (made.chime, made.ident, made.bed, made.closing) if item])}
        repeats = self.tr("{count} times").format(count=made.repeats) if made.repeats > 1 else ""
        return [(self.tr("Chime"), titles.get(made.chime, "")), (self.tr("Ident"), titles.get(made.ident, "")),
                (self.tr("Music under the words"), titles.get(made.bed, "")),
                (self.tr("Closing tune"), titles.get(made.closing, "")), (self.tr("The words are said"), repeats)]


def _signed(value: float) -> str:
    return number_text(value, 1).replace("-", "−")
