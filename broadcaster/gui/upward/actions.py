"""What the buttons of the page "send up" do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.aggregation.deliveries import Delivery
from broadcaster.aggregation.model import SUFFIX
from broadcaster.aggregation.received import Received
from broadcaster.aggregation.secrets import Login, Trusted
from broadcaster.aggregation.upward import Sent
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.settings import UpwardSection, load_settings, save_settings
from broadcaster.gui.ops import Step
from broadcaster.wiring import App


@dataclass(frozen=True)
class Look:
    """What the page shows."""

    rows: list[Delivery]
    down: list[Received]
    office: Trusted | None
    own: str
    """Our fingerprint."""
    key: str
    """Our public key, hex."""


def look(app: App) -> Look:
    """Everything, read at once."""
    return Look(app.upward.queue(), app.downward.received(), app.upward.trust.office(), app.identity.fingerprint,
                app.identity.public)


def make(app: App, by: str, *, full: bool = False) -> Path:
    """A package of everything since the one before, up to yesterday; or of everything there is."""
    return app.packages.make(full=full, by=by)


def send(app: App, step: Step) -> Sent:
    """A round now, whatever pause is kept; then what came down."""
    sent = app.upward.send_due(at_once=True, shown=_shown(step), cancelled=lambda: step.cancelled)
    if sent.refusal is None and not step.cancelled:
        app.downward.take_waiting()
        place = app.upward.place()
        try:
            app.downward.fetch(place)
        finally:
            place.close()
    return sent


def hand_over(app: App, folder: Path, by: str, numbers: list[int], step: Step) -> Sent:
    """To a stick; with nothing waiting, a package is made first."""
    if not numbers and not any(row.state == "queued" for row in app.upward.queue()):
        try:
            app.packages.make(by=by)
        except Refused as refusal:
            if refusal.code != "package.nothing":
                raise
    came = app.downward.fetch_from(folder)
    try:
        return app.upward.hand_over(folder, by, numbers, _shown(step), lambda: step.cancelled)
    except Refused as refusal:
        if refusal.code != "send.nothing" or not came:
            raise
        return Sent()


def take(app: App, paths: list[Path], by: str) -> list[BroadcasterError]:
    """Files that came on a stick or by e-mail: answers and packages; gives the refusals."""
    refused: list[BroadcasterError] = []
    for path in paths:
        try:
            if path.suffix == SUFFIX:
                app.downward.take(path, by)
            else:
                app.upward.take_receipt(path)
        except BroadcasterError as error:
            refused.append(error)
    return refused


def trust(app: App, key: str, by: str, name: str) -> None:
    """A person has compared; what waited for it is taken in."""
    app.upward.trust.confirm_office(key, by, name)
    app.downward.take_waiting()


def has_login(app: App, address: str) -> bool:
    """Whether a password is kept; a file that cannot be read counts as none and is said when it is used."""
    try:
        return app.upward.trust.has_login(address)
    except BroadcasterError:
        return False


def save_place(app: App, section: UpwardSection, login: Login | None, by: str) -> UpwardSection:
    """Into station.toml, the password into its own file; written down who did it."""
    before = load_settings(app.home)
    if login is not None and section.to:
        app.upward.trust.keep_login(section.to, login)
    save_settings(app.home, replace(before, upward=section))
    app.accounts.record(by, "settings.upward", "settings", to=[before.upward.to, section.to],
                        every=[before.upward.every, section.every], password=login is not None)
    return section


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A stick, mostly."""
    start = next((str(path) for path in (Path("/media"), Path("/run/media")) if path.is_dir()), str(Path.home()))
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def ask_copy(parent: QWidget, title: str, name: str) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / name), f"*{SUFFIX}")
    return Path(chosen) if chosen else None


def ask_files(parent: QWidget, title: str) -> list[Path]:
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), f"*{SUFFIX} *.receipt.json")
    return [Path(name) for name in chosen]


def _shown(step: Step) -> Callable[[int, int, str], None]:
    def shown(done: int, total: int, name: str) -> None:
        if not step.cancelled:
            step(done, total, name)
    return shown
