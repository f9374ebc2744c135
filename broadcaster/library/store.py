"""The SQL of cuts and carts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from broadcaster.db import item_words, schema, trail
from broadcaster.library import listing_store
from broadcaster.library.listing_store import OUT_OF_USE
from broadcaster.library.model import Cart, CartKind, Cut, Filter, State, Version

_CUT = schema.cut.c
_CART = schema.cart.c
_VERSION = schema.cart_version.c
_CART_AND_CUT = select(
    schema.cart, _CUT.sha256, _CUT.frames, _CUT.lufs, _CUT.true_peak_db, _CUT.source, _CUT.original_name, _CUT.waveform,
    _CUT.checks,
).join_from(schema.cart, schema.cut)
_MOST_VARIABLES = 500


def add_cut(connection: Connection, cut: Cut, original_sha256: str, at: str) -> None:
    connection.execute(insert(schema.cut).values(
        sha256=cut.sha256, frames=cut.frames, lufs=cut.lufs, true_peak_db=cut.true_peak_db, source=cut.source,
        original_name=cut.original_name, original_sha256=original_sha256, waveform=cut.waveform, created_at=at))


def cut(connection: Connection, sha256: str) -> Cut | None:
    row = connection.execute(select(schema.cut).where(_CUT.sha256 == sha256)).first()
    return _cut(row) if row else None


def cut_created_at(connection: Connection, sha256: str) -> str:
    return str(connection.scalar(select(_CUT.created_at).where(_CUT.sha256 == sha256)) or "")


def cut_of_original(connection: Connection, original_sha256: str) -> list[str]:
    """Hashes of the cuts made from one source file."""
    return list(connection.scalars(select(_CUT.sha256).where(_CUT.original_sha256 == original_sha256)))


def has_directive(connection: Connection, directive_id: str) -> bool:
    return connection.scalar(select(schema.directive.c.id).where(schema.directive.c.id == directive_id)) is not None


def add_cart(connection: Connection, cart: Cart) -> None:
    """Store a new cart and make it findable."""
    connection.execute(insert(schema.cart).values(
        id=cart.id, kind=cart.kind.value, title=cart.title, cut_sha256=cart.cut.sha256, state=cart.state.value,
        origin=cart.origin, language=cart.language, category=cart.category, directive_id=cart.directive_id or None,
        bulletin_id=cart.bulletin_id or None, approval_id=cart.approval_id or None, author=cart.author,
        returned_reason=cart.returned_reason, valid_from=cart.valid_from, valid_until=cart.valid_until,
        dayparts=list(cart.dayparts), zones=list(cart.zones), rights=cart.rights, source_note=cart.source_note,
        artist=cart.artist, note=cart.note, cue_frames=cart.cue_frames, superseded_by=cart.superseded_by,
        archived_at=cart.archived_at, created_at=cart.created_at, updated_at=cart.updated_at))
    add_version(connection, cart, "bulletin" if cart.bulletin_id else "import", cart.author, cart.created_at)
    index(connection, cart)


def add_version(connection: Connection, cart: Cart, why: str, by: str, at: str) -> int:
    """Note the sound `cart` has now as its next version; one that is the newest already is not noted twice.

    `why`: import | replace | trim | bulletin | restore. Gives the number.
    """
    last = connection.execute(select(_VERSION.number, _VERSION.cut_sha256).where(_VERSION.cart_id == cart.id)
                              .order_by(_VERSION.number.desc()).limit(1)).first()
    if last is not None and last.cut_sha256 == cart.cut.sha256:
        return int(last.number)
    number = last.number + 1 if last else 1
    connection.execute(insert(schema.cart_version).values(
        cart_id=cart.id, number=number, cut_sha256=cart.cut.sha256, title=cart.title, at=at, by=by, why=why))
    return int(number)


def versions(connection: Connection, cart_id: str) -> list[Version]:
    """The newest first."""
    rows = connection.execute(select(schema.cart_version).where(_VERSION.cart_id == cart_id)
                              .order_by(_VERSION.number.desc()))
    return [Version(row.number, row.cut_sha256, row.title, row.at, row.by, row.why) for row in rows]


def index(connection: Connection, cart: Cart) -> None:
    """Make a cart findable as it stands in the database now."""
    item_words.index_cart(connection, cart.id)


def change_cart(connection: Connection, cart_id: str, at: str, **values: Any) -> None:
    connection.execute(update(schema.cart).where(_CART.id == cart_id).values(updated_at=at, **values))


def change_carts(connection: Connection, cart_ids: Sequence[str], at: str, **values: Any) -> None:
    """The same values for many."""
    for start in range(0, len(cart_ids), _MOST_VARIABLES):
        part = cart_ids[start:start + _MOST_VARIABLES]
        connection.execute(update(schema.cart).where(_CART.id.in_(part)).values(updated_at=at, **values))


def index_again(connection: Connection, cart_ids: Sequence[str]) -> None:
    """Make these findable as they stand in the database now."""
    item_words.index_carts(connection, cart_ids)


def void_approval(connection: Connection, approval_id: str, at: str, reason: str) -> None:
    """What was approved is not what there is now."""
    connection.execute(update(schema.approval)
                       .where(schema.approval.c.id == approval_id, schema.approval.c.voided_at == "")
                       .values(voided_at=at, voided_reason=reason))


def beyond_approval(connection: Connection, cart_ids: Collection[str]) -> list[str]:
    """Which of these items say they are valid longer than their approval lets them air."""
    approval = schema.approval.c
    query = (select(_CART.id).join(schema.approval, approval.id == _CART.approval_id)
             .where(approval.valid_until != "",
                    (_CART.valid_until == "") | (_CART.valid_until > approval.valid_until)))
    return sorted(set(cart_ids) & set(connection.scalars(query))) if cart_ids else []


def change_bulletin_state(connection: Connection, bulletin_id: str, state: State, at: str) -> None:
    """Where a bulletin stands, together with the item it airs as."""
    connection.execute(update(schema.bulletin).where(schema.bulletin.c.id == bulletin_id)
                       .values(state=state.value, updated_at=at))


def add_audit(connection: Connection, at: str, person: str, action: str, cart_id: str, **detail: Any) -> None:
    trail.add(connection, at, person, action, f"cart:{cart_id}", detail)


def carts_of_cuts(connection: Connection, hashes: Sequence[str]) -> list[Cart]:
    """Carts that play one of these cuts: those in use first, then the oldest."""
    query = _CART_AND_CUT.where(_CART.cut_sha256.in_(hashes)).order_by(
        _CART.state.in_([state.value for state in OUT_OF_USE]), _CART.created_at, _CART.id)
    return [_cart(row) for row in connection.execute(query)]


def carts(connection: Connection, ids: Sequence[str]) -> list[Cart]:
    """These carts in this order; ids that are gone are left out."""
    found: dict[str, Cart] = {}
    for start in range(0, len(ids), _MOST_VARIABLES):
        part = ids[start:start + _MOST_VARIABLES]
        for row in connection.execute(_CART_AND_CUT.where(_CART.id.in_(part))):
            found[row.id] = _cart(row)
    return [found[cart_id] for cart_id in ids if cart_id in found]


def ids(connection: Connection, words: str, kinds: Collection[CartKind], states: Collection[State]) -> list[str]:
    """Ids of what matches, last changed first."""
    return listing_store.ids(connection, Filter(words, tuple(kinds), tuple(states)), "")


def _cut(row: Row[Any]) -> Cut:
    return Cut(row.sha256, row.frames, row.lufs, row.true_peak_db, row.source, row.original_name, row.waveform,
               dict(row.checks or {}))


def _cart(row: Row[Any]) -> Cart:
    return Cart(
        id=row.id, kind=CartKind(row.kind), title=row.title, cut=_cut(row), state=State(row.state), origin=row.origin,
        language=row.language, category=row.category, directive_id=row.directive_id or "",
        bulletin_id=row.bulletin_id or "", approval_id=row.approval_id or "", author=row.author,
        returned_reason=row.returned_reason, valid_from=row.valid_from, valid_until=row.valid_until,
        dayparts=tuple(row.dayparts or ()), zones=tuple(row.zones or ()), rights=row.rights,
        source_note=row.source_note, artist=row.artist, note=row.note, cue_frames=row.cue_frames,
        superseded_by=row.superseded_by, archived_at=row.archived_at,
        created_at=row.created_at, updated_at=row.updated_at)
