"""A forecast taken away: as a text to read, or as CSV for a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.base.paths import write_atomic
from broadcaster.gui.forecast.model import airing_rows, letter_rows, session_names
from broadcaster.gui.forecast.words import count_words, fault_words, finding_words, level_words
from broadcaster.gui.i18n import day_text
from broadcaster.gui.page import Shell

_FOLDER = "forecast/folder"


def ask_file(parent: QWidget, shell: Shell, name: str) -> Path | None:
    """Where to write: a .txt or a .csv; the folder is remembered."""
    translate = QCoreApplication.translate
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(shell.memory.value(_FOLDER, documents)))
    text, table = translate("Forecast", "Text (*.txt)"), translate("Forecast", "CSV table (*.csv)")
    chosen, kind = QFileDialog.getSaveFileName(
        parent, translate("Forecast", "Save the trial run"), str(folder / f"{name}.txt"), f"{text};;{table}")
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in {".txt", ".csv"}:
        path = path.with_name(path.name + (".csv" if kind == table else ".txt"))
    shell.memory.setValue(_FOLDER, str(path.parent))
    return path


def write(path: Path, answer: Mapping[str, Any]) -> None:
    """Raises Refused: disk.*."""
    text = as_csv(answer) if path.suffix.lower() == ".csv" else as_text(answer)
    write_atomic(path, text.encode("utf-8-sig"))


def as_text(answer: Mapping[str, Any]) -> str:
    """Everything, the findings first."""
    return "\r\n".join(_lines(answer)) + "\r\n"


def _lines(answer: Mapping[str, Any]) -> Iterator[str]:
    translate = QCoreApplication.translate
    names = session_names(answer)
    first, last = (date.fromisoformat(answer[name]) for name in ("first_day", "last_day"))
    yield answer["station"]
    yield translate("Forecast", "Trial run {first} – {last}").format(first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    for fault in answer["faults"]:
        yield "  " + fault_words(fault["text"], date.fromisoformat(fault["day"]))
    yield ""
    yield count_words(answer["findings"])
    for each in answer["findings"]:
        day = f"{date.fromisoformat(each['day']):%d/%m} " if each["day"] else ""
        yield f"  {day}[{level_words(each['level'])}] {finding_words(each, names)}"
    for day in answer["days"]:
        yield ""
        yield day_text(date.fromisoformat(day["day"]))
        yield from (f"  {item.planned}  {item.started}  {item.length}  {item.outcome}  {item.title}"
                    for item in airing_rows(day))
    if answer["directives"]:
        yield ""
        yield translate("Forecast", "Minutes per letter")
        yield from (f"  {item.length}  ×{item.airings}  {item.number}  {item.subject}" for item in letter_rows(answer))


def as_csv(answer: Mapping[str, Any]) -> str:
    """One line an airing."""
    names, out = session_names(answer), io.StringIO()
    table = csv.writer(out)
    table.writerow(_column_names())
    for day in answer["days"]:
        for item, row in zip(day["airings"], airing_rows(day), strict=True):
            table.writerow([f"{date.fromisoformat(day['day']):%d/%m/%Y}", names.get(item["session"], ""), row.planned,
                            row.started, _plain(item["title"]), round(item["aired_seconds"]), row.outcome,
                            _plain(item["directive"])])
    return out.getvalue()


def _plain(text: str) -> str:
    """No table program takes a title for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text


def _column_names() -> list[str]:
    translate = QCoreApplication.translate
    return [translate("Forecast", "Day"), translate("Forecast", "Session"), translate("Forecast", "Planned"),
            translate("Forecast", "Begins"), translate("Forecast", "Content"), translate("Forecast", "Seconds"),
            translate("Forecast", "Outcome"), translate("Forecast", "Letter")]
