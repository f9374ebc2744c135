"""A station as far as an office sees it: it signs packages that go on where the one before ended, or lies."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from broadcaster.aggregation.archive_write import member, write_package
from broadcaster.aggregation.manifests import manifest_bytes, manifest_sha256
from broadcaster.aggregation.model import UP, CampaignState, LetterState, Manifest, Sender
from broadcaster.aggregation.records import line_of
from broadcaster.asrun.identity import Identity
from broadcaster.asrun.model import Airing, Correction, Outcome, Signature
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.verifier import GENESIS, Seal, canonical, link, seal_body

LETTER_NUMBER, LETTER_ISSUER = "12/KH-UBND", "Ủy ban nhân dân tỉnh Mẫu"


@dataclass(frozen=True)
class Stand:
    """How far a station's log has come: kept and put back, it is an old backup."""

    number: int = 0
    previous: str = GENESIS
    seq: int = 0
    head: str = GENESIS


class Station:
    """One sender with a key of its own."""

    def __init__(self, folder: Path, station_id: str = "xa-mau",
                 path: tuple[str, ...] = ("Tỉnh Mẫu", "Vùng 1")) -> None:
        self.home = StationHome(folder)
        self.home.create()
        self.identity = Identity(self.home)
        self.sender = Sender(station_id, f"Đài {station_id}", station_id, "Tỉnh Mẫu", "Sở Mẫu", path)
        self.stand = Stand()
        self.journal: dict[str, list[bytes]] = {}
        """Day -> all lines so far, for a package that brings the whole journal again."""
        self.rows: dict[str, list[Airing]] = {}

    def package(self, *days: str, airings: int = 3, title: str = "Bản tin", corrected: bool = False, asked: int = 2,
                note: str = "", whole: bool = False, seals: bool = True, made_at: str = "", **said: object) -> Path:
        """The next package, with `airings` items on each of `days` of which the last did not go out."""
        before = replace(self.stand, seq=0, head=GENESIS) if whole else self.stand
        lines, rows = self._air(days, airings, title, note)
        self.rows |= {day: [row for row in rows if row.day == day] for day in days}
        sent = {day: list(known) for day, known in self.journal.items()} if whole else lines
        days = tuple(sorted(self.journal if whole else days))
        rows = [row for day in days for row in self.rows[day]]
        contents: dict[str, bytes] = {f"journal/{day}.jsonl": b"".join(sent[day]) for day in sorted(sent) if sent[day]}
        if seals and not whole:
            contents |= {f"seals/{day}.json": self._seal(day, lines[day], before) for day in days[:1]}
        contents["airings.jsonl"] = b"".join(map(line_of, rows))
        if corrected:
            contents["corrections.jsonl"] = line_of(Correction(
                f"c-{days[0]}", rows[-1].id, days[0], Outcome.AIRED, "", "Nghe tại chỗ", "Cán bộ",
                f"{days[0]}T20:00:00+07:00"))
        contents["signatures.jsonl"] = line_of(Signature(
            f"s-{days[0]}", "day", days[0], days[0], "", "0" * 64, "Cán bộ", "", f"{days[0]}T20:00:00+07:00"))
        contents["directives.jsonl"] = line_of(_letter(days, asked))
        manifest = Manifest(
            UP, self.sender, self.identity.public, self.stand.number + 1, self.stand.previous,
            made_at or f"{days[-1]}T23:30:00.000+07:00", days, before.seq + 1, self._seq, before.head, self._head, ())
        manifest = replace(manifest, **said)  # type: ignore[arg-type]
        out = self.home.outbox / f"{self.sender.id}-{manifest.number:06d}-{len(list(self.home.outbox.iterdir()))}.dxgoi"
        signed = write_package(out, manifest, [member(name, data) for name, data in contents.items()], self.identity)
        self.stand = Stand(manifest.number, manifest_sha256(manifest_bytes(signed)), self._seq, self._head)
        return out

    def restore(self, stand: Stand, journal: dict[str, list[bytes]]) -> None:
        """The old backup comes back: everything since is forgotten."""
        self.stand, self.journal = stand, {day: list(lines) for day, lines in journal.items()}

    def backup(self) -> tuple[Stand, dict[str, list[bytes]]]:
        return self.stand, {day: list(lines) for day, lines in self.journal.items()}

    def _air(self, days: Sequence[str], airings: int, title: str,
             note: str) -> tuple[dict[str, list[bytes]], list[Airing]]:
        self._seq, self._head = self.stand.seq, self.stand.head
        lines: dict[str, list[bytes]] = {}
        rows: list[Airing] = []
        said = {"action": "restored", "made_at": "2026-11-16T23:00:00.000+07:00"} if note == "restored" else {}
        for day in sorted(days):
            lines[day] = [self._line(f"{day}T04:00:00.000+07:00", "BOOT", {"note": note, **said})]
            for item in range(airings):
                name, at = f"{day}/{item}", f"{day}T05:{item:02d}:00.000+07:00"
                outcome = Outcome.MISSED if item == airings - 1 else Outcome.AIRED
                first = self._seq + 1
                if outcome is Outcome.AIRED:
                    start = {"event_id": name, "day": day, "title": title}
                    end = {"event_id": name, "day": day, "start_seq": first, "frames": 60 * RATE}
                    lines[day] += [self._line(at, "START", start), self._line(at, "END", end)]
                    if item == 0:
                        heard = {"event_id": name, "day": day, "start_seq": first, "verdict": "heard"}
                        lines[day].append(self._line(at, "VERDICT", heard))
                rows.append(_airing(day, name, at, outcome, title, item, (first, self._seq)))
            self.journal.setdefault(day, []).extend(lines[day])
        return lines, rows

    def _line(self, at: str, kind: str, data: dict[str, object]) -> bytes:
        self._seq += 1
        made = link({"v": 1, "seq": self._seq, "at": at, "kind": kind, "data": data}, self._head)
        self._head = str(made["hash"])
        return canonical(made) + b"\n"

    def _seal(self, day: str, lines: list[bytes], before: Stand) -> bytes:
        last, named = json.loads(lines[-1]), hashlib.sha256()
        for line in lines:
            named.update(f"{day}.jsonl ".encode() + line)
        made = Seal(self.sender.id, day, f"{day}T23:00:00.000+07:00", before.seq + 1, int(last["seq"]), before.head,
                    str(last["hash"]), named.hexdigest(), GENESIS, self.identity.public, "", (), 0)
        body = seal_body(made)
        return canonical({**body, "signature": self.identity.sign(canonical(body))}) + b"\n"


def _airing(day: str, name: str, at: str, outcome: Outcome, title: str, item: int, lines: tuple[int, int]) -> Airing:
    sounded = outcome is Outcome.AIRED
    return Airing(
        name, day, "sang", "Buổi sáng", title, "tin", "routine", at, 60 * RATE, at if sounded else "",
        f"{day}T05:{item + 1:02d}:00.000+07:00" if sounded else "", 60 * RATE if sounded else 0, outcome,
        "" if sounded else "file_missing", "", "heard" if item == 0 else "sent" if sounded else "", ("all",),
        f"{item:064x}"[::-1], "Phó Chủ tịch", "", "d1", LETTER_NUMBER, "Phòng, chống bão", LETTER_ISSUER, "c1", "",
        item > 0, "", lines[0] if sounded else 0, lines[1] if sounded else 0)


def _letter(days: Sequence[str], asked: int) -> LetterState:
    first, last = days[0], days[-1]
    campaign = CampaignState("c1", "Phòng bão", "tin", asked, "day", f"{first[:8]}01", f"{first[:8]}28", "1234567",
                             "routine", "active", (), asked * 28, dict.fromkeys((first, last), asked))
    return LetterState("d1", LETTER_NUMBER, LETTER_ISSUER, "Phòng, chống bão", f"{first[:8]}01", "", "", "",
                       (campaign,))
