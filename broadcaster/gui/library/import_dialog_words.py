"""The words of an import: a verdict per file, how far it is, how it went. No widgets."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from broadcaster.base.errors import Refused
from broadcaster.base.frames import clock_text
from broadcaster.base.paths import write_atomic
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library import findings
from broadcaster.gui.library.model import Verdict, refused, waiting
from broadcaster.library.importing.model import FileState, Found, ImportFile, Progress
from broadcaster.library.model import Cart

TROUBLE = ("bad", "wait", "plain")
"""Tones of the files worth a look: refused, taken with a warning, not tried."""


def verdict(file: ImportFile, cart: Cart | None = None) -> Verdict:
    """What became of a file; `cart` is the item it became, for its findings."""
    translate = QCoreApplication.translate
    number, name = file.number, file.name
    if file.state is FileState.WAITING:
        return waiting(number, name)
    if file.state is FileState.REFUSED:
        facts = dict(file.verdict.get("facts") or {})  # type: ignore[call-overload]
        told = Refused(str(file.verdict.get("code", "")), str(file.verdict.get("text", "")), **facts)
        return refused(number, name, explain(told).text)
    title = str(file.verdict.get("title", ""))
    if file.state is FileState.KNOWN:
        sentence = translate("Import", "This sound is here already as “{title}”; nothing was stored twice.")
        return Verdict(number, name, "info", translate("Import", "known"), sentence.format(title=title), file.cart_id)
    found = " ".join(findings.warnings(cart)) if cart else ""
    if file.state is FileState.WARNING:
        return Verdict(number, name, "wait", translate("Import", "taken, look"), found, file.cart_id)
    length = clock_text(float(str(file.verdict.get("seconds", 0))))
    sentence = translate("Import", "Stored as the draft “{title}”, {length}.").format(title=title, length=length)
    return Verdict(number, name, "good", translate("Import", "taken"), " ".join(filter(None, (sentence, found))),
                   file.cart_id)


def found_words(found: Found) -> str:
    """37 files, 1,2 GB."""
    translate = QCoreApplication.translate
    parts = [translate("Import", "{count} files").format(count=number_text(len(found.files))), size_words(found.bytes)]
    if found.left_out:
        more = translate("Import", "{count} more are too many for one import: bring them in afterwards")
        parts.append(more.format(count=number_text(found.left_out)))
    if found.unreadable:
        closed = translate("Import", "cannot be opened: {names}")
        parts.append(closed.format(names=", ".join(found.unreadable[:3])))
    return " · ".join(parts)


def size_words(size: int) -> str:
    """640 kB · 12 MB · 1,2 GB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)) if size else 0} kB"
    if size < 1_000_000_000:
        return f"{number_text(size / 1e6)} MB"
    return f"{number_text(size / 1e9, 1)} GB"


def left_words(seconds: float | None) -> str:
    """about 2 minutes; nothing while it cannot be told. Rounded as a person would."""
    translate = QCoreApplication.translate
    if seconds is None:
        return ""
    if seconds < 10:
        return translate("Import", "a few seconds left")
    if seconds < 50:
        return translate("Import", "about {count} seconds left").format(count=round(seconds / 10) * 10)
    minutes = max(1, round(seconds / 60))
    if minutes < 90:
        return translate("Import", "about {count} minutes left").format(count=minutes)
    return translate("Import", "about {count} hours left").format(count=number_text(seconds / 3600, 1))


def progress_words(now: Progress) -> str:
    """37 of 100 files · 120 MB of 1,2 GB · about 2 minutes left."""
    translate = QCoreApplication.translate
    files = translate("Import", "{done} of {count} files")
    size = translate("Import", "{done} of {size}")
    parts = [files.format(done=number_text(now.files_done), count=number_text(now.files)),
             size.format(done=size_words(now.bytes_done), size=size_words(now.bytes)), left_words(now.seconds_left)]
    return " · ".join(part for part in parts if part)


def save_list(path: Path, verdicts: Sequence[Verdict]) -> None:
    """The list as a sheet any spreadsheet opens. Raises Refused: disk.*."""
    translate = QCoreApplication.translate
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow([translate("Import", "File"), translate("Import", "Verdict"), translate("Import", "Why")])
    # A name that begins like a formula is shown, not worked out.
    rows.writerows([_harmless(item.name), item.words, _harmless(item.sentence)] for item in verdicts)
    write_atomic(path, text.getvalue().encode("utf-8-sig"))


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
