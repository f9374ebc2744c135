"""What the log page asks for: rows, names, proof, a check, a file to take away. Nothing here writes the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.aggregation.sent_check import sent_faults
from broadcaster.asrun.model import Airing, AiringQuery, DaySummary
from broadcaster.asrun.seals import NOTES
from broadcaster.asrun.signatures import LOOK_BACK, Standing
from broadcaster.gui.log.model import Proof
from broadcaster.gui.ops import Step
from broadcaster.gui.page import Shell
from broadcaster.protocol.journal import Kind, Line, journal_files
from broadcaster.protocol.verifier import Fault
from broadcaster.wiring import App

_FOLDER = "log/folder"


@dataclass(frozen=True)
class Listing:
    """What the page shows for one question."""

    query: AiringQuery
    count: int
    summary: DaySummary
    days: Sequence[Standing] = ()
    """Whose name stands under the days asked for."""


@dataclass(frozen=True)
class Check:
    """The result of checking the whole journal."""

    files: int
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...] = ()
    """Worth knowing, but no fault."""
    seals: int = 0
    sealed_until: str = ""


def listing(app: App, query: AiringQuery) -> Listing:
    """How many rows there are, and their sums; the rows themselves come when they are in sight."""
    return Listing(query, app.asrun.count(query), app.asrun.summary(query), _standings(app, query))


def _standings(app: App, query: AiringQuery) -> Sequence[Standing]:
    """Of the days asked for; of a long time only the last month."""
    last = app.clock.now().date() - timedelta(days=1)
    last = min(last, date.fromisoformat(query.last_day)) if query.last_day else last
    first = last - timedelta(days=LOOK_BACK - 1)
    first = max(first, date.fromisoformat(query.first_day)) if query.first_day else first
    return app.signatures.days(first, last) if first <= last else ()


def rows(app: App, query: AiringQuery, newest_first: bool, numbers: Sequence[int]) -> list[Airing]:
    """The rows at these places of the list, which follow one another."""
    if not numbers:
        return []
    return app.asrun.airings(query, newest_first=newest_first, limit=len(numbers), offset=numbers[0])


def proof(app: App, row: Airing) -> list[Proof]:
    """The journal lines an airing rests on; lines of another item that lie between them are left out."""
    own, order = (row.id.partition("#")[0], None), (row.insert_id, None)
    return [Proof(line.seq, file, line) for file, line in app.asrun.proof(row)
            if line.data.get("event_id") in own and line.data.get("insert") in order and not _is_routine(line)]


def own_reason(app: App, row: Airing) -> str:
    """Why whoever wrote it approved it; empty where somebody else did."""
    return app.approvals.own_reason(row.cut_sha256, row.approved_at) if row.self_approved else ""


def _is_routine(line: Line) -> bool:
    """The hourly figure of the sound card's clock says nothing of one item."""
    return line.kind is Kind.CLOCK and "drift_ms" in line.data


def check(app: App, step: Step) -> Check:
    """Every line of every file, against the one before it and against what was filed; and the seals over them."""
    step(0, 0)
    found = [*app.seals.verify(), *sent_faults(app.database, app.home.outbox), *app.asrun.altered()]
    seals = app.seals.list()
    return Check(len(journal_files(app.home.asrun)), tuple(each for each in found if each.problem not in NOTES),
                 tuple(each for each in found if each.problem in NOTES), len(seals), seals[-1].day if seals else "")


def ask_file(parent: QWidget, shell: Shell, name: str, fmt: str) -> Path | None:
    """Where to write; the folder is remembered."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(shell.memory.value(_FOLDER, documents)))
    kinds = {"xlsx": QCoreApplication.translate("Log", "Excel workbook (*.xlsx)"),
             "csv": QCoreApplication.translate("Log", "CSV text (*.csv)")}
    chosen, _ = QFileDialog.getSaveFileName(parent, QCoreApplication.translate("Log", "Export the log"),
                                            str(folder / f"{name}.{fmt}"), kinds[fmt])
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() != f".{fmt}":
        path = path.with_name(f"{path.name}.{fmt}")
    shell.memory.setValue(_FOLDER, str(path.parent))
    return path
