"""The approval slip on the screen: look at it, save it, print it; and checking a printed one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from broadcaster.base.clock import parse_time
from broadcaster.base.paths import write_atomic
from broadcaster.base.vietnamese import fold
from broadcaster.bulletins.slip import SlipCheck
from broadcaster.gui.approvals.model import check_words, valid_words
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.kit.previews import PaperPreview, pages
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.printing import print_pdf
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.form import text_field
from broadcaster.gui.widgets.layout import label, row

_FOLDER = "approvals/folder"


class SlipDialog(Sheet):
    """`approved`: there is an approval to print; else only the slip to sign by hand."""

    def __init__(self, parent: QWidget | None, shell: Shell, subject: str, title: str, *, approved: bool) -> None:
        super().__init__(parent, "", 640)
        self.setWindowTitle(self.tr("Approval slip"))
        self._shell, self._subject, self._title = shell, subject, title
        self._pdf = b""
        self._approved = approved
        self.blank = QCheckBox(self.tr("Leave the signature open (to sign by hand)"))
        self.blank.setVisible(approved)
        self.blank.toggled.connect(lambda _: self._read())
        self.paper = PaperPreview()
        self.paper.setMinimumHeight(420)
        self.body.addWidget(self.blank)
        self.body.addWidget(self.paper, 1)
        self.save = button(self.tr("Save…"), "save", self._save)
        self.print = primary_button(self.tr("Print…"), "printer", self._print)
        self.print.setDefault(True)
        self.buttons(button(self.tr("Close"), "", self.reject), self.save, self.print)
        self.resize(720, 660)
        self._read()

    def _read(self) -> None:
        for part in (self.save, self.print):
            part.setEnabled(False)
        blank = self.blank.isChecked() or not self._approved

        def made() -> tuple[bytes, list[QImage]]:
            pdf = self._shell.app.slips.pdf(self._subject, blank=blank)
            return pdf, pages(pdf)

        Op(made, lane="slow").on_success(lambda found: self._show(*found)).on_failure(
            lambda error: self.paper.show_words(explain(error).text)).start(self)

    def _show(self, pdf: bytes, images: list[QImage]) -> None:
        self._pdf = pdf
        self.paper.show_pages(images)
        for part in (self.save, self.print):
            part.setEnabled(True)

    def _save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(self._shell.memory.value(_FOLDER, documents))
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the approval slip"), str(Path(folder) / f"phieu-duyet-{_slug(self._title)}.pdf"),
            "PDF (*.pdf)")
        if not name:
            return
        path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        self._shell.memory.setValue(_FOLDER, str(path.parent))
        Op(partial(write_atomic, path, self._pdf)).on_success(
            lambda _: self._shell.notify(self.tr("Saved: {path}").format(path=path))).start(self)

    def _print(self) -> None:
        print_pdf(self, self._shell, self._pdf, self._title)


class CheckDialog(Sheet):
    """A scanned code goes in, what became of the approval comes out."""

    def __init__(self, parent: QWidget | None, shell: Shell) -> None:
        super().__init__(parent, "", 560)
        self.setWindowTitle(self.tr("Check an approval slip"))
        self._shell = shell
        self.body.addWidget(label(self.tr("Check an approval slip"), "title"))
        self.body.addWidget(label(self.tr("Scan the code on the slip with a scanner or a telephone and put its text "
                                          "here."), "soft", wrap=True))
        self.code = text_field("", "DAIXA1:…", 600)
        self.code.setAccessibleName(self.tr("Text of the code"))
        self.code.returnPressed.connect(self._check)
        check = primary_button(self.tr("Check"), "shield-check", self._check)
        check.setDefault(True)
        line = row(self.code, check)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.verdict = Banner()
        self.facts = Facts()
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.facts)
        self.buttons(button(self.tr("Close"), "", self.reject))
        self.code.setFocus()

    def _check(self) -> None:
        Op(partial(self._shell.app.slips.check, self.code.text())).on_success(self._show).on_failure(
            self._wrong).start(self)

    def _wrong(self, error: Exception) -> None:
        self.facts.show_facts(())
        self.verdict.show_text(explain(error).text, "bad", "circle-alert")

    def _show(self, found: SlipCheck) -> None:
        words, tone = check_words(found)
        self.verdict.show_text(words, tone, "circle-check" if tone == "good" else "triangle-alert")
        approval = found.approval
        if approval is None:
            self.facts.show_facts(())
            return
        by = [(approval.approver, approval.approved_at), (approval.second_approver, approval.second_at)]
        names = "; ".join(f"{name}, {moment_text(parse_time(at))}" if at else name for name, at in by if name)
        alone = self.tr("whoever approved it wrote it too") if approval.self_approved else ""
        self.facts.show_facts([
            (self.tr("Title"), found.title), (self.tr("Approved by"), names), (self.tr("Mind"), alone),
            (self.tr("Holds"), valid_words(approval.valid_from, approval.valid_until)),
            (self.tr("Text"), approval.text_sha256[:16]), (self.tr("Sound"), approval.audio_sha256[:16])])


def _slug(title: str) -> str:
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(title))
    return "-".join(part for part in plain.split("-") if part)[:60] or "noi-dung"
