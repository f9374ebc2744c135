"""What the page asks the office, off the window's thread, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.aggregation.model import SUFFIX
from broadcaster.aggregation.office.figures import Matrix, OfficeQuery, Overview, StationLine, WeekLine
from broadcaster.aggregation.office.model import Key, PackageLine, Result, Station
from broadcaster.aggregation.orders import NewMessage
from broadcaster.gui.office.model import sorted_lines
from broadcaster.gui.ops import Step
from broadcaster.reports import periods
from broadcaster.wiring import App

LETTERS_AT_ONCE = 12
_PIECE = 20
"""Files taken in between two looks at whether somebody pressed Cancel."""
LOOK, WORK = "office", "line"
"""Lanes: questions do not wait behind a night of packages."""


@dataclass(frozen=True)
class InboxLook:
    """What the inbox tab shows."""

    keys: list[Key]
    forks: list[tuple[Station, list[PackageLine]]]
    packages: list[PackageLine]


def overview(app: App, query: OfficeQuery, order: str) -> tuple[Overview, list[StationLine]]:
    """Totals and units, and the stations in `order` (model.sorted_lines)."""
    found = app.office.overview.overview(query)
    return found, sorted_lines(found.stations, order)


def matrix(app: App, query: OfficeQuery, page: int) -> Matrix:
    """Twelve letters side by side, all stations below each other."""
    return app.office.overview.matrix(replace(
        query, letter_offset=page * LETTERS_AT_ONCE, letter_limit=LETTERS_AT_ONCE))


def inbox(app: App) -> InboxLook:
    return InboxLook(app.office.waiting(), app.office.forks(), app.office.packages())


def trend(app: App, query: OfficeQuery) -> tuple[tuple[WeekLine, ...], tuple[StationLine, ...]]:
    """Week by week, and whom to telephone."""
    found = app.office.overview
    return found.trend(query), found.stopped(query)


def take(app: App, paths: Sequence[Path], step: Step) -> list[Result]:
    """Files and folders dragged in or chosen; ends between two portions when called off, what is in stays in."""
    files = [each for path in paths for each in (sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path])]
    answers = stick_of(files)
    results: list[Result] = []
    for start in range(0, len(files), _PIECE):
        if step.cancelled:
            break
        results += app.office.take(files[start:start + _PIECE], _told(step, len(results), len(files)),
                                   answers=answers)
    return results


def stick_of(files: Sequence[Path]) -> Path | None:
    """The folder on a stick the files came from: the answers travel back on it. Our own disks get none."""
    own = {QStorageInfo(str(Path.home())).rootPath(), QStorageInfo.root().rootPath()}
    folders = {path.parent for path in files}
    folder = folders.pop() if len(folders) == 1 else None
    return folder if folder is not None and QStorageInfo(str(folder)).rootPath() not in own else None


def take_inbox(app: App, step: Step) -> list[Result]:
    return app.office.take_inbox(_told(step, 0, 0), cancelled=lambda: step.cancelled)


def report(app: App, query: OfficeQuery, fmt: str, path: Path) -> Path:
    """The consolidated report of the period."""
    made = app.office.consolidated.compile(periods.free(query.first, query.last), query)
    return app.office.consolidated.write(made, fmt, path)


def send_down(app: App, letters: Sequence[Path], sounds: Sequence[Path], to: Sequence[str], note: str, by: str) -> Path:
    """Signed, and put where the stations look."""
    path = app.orders.make(letters, [NewMessage(each) for each in sounds], to, note, by)
    app.orders.post(path, to)
    return path


def ask_packages(parent: QWidget, title: str) -> list[Path]:
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), f"*{SUFFIX}")
    return [Path(name) for name in chosen]


def ask_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), kinds)
    return [Path(name) for name in chosen]


def ask_target(parent: QWidget, title: str, name: str, fmt: str) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / name), f"*.{fmt}")
    return Path(chosen) if chosen else None


def _told(step: Step, before: int, total: int) -> Callable[[Result], None]:
    count = before

    def told(result: Result) -> None:
        nonlocal count
        count += 1
        if not step.cancelled:
            step(count, total, result.name)
    return told
