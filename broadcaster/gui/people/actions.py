"""What the buttons of the people page do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.accounts.model import Person, RecoverySheet, Right, guard
from broadcaster.base.paths import write_atomic
from broadcaster.base.settings import Settings, ZoneSection, changed, load_settings, save_settings
from broadcaster.gui.page import Shell
from broadcaster.wiring import App


def signature(shell: Shell, purpose: str) -> tuple[bool, str]:
    """Whether a change of people is allowed, and who signed it; at a station without anybody nobody need."""
    if guard(shell.app.accounts.people()) is None:
        return True, ""
    person = shell.ask_pin(Right.PEOPLE, purpose)
    return person is not None, person.name if person else ""


def ask_place(parent: QWidget) -> Path | None:
    """Where the recovery sheet goes: a file to be printed and then deleted."""
    translate = QCoreApplication.translate
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    chosen, _ = QFileDialog.getSaveFileName(
        parent, translate("People", "Where does the recovery sheet go?"),
        str(folder / translate("People", "Recovery sheet.pdf")), "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


def make_sheet(app: App, path: Path, by: str) -> RecoverySheet:
    """New codes into a PDF; the sheet before holds until this one is written."""
    # reportlab is heavy: loaded by whoever prints.
    from broadcaster.accounts.recovery_sheet import sheet_pdf

    station, now = app.settings.station.name, app.clock.now()
    return app.recovery.new_sheet(lambda codes: write_atomic(path, sheet_pdf(station, now, codes)), by)


def open_file(path: Path) -> None:
    """In the system's own viewer, to be printed from there."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def save_sign_in(app: App, *, on: bool, minutes: int, by: str) -> None:
    """Whether people sign in, and when the window locks; written down with who decided it."""
    before = load_settings(app.home)
    save_settings(app.home, changed(before, "people", sign_in=on, lock_minutes=minutes))
    app.accounts.record(by, "settings.people", "settings", sign_in=on, lock_minutes=minutes)


def allow_alone(app: App, person: Person, reason: str) -> None:
    """One person writes and approves; says so in the trail, as log and reports will."""
    save_settings(app.home, changed(load_settings(app.home), "approval", single_person=True))
    app.accounts.record(person, "settings.approval", "settings", single_person=True, reason=reason)


def save_zones(app: App, zones: Sequence[ZoneSection], by: str) -> Settings:
    """Add zones to the station; their outputs are chosen in the settings afterwards. Raises Refused: settings.*."""
    before = load_settings(app.home)
    after = replace(before, zones=(*before.zones, *zones))
    save_settings(app.home, after)
    app.accounts.record(by, "settings.change", "settings", zones=[
        [zone.name for zone in before.zones], [zone.name for zone in after.zones]])
    return after
