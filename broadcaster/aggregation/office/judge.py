"""Whether a verified package goes on from what is here. No I/O but one question to the archive.

Four things must fit: the key, the number, the package it names before it, and the journal's chain. Whatever fits is
merged; what came too early waits; what contradicts is a fork, and a person decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from broadcaster.aggregation.model import Manifest
from broadcaster.aggregation.office.model import Key, KeyState, PackageState, Station
from broadcaster.protocol.verifier import GENESIS

HashAt = Callable[[int], str]
"""Hash of a journal line inside the package; empty where it is not there."""


@dataclass(frozen=True)
class Verdict:
    """What is to be done with a package, and why."""

    state: PackageState
    code: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def judge_key(key: Key) -> Verdict | None:
    """What the state of the key says by itself; None: go on."""
    facts = {"station": key.sender_id, "fingerprint": key.fingerprint}
    if key.state is KeyState.TRUSTED:
        return None
    if key.state is KeyState.REFUSED:
        return Verdict(PackageState.REFUSED, "merge.key_refused", facts)
    if key.state is KeyState.REPLACED:
        return Verdict(PackageState.REFUSED, "merge.key_replaced", facts)
    if key.state is KeyState.CHANGED:
        return Verdict(PackageState.WAITING, "merge.key_changed", facts)
    return Verdict(PackageState.WAITING, "merge.key_waiting", facts)


def judge(manifest: Manifest, station: Station, hash_at: HashAt) -> Verdict:
    """For a package of a trusted key that is not here yet."""
    facts = {"station": station.id, "number": manifest.number}
    if station.state == "fork":
        return Verdict(PackageState.FORK, "merge.fork_open", facts)
    if manifest.number > station.number and manifest.first_seq == 1:
        return _judge_whole(manifest, station, hash_at, facts)
    if manifest.number > station.number + 1:
        missing = {"first": station.number + 1, "last": manifest.number - 1}
        return Verdict(PackageState.EARLY, "merge.missing", facts | missing)
    if manifest.number <= station.number:
        return Verdict(PackageState.FORK, "merge.fork_number", facts)
    if manifest.previous != (station.manifest or GENESIS):
        return Verdict(PackageState.FORK, "merge.fork_previous", facts)
    if manifest.prev_head != (station.head or GENESIS) or (
            manifest.first_seq and manifest.first_seq != station.last_seq + 1):
        return Verdict(PackageState.FORK, "merge.fork_journal", facts | {"line": station.last_seq})
    return Verdict(PackageState.RECEIVED)


def _judge_whole(manifest: Manifest, station: Station, hash_at: HashAt, facts: dict[str, Any]) -> Verdict:
    """It brings the journal from the first line on: whatever was missing is inside, if our last line is too."""
    if station.last_seq and hash_at(station.last_seq) != station.head:
        return Verdict(PackageState.FORK, "merge.fork_journal", facts | {"line": station.last_seq})
    return Verdict(PackageState.RECEIVED)
