"""The neutral form: JSON and CSV (docs/adapters.md). Chosen with source_system = "neutral"."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from broadcaster.aggregation.adapters.boundary import (
    AiringRecord,
    ClusterState,
    IncomingBulletin,
    MonthTotal,
    Outgoing,
)
from broadcaster.aggregation.records import decoder
from broadcaster.base.csv_text import write_rows
from broadcaster.base.paths import write_atomic

FORMAT, INCOMING, VERSION = "dai-xa.source", "dai-xa.source-bulletins", 1
MOST_BULLETINS = 1_000
_SOUND = ("file", "sha256", "seconds")
_PLAIN = tuple(field.name for field in fields(IncomingBulletin) if field.name != "sound")


class Neutral:
    """Records as they are."""

    def write(self, outgoing: Outgoing, folder: Path) -> Iterable[Path]:
        """One JSON file, and three tables for whoever prefers those."""
        stem = f"source-{outgoing.first_day}-{outgoing.last_day}"
        body = {"format": FORMAT, "version": VERSION, "station": outgoing.station, "name": outgoing.name,
                "first_day": outgoing.first_day, "last_day": outgoing.last_day, "made_at": outgoing.made_at,
                "airings": [asdict(item) for item in outgoing.airings()],
                "clusters": [asdict(item) for item in outgoing.clusters],
                "months": [asdict(item) for item in outgoing.months]}
        made = [folder / f"{stem}.json"]
        write_atomic(made[0], json.dumps(body, ensure_ascii=False, indent=1).encode("utf-8"))
        tables: tuple[tuple[str, type, Iterable[Any]], ...] = (
            ("airings", AiringRecord, outgoing.airings()), ("clusters", ClusterState, outgoing.clusters),
            ("months", MonthTotal, outgoing.months))
        for name, kind, records in tables:
            heads = [field.name for field in fields(kind)]
            text = io.StringIO(newline="")
            write_rows(text, heads, ([getattr(record, head) for head in heads] for record in records))
            made.append(folder / f"{stem}-{name}.csv")
            write_atomic(made[-1], text.getvalue().encode("utf-8-sig"))
        return made

    def read(self, path: Path) -> Iterable[IncomingBulletin]:
        """JSON, or CSV with a column a field (`sound_file`, `sound_sha256`, `sound_seconds`)."""
        bodies = _csv(path) if path.suffix.lower() == ".csv" else _json(path)
        read = decoder(IncomingBulletin)
        return [read(body) for body in bodies]


def _json(path: Path) -> list[Any]:
    try:
        body = json.loads(path.read_text(encoding="utf-8-sig"))
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(body, dict) or body.get("format") != INCOMING or body.get("version") != VERSION:
        raise ValueError(f"it is no {INCOMING} of version {VERSION}")
    found = body.get("bulletins")
    if not isinstance(found, list) or len(found) > MOST_BULLETINS:
        raise ValueError(f"not a list of at most {MOST_BULLETINS} bulletins")
    return found


def _csv(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            for place, row in enumerate(csv.DictReader(file), start=1):
                if place > MOST_BULLETINS:
                    raise ValueError(f"more than {MOST_BULLETINS} bulletins")
                yield _body(row)
        except csv.Error as error:
            raise ValueError(str(error)) from error


def _body(row: dict[Any, Any]) -> dict[str, Any]:
    """Empty cells are fields the source does not say."""
    unknown = row.keys() - {*_PLAIN, *(f"sound_{name}" for name in _SOUND)}
    if unknown or None in row.values():
        raise ValueError(f"its columns are not known: {', '.join(map(str, unknown))[:100]}")
    body: dict[str, Any] = {name: row[name] for name in _PLAIN if row.get(name)}
    if "times" in body:
        body["times"] = int(body["times"])
    sound = {name: row[f"sound_{name}"] for name in _SOUND if row.get(f"sound_{name}")}
    if "seconds" in sound:
        sound["seconds"] = float(sound["seconds"])
    return {**body, "sound": sound} if sound else body
