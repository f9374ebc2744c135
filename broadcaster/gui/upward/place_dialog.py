"""Setting the place packages go to, with a button that really writes there and reads back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from broadcaster.aggregation.places.address import FOLDER, S3, SFTP, WEBDAV
from broadcaster.aggregation.secrets import Login
from broadcaster.base.errors import Refused
from broadcaster.base.settings import UpwardSection
from broadcaster.gui.errors import explain
from broadcaster.gui.on_air.order_form import Choices
from broadcaster.gui.ops import Op
from broadcaster.gui.upward import actions
from broadcaster.gui.upward.compare_dialog import HOST_DOUBTS, ask_host
from broadcaster.gui.upward.model import every_words
from broadcaster.gui.upward.place_form import BY_HAND, Fields, address_of, fields_of
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.sheet_room import bring_into_sight, grow
from broadcaster.wiring import App


class PlaceDialog(Sheet):
    """Accepted once saved; `saved` is the section as it then stands in station.toml."""

    def __init__(self, parent: QWidget | None, app: App, by: str) -> None:
        title = self.tr("Where packages go")
        super().__init__(parent, title, 680)
        self.saved: UpwardSection | None = None
        self._app, self._by = app, by
        self.body.addWidget(label(title, "title", wrap=True))
        self.kind = Choices([
            (BY_HAND, self.tr("By hand")), (FOLDER, self.tr("Folder")), (WEBDAV, "WebDAV"), (SFTP, "SFTP"), (S3, "S3"),
        ], self._show_kind)
        self.about = label("", "soft", wrap=True)
        self.body.addWidget(self.kind.widget)
        self.body.addWidget(self.about)
        self._build_form()
        self.verdict = Banner()
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self.try_button = button(self.tr("Try it"), "refresh-cw", self._try)
        self.save_button = primary_button(self.tr("Save"), "save", self._save)
        self.save_button.setDefault(True)
        self.body.addSpacing(4)
        self.body.addLayout(row(self.try_button, None, button(self.tr("Cancel"), "", self.reject), self.save_button))
        self._fill()

    def _build_form(self) -> None:
        self.form = Form(label_width=168)
        self.folder = text_field(hint=self.tr("a folder, a network share, a folder kept in step"), limit=1000)
        self.folder.setAccessibleName(self.tr("Folder"))
        self._folder_row = self.form.add(self.tr("Folder"), _line(
            self.folder, button(self.tr("Choose…"), "folder-open", self._choose)))
        self.url = text_field(hint="https://may-chu/remote.php/dav/files/…", limit=1000)
        self.form.add(self.tr("Address"), self.url, self.tr("As the office gave it: https://…"))
        self.host = text_field(hint="may-chu.example.vn", limit=200)
        self.form.add(self.tr("Server"), self.host)
        self.there = text_field(limit=500)
        self.form.add(self.tr("Folder there"), self.there)
        self.bucket = text_field(hint="bucket/thu-muc", limit=500)
        self.form.add(self.tr("Bucket and folder"), self.bucket)
        self.endpoint = text_field(hint="https://…", limit=500)
        self.form.add(self.tr("Service"), self.endpoint, self.tr("Empty: Amazon's own"))
        self.user = text_field(limit=200)
        self.form.add(self.tr("User or key id"), self.user)
        self.password = text_field(limit=500)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add(self.tr("Password or secret key"), self.password)
        self.key_file = text_field(limit=1000)
        self.form.add(self.tr("Key file"), self.key_file, self.tr("Only where the server asks for a key instead"))
        self.every = choice([(each, every_words(each)) for each in ("day", "week", "hand")])
        self.form.add(self.tr("How often"), self.every)
        self.audio = QCheckBox(self.tr("Also send the sound of what aired"))
        self.form.add(self.tr("Sound"), self.audio, self.tr("Makes packages much larger."))
        self.body.addWidget(self.form)

    def _fill(self) -> None:
        now = self._app.settings.upward
        fields = fields_of(now.to)
        self.kind.choose(fields.kind)
        {FOLDER: self.folder, WEBDAV: self.url, SFTP: self.there, S3: self.bucket}.get(
            fields.kind, self.folder).setText(fields.path)
        self.host.setText(fields.host)
        self.user.setText(fields.user)
        self.endpoint.setText(now.endpoint)
        self.every.setCurrentIndex(max(0, self.every.findData(now.every)))
        self.audio.setChecked(now.audio)
        if now.to and actions.has_login(self._app, now.to):
            self.password.setPlaceholderText(self.tr("kept; type here to change it"))
        self._show_kind()

    def values(self) -> Fields:
        """As entered."""
        kind = self.kind.value()
        path = {FOLDER: self.folder, WEBDAV: self.url, SFTP: self.there, S3: self.bucket}.get(kind, self.folder).text()
        return Fields(kind, path, self.host.text(), self.user.text())

    def section(self) -> UpwardSection:
        """Raises Refused place.*."""
        return replace(self._app.settings.upward, to=address_of(self.values()), every=str(self.every.currentData()),
                       endpoint=self.endpoint.text().strip() if self.kind.value() == S3 else "",
                       audio=self.audio.isChecked())

    def login(self, address: str) -> Login | None:
        """None: what is kept for this address stays."""
        if self.kind.value() in {BY_HAND, FOLDER}:
            return None
        if not self.password.text() and not self.key_file.text() and actions.has_login(self._app, address):
            return None
        return Login(self.user.text().strip(), self.password.text(), self.key_file.text().strip())

    def _show_kind(self) -> None:
        kind = self.kind.value()
        shown_for: dict[str, list[QWidget]] = {
            BY_HAND: [], FOLDER: [self._folder_row], WEBDAV: [self.url, self.user, self.password],
            SFTP: [self.host, self.there, self.user, self.password, self.key_file],
            S3: [self.bucket, self.endpoint, self.user, self.password]}
        shown = shown_for[kind]
        for field in (self._folder_row, self.url, self.host, self.there, self.bucket, self.endpoint,
                      self.user, self.password, self.key_file):
            self.form.set_row_visible(field, field in shown)
        for field in (self.every, self.audio):
            self.form.set_row_visible(field, kind != BY_HAND)
        self.about.setText({
            BY_HAND: self.tr("Nothing goes over any line. You make a package when you want one, and carry it on a "
                             "stick or send it by e-mail."),
            FOLDER: self.tr("A stick that stays plugged in, a share of the office, or a folder another program keeps "
                            "in step with a server."),
            WEBDAV: self.tr("Nextcloud and most office servers. The line is encrypted."),
            SFTP: self.tr("A server the office runs; its key is compared once."),
            S3: self.tr("Storage of a provider in Việt Nam or elsewhere that speaks S3."),
        }[kind])
        self.try_button.setEnabled(kind != BY_HAND)
        self.verdict.show_text("")
        if self.isVisible():
            grow(self, self.body)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder packages go to"),
                                                  self.folder.text() or str(Path.home()))
        if folder:
            self.folder.setText(folder)

    def _try(self) -> None:
        try:
            section = self.section()
        except Refused as refusal:
            self._show_result(explain(refusal).text, "bad")
            return
        self.try_button.setEnabled(False)
        self._show_result(self.tr("Writing and reading a small file…"), "info", "loader")
        app, login = self._app, self.login(section.to)
        Op(lambda: app.upward.trust.try_place(section.to, section.endpoint, login), lane="line") \
            .on_success(lambda _: self._tried()).on_failure(self._not_tried).start(self)

    def _tried(self) -> None:
        self.try_button.setEnabled(True)
        self._show_result(self.tr("It works: a small file was written, read back and removed."), "good", "circle-check")

    def _not_tried(self, error: Exception) -> None:
        self.try_button.setEnabled(True)
        if isinstance(error, Refused) and error.code in HOST_DOUBTS:
            self._compare_host(error)
            return
        self._show_result(explain(error).text, "bad")

    def _compare_host(self, refusal: Refused) -> None:
        facts = refusal.facts
        if not ask_host(self, refusal):
            self._show_result(explain(refusal).text, "wait")
            return
        app, by = self._app, self._by
        Op(lambda: app.upward.trust.confirm_host(str(facts["host"]), str(facts["key"]), by)) \
            .on_success(lambda _: self._try()).start(self)

    def _save(self) -> None:
        try:
            section = self.section()
        except Refused as refusal:
            self._show_result(explain(refusal).text, "bad")
            return
        self.save_button.setEnabled(False)
        app, login, by = self._app, self.login(section.to), self._by
        Op(lambda: actions.save_place(app, section, login, by)).on_success(self._done).on_failure(
            self._refused).start(self)

    def _done(self, section: UpwardSection) -> None:
        self.saved = section
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._show_result(explain(error).text, "bad")

    def _show_result(self, text: str, tone: str, icon: str = "triangle-alert") -> None:
        self.verdict.show_text(text, tone, icon)
        grow(self, self.body)
        bring_into_sight(self.body, self.verdict)


def _line(*parts: QWidget) -> QWidget:
    box = QWidget()
    box.setObjectName("plain")
    fields = row(*parts)
    fields.setContentsMargins(0, 0, 0, 0)
    fields.setStretch(0, 1)
    box.setLayout(fields)
    return box
