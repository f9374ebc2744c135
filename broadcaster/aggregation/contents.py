"""What goes into a package: which days, their rows, what was asked for (docs/formats.md "The package").

Names are those already on the log: who approved, who ordered, who signed. No PINs, keys, passwords or letters' texts.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.aggregation import store
from broadcaster.aggregation.archive_write import Member, file_member, member
from broadcaster.aggregation.model import CampaignState, LetterState, StationFacts
from broadcaster.aggregation.names import entry_allowed, entry_name
from broadcaster.aggregation.opened import AIRINGS, CORRECTIONS, LETTERS, SIGNATURES, STATION
from broadcaster.aggregation.records import line_of
from broadcaster.aggregation.stretch import Stretch
from broadcaster.asrun import store as log
from broadcaster.asrun.identity import signature_holds
from broadcaster.asrun.model import SOUNDED, Airing, AiringQuery
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.protocol.verifier import canonical, read_seal
from broadcaster.schedule import store as schedule_store
from broadcaster.schedule.campaigns.coverage_model import coverage_of
from broadcaster.schedule.campaigns.coverage_store import pasts
from broadcaster.schedule.model import Campaign


@dataclass(frozen=True)
class Rows:
    """The days a package states, and what it says of them."""

    digests: dict[str, str]
    """ISO day -> sha256 of its lines: a day that changes is stated again."""
    airings: bytes
    corrections: bytes
    cuts: tuple[str, ...]
    """sha256 of each sound that went out."""
    letters: frozenset[str]
    """Ids of the letters the airings serve."""

    @property
    def days(self) -> tuple[str, ...]:
        return tuple(sorted(self.digests))

    def day_of(self, place: int) -> str:
        """The ISO day of an airing, by its line, counted from 1."""
        return str(json.loads(self.airings.split(b"\n")[place - 1])["day"])


def changed_rows(c: Connection, days: Iterable[str], known: dict[str, str], anyway: Collection[str],
                 last_seq: int) -> Rows:
    """Those of `days` that are not as they were sent (`known`), and those of `anyway`.

    A day that rests on journal lines after `last_seq` waits for the package that brings them.
    """
    digests: dict[str, str] = {}
    airings: list[bytes] = []
    corrections: list[bytes] = []
    cuts: dict[str, None] = {}
    letters: set[str] = set()
    for day in days:
        rows = list(log.select_airings(c, AiringQuery(first_day=day, last_day=day)))
        if any(row.first_seq > last_seq or row.last_seq > last_seq for row in rows):
            continue
        lines, told = list(map(line_of, rows)), list(map(line_of, store.corrections(c, day)))
        digest = hashlib.sha256(b"".join([*lines, b"\n", *told])).hexdigest()
        if known.get(day) == digest and day not in anyway:
            continue
        digests[day] = digest
        airings += lines
        corrections += told
        cuts |= dict.fromkeys(row.cut_sha256 for row in rows if _has_sound(row))
        letters |= {row.directive_id for row in rows if row.directive_id}
    return Rows(digests, b"".join(airings), b"".join(corrections), tuple(cuts), frozenset(letters))


def _has_sound(row: Airing) -> bool:
    return row.outcome in SOUNDED and bool(row.cut_sha256) and not row.is_relay


def campaigns_asked(c: Connection, since: str, until: date, today: date) -> list[tuple[Campaign, CampaignState]]:
    """Campaigns whose window reaches ISO day `since` or later, with what they ask for."""
    known = [item for item in schedule_store.campaigns(c) if item.last_day.isoformat() >= since]
    past = pasts(c, known)
    found = []
    for item in known:
        covered = coverage_of(item, past[item.id], today)
        asked = {day.day.isoformat(): day.asked for day in covered.days if day.asked and day.day <= until}
        found.append((item, CampaignState(
            item.id, item.title, item.cart.kind, item.times, str(item.per), item.first_day.isoformat(),
            item.last_day.isoformat(), item.weekdays, str(item.urgency), item.state, item.zones, covered.asked, asked)))
    return found


def letters_asked(c: Connection, asked: Sequence[tuple[Campaign, CampaignState]],
                  served: Collection[str]) -> list[LetterState]:
    """The letters of these campaigns, and those that were served without one."""
    by_letter: dict[str, list[CampaignState]] = defaultdict(list)
    for campaign, state in asked:
        if campaign.directive_id:
            by_letter[campaign.directive_id].append(state)
    return [LetterState(**asdict(row), campaigns=tuple(by_letter[row.id]))
            for row in store.letters(c, {*by_letter, *served})]


def text_members(rows: Rows, signatures: Iterable[object], letters: Iterable[object],
                 facts: StationFacts) -> list[Member]:
    """The tables, each there even when empty."""
    return [member(AIRINGS, rows.airings), member(CORRECTIONS, rows.corrections),
            member(SIGNATURES, b"".join(map(line_of, signatures))),
            member(LETTERS, b"".join(map(line_of, letters))), member(STATION, canonical(asdict(facts)) + b"\n")]


def journal_members(stretch: Stretch) -> list[Member]:
    return [file_member(f"journal/{part.path.name}", part.path, first=part.first, end=part.end)
            for part in stretch.parts]


def seals_between(home: StationHome, after: int, last_seq: int) -> tuple[list[tuple[str, bytes]], int]:
    """(File name, bytes) of seals over lines after line `after` up to `last_seq`, and the last line under them."""
    found: list[tuple[str, bytes]] = []
    newest = after
    for path in sorted(home.seals.glob("????-??-??.json")):
        raw = path.read_bytes()
        seal, _ = read_seal(path.name, raw, signature_holds)
        if seal is not None and after < seal.last_seq <= last_seq:
            found.append((path.name, raw))
            newest = max(newest, seal.last_seq)
    return found, newest


def report_members(paths: Iterable[Path]) -> list[Member]:
    """Raises Refused: package.report."""
    found: list[Member] = []
    for path in paths:
        name = entry_name("reports", path.name)
        if not entry_allowed(name, "up") or not path.is_file() or name in {each.name for each in found}:
            raise Refused("package.report", f"{path.name} cannot go into a package: no DOCX, XLSX, PDF or CSV file, or "
                          "one of that name is in it already", name=path.name)
        found.append(file_member(name, path))
    return found


def whole_sounds(home: StationHome, cuts: Iterable[str]) -> tuple[str, ...]:
    """Those still there and undamaged: one spoilt sound keeps no package from going."""
    return tuple(cut for cut in sorted(cuts) if home.audio(cut).is_file() and sha256_of(home.audio(cut)) == cut)


def sound_members(home: StationHome, cuts: Iterable[str]) -> list[Member]:
    """FLAC is packed already."""
    return [file_member(f"audio/{cut}.flac", home.audio(cut), packed=False) for cut in cuts]
