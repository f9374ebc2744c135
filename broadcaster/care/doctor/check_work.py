"""The work of the days: tomorrow's programme, voice, backups, what goes up, the program itself."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from broadcaster.aggregation.places.address import FOLDER, parse
from broadcaster.base.clock import parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.program import built, folder
from broadcaster.care.build_facts import NAME, altered_files
from broadcaster.care.doctor.model import Case, Finding, doubt, wrong
from broadcaster.care.doctor.neighbours import newest_backup
from broadcaster.protocol.rundown import newest_rundown, read_rundown
from broadcaster.protocol.seal import read_key

BACKUP_DAYS = 3
_UNSENT = timedelta(days=2)
_LINE_SECONDS = 4.0
_TRIAL = "Xin chào bà con."


def tomorrow(case: Case) -> Iterator[Finding]:
    """Something will air tomorrow, and is approved: what is not approved stands in no plan."""
    if case.settings.office.role == "office" or not case.home.database.exists():
        return
    day = case.now.date() + timedelta(days=1)
    path = newest_rundown(case.home.rundowns, day)
    if path is None:
        yield wrong("no_plan", f"nothing is published for tomorrow, {day}", "schedule", day.isoformat(),
                    day=day.isoformat())
        return
    try:
        plan = read_rundown(path, read_key(case.home))
    except BroadcasterError as error:
        yield wrong("plan_broken", f"tomorrow's plan is refused: {error.text}", "schedule", day.isoformat(),
                    day=day.isoformat(), detail=error.text)
        return
    empty = [session.name for session in plan.sessions if not session.events]
    if not plan.sessions:
        yield doubt("no_session", f"no session is planned for tomorrow, {day}", "schedule", day.isoformat(),
                    day=day.isoformat())
    elif len(empty) == len(plan.sessions):
        yield wrong("tomorrow_empty", f"all sessions of tomorrow are empty: {', '.join(empty)}", "schedule",
                    day.isoformat(), sessions=", ".join(empty), day=day.isoformat())
    elif empty:
        yield doubt("session_empty", f"nothing is planned for {', '.join(empty)} tomorrow", "schedule",
                    day.isoformat(), sessions=", ".join(empty), day=day.isoformat())


def voice(case: Case) -> Iterator[Finding]:
    """The reading voice speaks."""
    from broadcaster.speech.service import SpeechService

    speech = SpeechService(case.settings, packs=case.home.root / "voices" / "packs")
    try:
        with TemporaryDirectory(prefix="dai-xa-doctor-") as scratch:
            speech.synthesise(_TRIAL, Path(scratch))
    except BroadcasterError as error:
        if error.code.startswith("disk."):
            return  # told by the looks at the disk
        yield wrong("voice_silent", f"the voice does not speak: {error.text}", "voices", detail=error.text,
                    voice=case.settings.speech.voice)
    finally:
        speech.close()


def scans(_case: Case) -> Iterator[Finding]:
    """Letters that are pictures can be read."""
    from broadcaster.directives.readers import ocr

    try:
        ocr.require("")
    except BroadcasterError:
        yield doubt("no_ocr", "scanned letters cannot be read here: Tesseract with its Vietnamese model is missing")


def backup(case: Case) -> Iterator[Finding]:
    """There is a copy of the station that is not old and not on the same disk alone."""
    if case.home.demo_note.exists() or not case.home.database.exists():
        return
    state = newest_backup(case.home, case.clock)
    if state is None:
        return
    if not state.there:
        yield wrong("backup_place", f"the place of the backups is not there: {state.place}", "care", "backup",
                    path=state.place)
    elif state.made_at is None:
        yield doubt("backup_never", "there has never been a backup of this station", "care", "backup")
    elif (days := (case.now - state.made_at).days) >= BACKUP_DAYS:
        yield doubt("backup_old", f"the newest backup is {days} days old", "care", "backup", days=days)
    if state.failed:
        yield wrong("backup_failed", "the newest backup was tried and does not come back whole", "care", "backup")


def upward(case: Case) -> Iterator[Finding]:
    """The place above can be reached, and nothing waits too long for it."""
    text = case.settings.upward.to.strip()
    if text:
        try:
            address = parse(text)
        except BroadcasterError as error:
            yield wrong("upward_address", f"the address of the place above is wrong: {error.text}", "upward")
            return
        if address.kind == FOLDER:
            if not Path(address.path).expanduser().is_dir():
                yield doubt("upward_gone", "the folder for the office above is not there", "upward")
        elif address.host and not _reachable(address.host, address.port or 443):
            yield doubt("upward_gone", f"the office above cannot be reached: {address.host}", "upward")
    late = _waiting(case)
    if late:
        yield doubt("unsent", f"{late} packages have waited for more than two days", "upward", count=late)


def program(_case: Case, place: Path | None = None) -> Iterator[Finding]:
    """No part of the built program is gone or was altered: an antivirus program, a failing disk."""
    root = place or (folder() if built() else None)
    if root is None:
        return
    missing, altered = compare(root)
    if missing:
        yield wrong("program_missing", f"{len(missing)} parts of the program are gone: {', '.join(missing[:3])}",
                    count=len(missing), names=", ".join(Path(name).name for name in missing[:3]))
    if altered:
        yield wrong("program_altered", f"{len(altered)} parts of the program were altered: {', '.join(altered[:3])}",
                    count=len(altered), names=", ".join(Path(name).name for name in altered[:3]))


def compare(root: Path) -> tuple[list[str], list[str]]:
    """Names of the built program's files that are gone, and of those that are not what was built."""
    try:
        told = [line.partition(": ") for line in altered_files(root)]
    except FileNotFoundError:
        return [NAME], []
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return [], [NAME]
    return ([name for name, _, why in told if why != "changed"], [name for name, _, why in told if why == "changed"])


def _reachable(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), _LINE_SECONDS):
            return True
    except OSError:
        return False


def _waiting(case: Case) -> int:
    try:
        with closing(sqlite3.connect(f"{case.home.database.as_uri()}?mode=ro", uri=True, timeout=3)) as connection:
            made = [str(row[0]) for row in connection.execute("SELECT made_at FROM delivery WHERE state = 'queued'")]
    except sqlite3.Error:
        return 0
    try:
        return sum(case.now - parse_time(at) > _UNSENT for at in made if at)
    except ValueError:
        return 0
