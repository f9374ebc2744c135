"""Real packages of some stations of the province: journal with every beat, seals, rows, letters, signed and chained."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from province_day import KINDS, MISSED, ORIGINS, OUTCOMES, REASONS, RELAY, SESSIONS, VERIFICATIONS, Day, day_rows
from province_ingest import letter_of, running
from province_world import World, area_name, letter_number, letter_subject, station_id, station_name

from broadcaster.aggregation.archive_write import member, write_package
from broadcaster.aggregation.manifests import manifest_bytes, manifest_sha256
from broadcaster.aggregation.model import UP, CampaignState, LetterState, Manifest, Sender
from broadcaster.aggregation.records import line_of
from broadcaster.asrun.identity import Identity
from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import at, format_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.verifier import GENESIS, Seal, canonical, link, seal_body

_BEAT = 2
_ISSUER = "Sở VHTTDL Mẫu"


class Sending:
    """One station that makes a package each night."""

    def __init__(self, folder: Path, world: World, who: int) -> None:
        home = StationHome(folder / station_id(who))
        home.create()
        self.identity = Identity(home)
        self.outbox = home.outbox
        self._world, self._who = world, who
        area = area_name(int(world.stations.area[who]))
        self._sender = Sender(station_id(who), station_name(who), station_name(who), "Tỉnh Mẫu", _ISSUER,
                              ("Tỉnh Mẫu", area))
        self._number, self._previous = 0, GENESIS
        self._seq, self._head = 0, GENESIS
        self._sealed = GENESIS

    def night(self, day: Day) -> tuple[Path, int] | None:
        """The package of one day and how many log rows it states; None: nothing was planned."""
        mine = np.flatnonzero(day.station == self._who)
        if not len(mine):
            return None
        iso, first, before = self._world.day(day.index).isoformat(), self._seq + 1, self._head
        journal, rows = self._air(day, mine.tolist(), iso)
        contents = {f"journal/{iso}.jsonl": b"".join(journal),
                    f"seals/{iso}.json": self._seal(iso, journal, first, before),
                    "airings.jsonl": b"".join(map(line_of, rows)),
                    "directives.jsonl": b"".join(line_of(letter) for letter in self._letters(day.index))}
        manifest = Manifest(UP, self._sender, self.identity.public, self._number + 1, self._previous,
                            f"{iso}T23:30:00.000+07:00", (iso,), first, self._seq, before, self._head, ())
        out = self.outbox / f"{self._sender.id}-{manifest.number:06d}.dxgoi"
        signed = write_package(out, manifest, [member(name, data) for name, data in contents.items() if data],
                               self.identity)
        self._number, self._previous = manifest.number, manifest_sha256(manifest_bytes(signed))
        return out, len(rows)

    def _air(self, day: Day, places: list[int], iso: str) -> tuple[list[bytes], list[Airing]]:
        midnight = at(self._world.day(day.index), 0)
        lines = [self._line(format_time(midnight + timedelta(hours=4)), "BOOT", {})]
        rows = []
        for place in places:
            planned = midnight + timedelta(seconds=int(day.planned[place]))
            row, first = _row(day, place, iso, format_time(planned)), self._seq + 1
            if day.outcome[place] == MISSED:
                lines.append(self._line(row.planned_start, "MISSED", {
                    "event_id": row.id, "day": iso, "title": row.title, "reason": row.reason}))
                rows.append(replace(row, first_seq=first, last_seq=first))
                continue
            lines.append(self._line(row.planned_start, "START", _start(row)))
            for second in range(_BEAT, int(day.aired[place]), _BEAT):
                lines.append(self._line(format_time(planned + timedelta(seconds=second)), "BEAT", {
                    "event_id": row.id, "day": iso, "start_seq": first, "frames": second * RATE,
                    "position": second * RATE, "started_at": row.planned_start}))
            ended = format_time(planned + timedelta(seconds=int(day.aired[place])))
            lines.append(self._line(ended, "END", {
                "event_id": row.id, "day": iso, "session_id": row.session_id, "start_seq": first, "reason": row.reason,
                "frames": row.aired_frames, "position": row.aired_frames, "started_at": row.planned_start,
                "ended_at": ended, "peak_db": -6.0, "rms_db": -20.0, "underruns": 0}))
            if row.verification not in {"", "sent"}:
                lines.append(self._line(ended, "VERDICT", {
                    "event_id": row.id, "day": iso, "start_seq": first, "verdict": row.verification, "score": 0.9}))
            rows.append(replace(row, ended_at=ended, first_seq=first, last_seq=self._seq))
        return lines, rows

    def _line(self, moment: str, kind: str, data: dict[str, Any]) -> bytes:
        self._seq += 1
        made = link({"v": 1, "seq": self._seq, "at": moment, "kind": kind, "data": data}, self._head)
        self._head = str(made["hash"])
        return canonical(made) + b"\n"

    def _seal(self, iso: str, lines: list[bytes], first: int, before: str) -> bytes:
        named = hashlib.sha256()
        for line in lines:
            named.update(f"{iso}.jsonl ".encode() + line)
        body = seal_body(Seal(self._sender.id, iso, f"{iso}T23:00:00.000+07:00", first, self._seq, before, self._head,
                              named.hexdigest(), self._sealed, self.identity.public, "", (), 0))
        made = canonical({**body, "signature": self.identity.sign(canonical(body))}) + b"\n"
        self._sealed = hashlib.sha256(made).hexdigest()
        return made

    def _letters(self, index: int) -> Iterator[LetterState]:
        for ref in running(self._world, index, self._who):
            asked = letter_of(self._world, ref)
            campaign = CampaignState(f"c{ref}", asked.subject, "thong_diep", 2, "day", asked.first_day, asked.last_day,
                                     "1234567", "routine", "active", (), asked.required, asked.asked)
            yield LetterState(f"d{ref}", asked.number, asked.issuer, asked.subject, asked.issued_date, "", "", "",
                              (campaign,))


def _row(day: Day, place: int, iso: str, planned: str) -> Airing:
    letter, kind = int(day.letter[place]), KINDS[day.kind[place]]
    sounded = bool(day.outcome[place] != MISSED)
    session = SESSIONS[day.session[place]]
    title = f"Thông điệp {letter_subject(letter)}" if letter >= 0 else f"Thông báo số {day.title[place]} của xã"
    return Airing(
        f"{iso}/{session}/{day.position[place]}", iso, session, f"Buổi {session}", title, kind, "routine", planned,
        int(day.length[place]) * RATE, planned if sounded else "", "", int(day.aired[place]) * RATE,
        Outcome(OUTCOMES[day.outcome[place]]), REASONS[day.reason[place]], "", VERIFICATIONS[day.verification[place]],
        ("all",), hashlib.sha256(title.encode()).hexdigest(), "Phó Chủ tịch", planned,
        f"d{letter}" if letter >= 0 else "", letter_number(letter) if letter >= 0 else "",
        letter_subject(letter) if letter >= 0 else "", _ISSUER if letter >= 0 else "",
        f"c{letter}" if letter >= 0 else "", "", bool(day.repeat[place]), "", 0, 0,
        is_relay=bool(day.kind[place] == RELAY), origin=ORIGINS[day.origin[place]], category="y tế")


def _start(row: Airing) -> dict[str, Any]:
    return {"event_id": row.id, "day": row.day, "session_id": row.session_id, "session_name": row.session_name,
            "title": row.title, "kind": row.kind, "cut": row.cut_sha256, "frames": row.planned_frames, "offset": 0,
            "planned_start": row.planned_start, "starts": row.planned_start, "campaign": row.campaign, "voice": "",
            "approval": {"id": "a1", "approver": row.approver, "approved_at": row.approved_at, "text_sha256": "",
                         "self_approved": False},
            "directive": {"id": row.directive_id, "number": row.directive_number, "subject": row.directive_subject,
                          "issuer": row.issuer},
            "zones": list(row.zones), "urgency": row.urgency, "repeat": row.is_repeat, "rundown": "", "gain_db": 0.0,
            "device": "null", "language": row.language, "category": row.category, "origin": row.origin}


def send(folder: Path, world: World, stations: int, days: int) -> list[tuple[Path, int]]:
    """(Package, log rows) of the first `stations` stations, night after night."""
    senders = [Sending(folder, world, who) for who in range(stations)]
    made = [sender.night(day) for day in (day_rows(world, index) for index in range(days)) for sender in senders]
    return [each for each in made if each is not None]
