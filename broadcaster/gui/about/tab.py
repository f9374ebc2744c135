"""About this program: its version and what it was built from, the station's folder, the licences of its parts."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.about import actions
from broadcaster.gui.about.actions import About
from broadcaster.gui.about.reading import Reading
from broadcaster.gui.help.openings import show_keys
from broadcaster.gui.i18n import number_text
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import colors, space
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import Card, column, label, row, scrolled, show_if
from broadcaster.wiring import App

_TOLD = 8


class AboutTab(QWidget):
    """Filled when it is first looked at."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self.app, self.shell = app, shell
        self.about: About | None = None
        self._build()

    def on_shown(self) -> None:
        if self.about is None:
            Op(lambda: actions.about(self.app)).on_success(self._show).start(self)

    def _build(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, space.small, 0)
        layout.setSpacing(space.medium)
        for each in (self._name_card(), self._build_card(), self._licence_card()):
            layout.addWidget(each)
        layout.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, space.medium, 0, 0)
        whole.addWidget(scrolled(content))

    def _name_card(self) -> Card:
        picture = label("")
        picture.setPixmap(pixmap("radio-tower", 48, colors.accent))
        self.version = label("", "soft")
        words = column(label("Đài Xã", "title"),
                       label(self.tr("Runs the commune's loudspeaker radio: from the letter to the report"), wrap=True),
                       self.version, spacing=space.hair)
        head = row(picture, words, spacing=space.large)
        head.setStretch(1, 1)
        self.copy = primary_button(self.tr("Copy this for support"), "copy", self.copy_facts)
        self.keys = button(self.tr("Keys"), "keyboard", lambda: show_keys(self, "care", self.app.settings.office.role))
        self.look = button(self.tr("How the program looks"), "palette", lambda: self.shell.go("style"))
        show_if(self.look, importlib.util.find_spec("broadcaster.gui.style") is not None)
        return Card().add(head, row(self.copy, self.keys, self.look, None))

    def _build_card(self) -> Card:
        self.facts = Facts()
        self.open = button(self.tr("Open the station's folder"), "folder-open", self._open_folder)
        self.check = button(self.tr("Check the program's files"), "shield-check", self.check_files)
        self.checked = label("", "soft", wrap=True)
        return Card(self.tr("This program and this station")).add(
            self.facts, row(self.open, self.check, None), self.checked)

    def _licence_card(self) -> Card:
        text = label(self.tr(
            "The program's own sources: Apache License 2.0. It is given to you together with parts made by others, "
            "each under its own licence. Because eSpeak NG and Piper, which read aloud, are among them, the whole "
            "may be passed on under the GNU General Public License, version 3: to anybody, free of charge, with its "
            "sources."),
            "soft", wrap=True)
        self.licences = button(self.tr("Licences of its parts"), "book-open", self.show_licences)
        self.notices = button(self.tr("All licence texts"), "file-text", self.show_notices)
        return Card(self.tr("Licences")).add(text, row(self.licences, self.notices, None))

    def _show(self, about: About) -> None:
        self.about = about
        self.version.setText(self.tr("Version {version}").format(version=about.facts.version))
        self.facts.show_facts(self._pairs(about)[1:])
        show_if(self.check, about.built)
        show_if(self.checked, False)
        show_if(self.notices, actions.has_notices())

    def _pairs(self, about: About) -> list[tuple[str, str]]:
        return [(self.tr("Version"), about.facts.version),
                (self.tr("Built"), about.build or self.tr("runs from its sources")),
                (self.tr("System"), about.system), ("Python", about.facts.python), ("Qt", about.qt),
                (self.tr("Program folder"), about.program), (self.tr("Station folder"), about.station),
                (self.tr("Database"), about.database)]

    def copy_facts(self) -> None:
        """For a message to whoever helps: no name, no number of anybody."""
        if self.about is not None:
            lines = ["Đài Xã", *(f"{name}: {value}" for name, value in self._pairs(self.about) if value)]
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.shell.notify(self.tr("Copied: paste it into your message"))

    def check_files(self) -> None:
        """Hold every file against the list it was built with; some seconds."""
        self.check.setEnabled(False)
        show_if(self.checked, True)
        self.checked.setText(self.tr("Looking through the program's files…"))
        op = Op(actions.altered, lane="slow").on_success(self._show_checked)
        op.on_failure(self._not_checked).start(self)

    def _show_checked(self, wrong: list[str]) -> None:
        self.check.setEnabled(True)
        count = number_text(self.about.facts.files if self.about else 0)
        if not wrong:
            self.checked.setText(self.tr("All {count} files are as they were built.").format(count=count))
            return
        told = "\n".join(wrong[:_TOLD])
        self.checked.setText(self.tr(
            "{count} files are missing or changed. A virus scanner may have taken them away: allow this program there, "
            "then install it again. The station's data is not touched by that.\n{files}").format(
                count=number_text(len(wrong)), files=told))

    def _not_checked(self, error: Exception) -> None:
        self.check.setEnabled(True)
        show_if(self.checked, False)
        self.shell.error(error)

    def show_licences(self) -> None:
        self._read(self.tr("Licences of its parts"), "docs", "licences.md", markdown=True)

    def show_notices(self) -> None:
        self._read(self.tr("All licence texts"), "resources", "THIRD_PARTY_NOTICES.txt")

    def _read(self, title: str, *parts: str, markdown: bool = False) -> None:
        try:
            text = actions.document(*parts)
        except Exception as error:
            self.shell.error(error)
            return
        sheet = Reading(self, title, text, markdown=markdown)
        sheet.exec()
        sheet.deleteLater()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.app.home.root))))


TAB = AboutTab
