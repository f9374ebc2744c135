"""Why a person overrode the plan or the quiet hours, put beside what came of it. Pure.

An order says it itself ("why"), or a later line does: say_why about an insert or an event, resume about the stop before
it. In an airing's note it is the part that begins with WHY.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from broadcaster.asrun.model import Airing
from broadcaster.asrun.traces import day_of
from broadcaster.protocol.journal import Kind, Line, Reason

WHY = "why:"


def with_whys(rows: Sequence[Airing], lines: Iterable[Line], day: str) -> list[Airing]:
    """The rows of ISO day `day` with the reasons that were given for them."""
    about = _whys([line for line in lines if day_of(line) in {"", day}])
    return [_with(row, about) for row in rows] if about else list(rows)


def why_in(note: str) -> str:
    """The reason in a note, empty where none was given."""
    return next((part.removeprefix(WHY) for part in note.split(";") if part.startswith(WHY)), "")


def _with(row: Airing, about: dict[str, list[str]]) -> Airing:
    found = [*about.get(row.insert_id, ()), *about.get(row.id.partition("#")[0], ())]
    if row.reason == Reason.OPERATOR:
        found += about.get(f"session {row.session_id}", ())
    said = ", ".join(dict.fromkeys(found))
    return replace(row, note=";".join(filter(None, (row.note, f"{WHY}{said}")))) if said else row


def _whys(lines: Sequence[Line]) -> dict[str, list[str]]:
    """Id of an insert, of an event, or "session <id>" -> what was said, in order."""
    found: dict[str, list[str]] = {}
    for line in lines:
        why = line.data.get("why")
        if isinstance(why, str) and why and line.kind in {Kind.BREAK_IN, Kind.OPERATOR}:
            for name in _about(line):
                # The note's own parts are divided by semicolons.
                found.setdefault(name, []).append(why.replace(";", ","))
    for line in lines:
        # Ordered by a file: whoever explained it knew no more than the message's name.
        if line.kind is Kind.BREAK_IN and (said := found.get(str(line.data.get("message") or "?"))):
            found.setdefault(str(line.data.get("insert")), []).extend(said)
    return found


def _about(line: Line) -> list[str]:
    data = line.data
    if line.kind is Kind.BREAK_IN:
        return [str(data.get("insert") or "?")]
    names = {"say_why": [data.get("about")], "skip": [data.get("skipped")]}.get(str(data.get("action")))
    if names is None:
        sessions, inserts = data.get("sessions"), data.get("inserts")
        names = [f"session {name}" for name in sessions] if isinstance(sessions, list) else []
        names += inserts if isinstance(inserts, list) else []
    return [str(name) for name in names if name]
