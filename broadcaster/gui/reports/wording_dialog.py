"""What an addressee's report says beside the figures: on what basis, what is proposed, who gets it, who signs."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import label, scrolled
from broadcaster.reports.profile_file import profile_toml
from broadcaster.reports.profiles import SIGNING, ReportProfile, own_folder
from broadcaster.wiring import App


class WordingDialog(Sheet):
    """Saved as the station's own; the program's copy stays as it was."""

    def __init__(self, parent: QWidget | None, shell: Shell, profile: str) -> None:
        super().__init__(parent, QCoreApplication.translate("WordingDialog", "Wording for this addressee"), 680)
        self._app = shell.app
        self._before = shell.app.reports.profile(profile)
        self.body.addWidget(label(self.windowTitle(), "title"))
        self.body.addWidget(label(self.tr("Words in braces, such as {commune}, are filled in by themselves. One entry "
                                          "a line."), "soft", wrap=True))
        self.form = Form(170)
        self._build(self._before)
        area = scrolled(self.form)
        area.setMinimumHeight(330)
        self.body.addWidget(area, 1)
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.setVisible(False)
        self.body.addWidget(self.wrong)
        self.back = button(self.tr("Back to the program's own"), "undo-2", self._take_back)
        self.back.setVisible(any(item.own and item.shipped for item in shell.app.reports.profiles()
                                 if item.profile.id == self._before.id))
        self.buttons(self.back, button(self.tr("Cancel"), "", self.reject),
                     primary_button(self.tr("Save"), "save", self._save))
        self.resize(760, 640)

    def profile(self) -> ReportProfile:
        """As the fields say."""
        return replace(
            self._before, name=self.name.text().strip() or self._before.name, to=_lines(self.to),
            basis=_lines(self.basis), proposals=_lines(self.proposals), recipients=_lines(self.recipients),
            signing=str(self.signing.currentData()), post=self.post.text().strip(),
            signer=self.signer.text().strip(), charts=self.charts.isChecked(),
            symbol=self.symbol.text().strip() or self._before.symbol)

    def _build(self, profile: ReportProfile) -> None:
        self.name, self.symbol = text_field(profile.name), text_field(profile.symbol)
        self.to, self.basis = _text(profile.to), _text(profile.basis)
        self.proposals, self.recipients = _text(profile.proposals), _text(profile.recipients)
        self.signing = choice([(key, _signing_words(key)) for key in SIGNING], profile.signing)
        self.post, self.signer = text_field(profile.post), text_field(profile.signer)
        self.charts = QCheckBox(self.tr("A page of charts at the end of the PDF"))
        self.charts.setChecked(profile.charts)
        rows = (
            (self.tr("Name in the list"), self.name, ""),
            (self.tr("Sent to (Kính gửi)"), self.to, self.tr("Empty: the unit above, as the settings name it.")),
            (self.tr("On the basis of"), self.basis, self.tr("In italics before the first sentence.")),
            (self.tr("Proposals"), self.proposals, self.tr("Empty: none.")),
            (self.tr("Recipients (Nơi nhận)"), self.recipients, self.tr("Empty: as usual.")),
            (self.tr("Number's symbol"), self.symbol, ""),
            (self.tr("Signed as"), self.signing, ""),
            (self.tr("Signer's post"), self.post, self.tr("For TL., TUQ. and the post alone.")),
            (self.tr("Signer's name"), self.signer, self.tr("Empty: written in by hand.")),
            (self.tr("Charts"), self.charts, ""))
        for words, field, note in rows:
            field.setAccessibleName(words)
            self.form.add(words, field, note, top=isinstance(field, QPlainTextEdit))

    def _save(self) -> None:
        try:
            keep(self._app, self.profile())
        except Exception as error:
            self.wrong.setText(explain(error).text)
            self.wrong.setVisible(True)
            return
        self.accept()

    def _take_back(self) -> None:
        forget(self._app, self._before.id)
        self.accept()


def forget(app: App, name: str) -> None:
    """Away with the station's own; the program's copy of that name counts again."""
    (own_folder(app.home.root) / f"{name}.toml").unlink(missing_ok=True)


def keep(app: App, profile: ReportProfile) -> None:
    """Checked and taken over as a file from elsewhere is. Raises Refused: report.file_*, disk.*."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{profile.id}.toml"
        path.write_text(profile_toml(profile), encoding="utf-8")
        app.reports.import_profile(path)


def _signing_words(key: str) -> str:
    translate = QCoreApplication.translate
    return {"TM": translate("WordingDialog", "TM. – on behalf of the committee"),
            "KT": translate("WordingDialog", "KT. – the deputy for the head"),
            "Q": translate("WordingDialog", "Q. – the acting head"),
            "TL": translate("WordingDialog", "TL. – by order of the head"),
            "TUQ": translate("WordingDialog", "TUQ. – by authorisation of the head"),
            "chuc_vu": translate("WordingDialog", "The post alone")}[key]


def _text(lines: tuple[str, ...]) -> QPlainTextEdit:
    field = QPlainTextEdit("\n".join(lines))
    field.setTabChangesFocus(True)
    field.setFixedHeight(76)
    return field


def _lines(field: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in field.toPlainText().splitlines() if line.strip())
