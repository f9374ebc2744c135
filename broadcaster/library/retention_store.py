"""The SQL of the retention rule: which sounds nobody needs any longer, and which are not to be touched."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, or_, select, union

from broadcaster.base.paths import StationHome
from broadcaster.db import schema
from broadcaster.library import use_store
from broadcaster.library.listing_store import OUT_OF_USE

_OUT = tuple(state.value for state in OUT_OF_USE)
_MOST_VARIABLES = 500
_HASH = re.compile(r"[0-9a-f]{64}")
_CUT, _CART, _VERSION, _EDIT = schema.cut.c, schema.cart.c, schema.cart_version.c, schema.cut_edit.c
_BULLETIN, _APPROVAL, _CAMPAIGN = schema.bulletin.c, schema.approval.c, schema.campaign.c


def needed(connection: Connection, home: StationHome, today: str, yesterday: str) -> set[str]:
    """Hashes of all sounds that may still be asked for. In doubt a sound is needed."""
    live = select(_CART.id).where(_CART.state.not_in(_OUT))
    campaign = select(_CAMPAIGN.cart_id).where(_CAMPAIGN.state == "active", _CAMPAIGN.last_day >= today)
    kept = live.union(campaign, _parts())
    of_carts = union(
        select(_CART.cut_sha256).where(_CART.id.in_(kept)),
        select(_VERSION.cut_sha256).where(_VERSION.cart_id.in_(kept)),
        *(select(column).where(_BULLETIN.state.not_in(_OUT), column.is_not(None))
          for column in (_BULLETIN.cut_sha256, _BULLETIN.speech_sha256)),
        select(_APPROVAL.audio_sha256).where(
            _APPROVAL.voided_at == "", or_(_APPROVAL.valid_until == "", _APPROVAL.valid_until >= today)),
        select(schema.first_yes.c.audio_sha256),
        select(schema.relay_source.c.fallback_sha256).where(schema.relay_source.c.removed_at == ""))
    sounds = set(connection.scalars(of_carts))
    sounds |= use_store.planned_cuts(home, yesterday) | set(_published(connection, yesterday)) | set(_files(home))
    return sounds | _ends(connection, sounds)


def not_needed(connection: Connection, kept: Collection[str]) -> list[dict[str, Any]]:
    """The other cuts: sha256, title, cart_id, why, last_day, frames; `kept`: what needed() gave."""
    carts = _carts_of_cuts(connection)
    found = []
    ends = set(connection.scalars(select(_EDIT.ends_sha256)))
    for row in connection.execute(select(_CUT.sha256, _CUT.frames, _CUT.original_name, _CUT.created_at)):
        if row.sha256 in kept or row.sha256 in ends:
            continue
        mine = carts.get(row.sha256, [])
        cart = mine[0] if mine else None
        touched = max([row.created_at, *(item.updated_at for item in mine)])[:10]
        found.append({"sha256": row.sha256, "frames": row.frames, "title": cart.title if cart else row.original_name,
                      "cart_id": cart.id if cart else "", "why": cart.state if cart else "orphan",
                      "last_day": touched})
    aired = _last_aired(connection, [item["sha256"] for item in found])
    return [{**item, "last_day": max(item["last_day"], aired.get(item["sha256"], ""))} for item in found]


def ends_of(connection: Connection, sha256: str) -> str:
    """The file that holds what was trimmed off a cut; empty for none."""
    return str(connection.scalar(select(_EDIT.ends_sha256).where(_EDIT.cut_sha256 == sha256)) or "")


def _parts() -> Any:
    """Carts around the words of bulletins that are in use."""
    wanted = func.json_each(_BULLETIN.production).table_valued("value", joins_implicitly=True)
    return select(wanted.c.value).select_from(schema.bulletin, wanted).where(_BULLETIN.state.not_in(_OUT))


def _published(connection: Connection, first_day: str) -> Iterator[str]:
    plan = schema.published_plan.c
    for body in connection.scalars(select(plan.body).where(plan.day >= first_day)):
        yield from _HASH.findall(zlib.decompress(body).decode("utf-8", "replace"))


def _files(home: StationHome) -> Iterator[str]:
    """What lies on the emergency shelf, or beside it, and what a station's own session templates name."""
    for folder, pattern in ((home.emergency, "*.json"), (home.root / "schedules", "*.toml")):
        for path in folder.rglob(pattern):
            yield from _HASH.findall(path.read_bytes().decode("utf-8", "replace"))


def _ends(connection: Connection, sounds: Collection[str]) -> set[str]:
    return {row.ends_sha256 for row in connection.execute(select(_EDIT.cut_sha256, _EDIT.ends_sha256))
            if row.cut_sha256 in sounds}


def _carts_of_cuts(connection: Connection) -> dict[str, list[Any]]:
    """Hash to the carts that have or had it, the one changed last first."""
    columns = (_CART.id, _CART.title, _CART.state, _CART.updated_at)
    now = select(_CART.cut_sha256.label("sha256"), *columns)
    before = select(_VERSION.cut_sha256.label("sha256"), *columns).join(schema.cart, _CART.id == _VERSION.cart_id)
    both = union(now, before).subquery()
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(both).order_by(both.c.updated_at.desc(), both.c.id)):
        found[row.sha256].append(row)
    return found


def _last_aired(connection: Connection, sounds: Sequence[str]) -> dict[str, str]:
    """ISO day of the last airing, whatever came of it."""
    airing = schema.airing.c
    found: dict[str, str] = {}
    for start in range(0, len(sounds), _MOST_VARIABLES):
        part = sounds[start:start + _MOST_VARIABLES]
        rows = connection.execute(select(airing.cut_sha256, func.max(airing.day)).where(airing.cut_sha256.in_(part))
                                  .group_by(airing.cut_sha256))
        found |= {sha: day for sha, day in rows}
    return found
