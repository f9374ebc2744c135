"""The page for the wall on the screen: look at it, save it, print it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.base.paths import write_atomic
from broadcaster.gui.errors import explain
from broadcaster.gui.kit.previews import PaperPreview, pages
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.printing import print_pdf
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label

_FOLDER = "help/card_folder"


def show_card(above: QWidget, shell: Shell) -> None:
    """Until it is closed."""
    dialog = CardDialog(above, shell)
    dialog.exec()
    dialog.deleteLater()


class CardDialog(Sheet):
    """Hours, keys, what to do, and room for telephone numbers."""

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        super().__init__(parent, "", 640)
        self.setWindowTitle(self.tr("Card for the wall"))
        self._shell = shell
        self.pdf = b""
        self.body.addWidget(label(self.tr("Card for the wall"), "title"))
        self.body.addWidget(label(self.tr("Print it, write the telephone numbers on it, hang it beside the computer."),
                                  "soft", wrap=True))
        self.paper = PaperPreview()
        self.paper.setMinimumHeight(380)
        self.body.addWidget(self.paper, 1)
        self.save = button(self.tr("Save…"), "save", self._save)
        self.print = primary_button(self.tr("Print…"), "printer", self._print)
        self.buttons(button(self.tr("Close"), "", self.reject), self.save, self.print)
        self.resize(700, 680)
        for part in (self.save, self.print):
            part.setEnabled(False)
        Op(self._made, lane="slow").on_success(lambda found: self._show(*found)).on_failure(
            lambda error: self.paper.show_words(explain(error).text)).start(self)

    def _made(self) -> tuple[bytes, list[QImage]]:
        from broadcaster.care.wall_card import wall_card
        app = self._shell.app
        pdf = wall_card(app, app.clock.now().date())
        return pdf, pages(pdf)

    def _show(self, pdf: bytes, images: list[QImage]) -> None:
        self.pdf = pdf
        self.paper.show_pages(images)
        for part in (self.save, self.print):
            part.setEnabled(True)

    def _save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(self._shell.memory.value(_FOLDER, documents))
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the card"), str(Path(folder) / "giay-dan-tuong.pdf"), "PDF (*.pdf)")
        if name:
            path = Path(name).with_suffix(".pdf")
            self._shell.memory.setValue(_FOLDER, str(path.parent))
            pdf = self.pdf
            said = self.tr("Saved: {file}").format(file=path.name)
            Op(lambda: write_atomic(path, pdf)).on_success(lambda _: self._shell.notify(said)).start(self)

    def _print(self) -> None:
        print_pdf(self, self._shell, self.pdf, QCoreApplication.translate("CardDialog", "Card for the wall"))
