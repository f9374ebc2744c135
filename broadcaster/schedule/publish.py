"""Rundown files: what is published, and when a new revision is due."""

from __future__ import annotations

import logging
from collections.abc import Set
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.protocol.ledger import Ledger
from broadcaster.protocol.rundown import (
    Rundown,
    raw_rundown,
    read_rundown,
    revisions_of,
    rundown_from,
    to_json,
    write_rundown,
)

log = logging.getLogger(__name__)


def newest_good(home: StationHome, day: date, key: bytes) -> Rundown | None:
    """The newest revision that `air` accepts."""
    for path in revisions_of(home.rundowns, day):
        try:
            return read_rundown(path, key)
        except BroadcasterError as error:
            log.warning("%s is not used: %s", path.name, error.text)
    return None


def revision_of(name: str) -> int:
    """2026-11-21.r3.json -> 3."""
    return int(name.rpartition(".r")[2].removesuffix(".json"))


def not_kept(home: StationHome, day: date, key: bytes, kept: Set[str]) -> tuple[str, bytes] | None:
    """Name and content of the newest file of a day, if it is good and not among `kept`."""
    newest = next(iter(revisions_of(home.rundowns, day)), None)
    if newest is None or newest.name in kept:
        return None
    try:
        raw = raw_rundown(newest)
        rundown_from(raw, newest.name, key)
    except BroadcasterError:
        return None
    return newest.name, raw


def publish(home: StationHome, rundown: Rundown, key: bytes, ledger: Ledger) -> Path | None:
    """Write the next revision if it says something new; the caller holds the database's write lock.

    A newest file that `air` refuses is followed by a good one, even an equal one: that ends the alarm.
    """
    files = revisions_of(home.rundowns, rundown.day)
    published = newest_good(home, rundown.day, key)
    newest_is_good = (published is not None and files[0].name == published.file_name()
                      and ledger.knows(published.ledger))
    if published is not None and newest_is_good and content(published) == content(rundown):
        return None
    if published is None and not rundown.sessions and not files:
        return None
    # A plan kept in the database alone has a number of its own, and a number is never given twice.
    revision = max([rundown.revision, *(1 + revision_of(path.name) for path in files)])
    return write_rundown(home, replace(rundown, revision=revision), key)


def marked(rundown: Rundown, withdrawn: Set[str]) -> Rundown:
    """Sessions that have begun stay as they are; what was withdrawn since is named, and `air` leaves it out."""
    planned = {event.approval.id for session in rundown.sessions for event in session.events}
    return replace(rundown, withdrawn=tuple(sorted(planned & withdrawn)))


def content(rundown: Rundown) -> dict[str, Any]:
    """What `air` acts on: not the revision, the time of writing, the notes or the ledger's line, which only grows."""
    body = to_json(rundown)
    return {name: value for name, value in body.items() if name not in {"revision", "created_at", "notes", "ledger"}}
