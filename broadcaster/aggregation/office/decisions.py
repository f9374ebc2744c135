"""What only a person can decide: whose key this is, which course of a log holds. Each is written down for ever."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from broadcaster.aggregation.office import store
from broadcaster.aggregation.office.model import Key, KeyState, PackageLine, PackageState, Station
from broadcaster.base.errors import Refused
from broadcaster.protocol.verifier import GENESIS

_UNDECIDED = (KeyState.WAITING, KeyState.CHANGED)
ANEW = {"number": 0, "manifest": "", "head": "", "last_seq": 0}
"""A station whose log begins from its first package."""


@dataclass(frozen=True)
class Signed:
    """Who decided, and when."""

    by: str
    at: str


def find_key(c: Connection, wanted: str) -> Key:
    """A key nobody decided about yet, by station id, fingerprint or the key's first letters.

    Raises Refused("office.key_unknown", "office.key_ambiguous").
    """
    text = wanted.strip()
    digits = "".join(text.split())
    found = [key for key in store.keys_in(c, _UNDECIDED)
             if text == key.sender_id or digits == "".join(key.fingerprint.split())
             or (len(text) >= 8 and key.key.startswith(text.lower()))]
    if not found:
        raise Refused("office.key_unknown", f"no key of {wanted!r} is waiting", wanted=wanted)
    if len(found) > 1:
        raise Refused("office.key_ambiguous",
                      f"{len(found)} keys call themselves {wanted!r}: name one by its fingerprint", wanted=wanted,
                      count=len(found), fingerprints=", ".join(key.fingerprint for key in found))
    return found[0]


def trust(c: Connection, key: Key, fingerprint: str, signed: Signed, as_id: str = "", *, replaces: bool = False) -> int:
    """The key is this station's: a new one, with `as_id` under another id; with `replaces` a known one's new key.

    `fingerprint` is as the station read it out. Raises Refused("office.fingerprint_differs",
    "office.id_taken", "office.key_choice").
    """
    if "".join(fingerprint.split()) != "".join(key.fingerprint.split()):
        raise Refused("office.fingerprint_differs", f"the fingerprint of {key.sender_id} here is {key.fingerprint}, "
                      "not what was read out: this is not that station's key", station=key.sender_id,
                      fingerprint=key.fingerprint, said=" ".join(fingerprint.split()))
    wanted = as_id.strip() or key.sender_id
    known = store.station_called(c, wanted)
    if known is not None and as_id.strip():
        raise Refused("office.id_taken", f"a station is called {wanted} already", id=wanted)
    if known is not None and not replaces:
        raise Refused("office.key_choice", f"{wanted} is known with another key: say whether this one takes its place, "
                      "or give this station another id", station=wanted, fingerprint=known.fingerprint)
    if known is None:
        ref = store.add_station(c, {
            "id": wanted, "name": key.name, "commune": key.commune, "key": key.key, "trusted_at": signed.at,
            "trusted_by": signed.by})
        if wanted == key.sender_id:
            store.waiting_of_id(c, key.sender_id, KeyState.CHANGED)
    else:
        ref = known.ref
        _retire(c, known)
        store.update_station(c, ref, {**ANEW, "key": key.key, "state": "active", "branch": known.branch + 1,
                                      "trusted_at": signed.at, "trusted_by": signed.by})
    store.update_key(c, key.key, {"state": str(KeyState.TRUSTED), "station": ref, "decided_at": signed.at,
                                  "decided_by": signed.by})
    store.add_decision(c, signed.at, signed.by, "trust", ref, {
        "id": wanted, "key": key.key, "fingerprint": key.fingerprint, "before": known.key if known else ""})
    return ref


def _retire(c: Connection, known: Station) -> None:
    """Its key until now signs for nobody any more."""
    store.update_key(c, known.key, {"state": str(KeyState.REPLACED)})
    store.update_packages(c, [line.ref for line in store.open_packages(c, known.key)], {
        "state": str(PackageState.REFUSED), "code": "merge.key_replaced",
        "facts": {"station": known.id, "fingerprint": known.fingerprint}})


def refuse(c: Connection, key: Key, signed: Signed) -> list[PackageLine]:
    """The key is nobody's we know: what it signed is refused, now and later. Gives the packages that waited."""
    waiting = store.open_packages(c, key.key)
    store.update_key(c, key.key, {"state": str(KeyState.REFUSED), "decided_at": signed.at, "decided_by": signed.by})
    store.update_packages(c, [line.ref for line in waiting], {
        "state": str(PackageState.REFUSED), "code": "merge.key_refused", "file": "",
        "facts": {"station": key.sender_id, "fingerprint": key.fingerprint}})
    store.add_decision(c, signed.at, signed.by, "refuse", key.station, {
        "id": key.sender_id, "key": key.key, "fingerprint": key.fingerprint})
    return waiting


def keep_ours(c: Connection, station: Station, signed: Signed) -> None:
    """The course of the log that is here holds; what contradicts it is refused when it is judged again."""
    _need_fork(station)
    store.update_station(c, station.ref, {"state": "active"})
    store.add_decision(c, signed.at, signed.by, "resolve", station.ref, {"holds": "old", "number": station.number})


def take_theirs(c: Connection, station: Station, from_number: int, package: str, signed: Signed) -> PackageLine:
    """The log goes on with the package of this number instead; ours from there on are set aside, not thrown away.

    `package`: first letters of its sha256 where several have the number. It also closes a gap nobody can fill.
    Raises Refused("office.no_such_package").
    """
    waiting = [line for line in store.open_packages(c, station.key)
               if line.number >= 1 and (not from_number or line.number == from_number)
               and line.sha256.startswith(package)]
    if not waiting:
        raise Refused("office.no_such_package", f"no package {from_number or ''} of {station.id} waits for a decision",
                      station=station.id, number=from_number)
    first = waiting[0].number
    chosen = max((line for line in waiting if line.number == first), key=lambda line: (line.made_at, line.ref))
    aside = store.set_aside(c, station.ref, station.branch, chosen.number)
    links = store.links_of(c, chosen.ref)
    begins = links.first_seq == 1
    store.update_station(c, station.ref, {
        "state": "active", "branch": station.branch + 1, "number": chosen.number - 1,
        "manifest": "" if links.previous == GENESIS else links.previous,
        "head": "" if begins or links.prev_head == GENESIS else links.prev_head,
        "last_seq": 0 if begins else links.first_seq - 1 if links.first_seq else station.last_seq})
    store.add_decision(c, signed.at, signed.by, "resolve", station.ref, {
        "holds": "new", "number": chosen.number, "package": chosen.sha256, "set_aside": aside})
    return chosen


def _need_fork(station: Station) -> None:
    if station.state != "fork":
        raise Refused("office.no_fork", f"nothing is to be decided about {station.id}", station=station.id)
