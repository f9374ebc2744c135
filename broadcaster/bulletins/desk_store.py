"""The SQL of the approver's desk: a line for each bulletin and each sound of the library that has none."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any, TypedDict

from sqlalchemy import Connection, Select, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from broadcaster.base.vietnamese import fold
from broadcaster.db import item_words, schema, search
from broadcaster.library.model import State

_B, _C, _A, _CUT, _FIRST, _AUDIT = (schema.bulletin.c, schema.cart.c, schema.approval.c, schema.cut.c,
                                    schema.first_yes.c, schema.audit.c)
_ACTS = {State.SUBMITTED: "submit", State.CHECKED: "submit", State.RETURNED: "give_back", State.WITHDRAWN: "withdraw"}
_MOST_VARIABLES = 500

class Found(TypedDict):
    subject: str
    title: str
    kind: str
    state: str
    author: str
    frames: int
    updated_at: str
    acted_at: str
    directive_id: str
    approver: str
    approved_at: str
    self_approved: bool
    first: str
    until: str
    cart_from: str
    cart_until: str
    reason: str
    first_approver: str


def rows(connection: Connection, state: State, soon: tuple[str, str], words: str, limit: int) -> list[Found]:
    """The newest of each kind in a state; with `soon`, those whose last day lies between the two."""
    bulletins = _bulletins().where(_B.state == state.value).order_by(_B.updated_at.desc())
    sounds = _sounds().where(_C.state == state.value).order_by(_C.updated_at.desc()).limit(limit)
    if words.strip():
        sounds = sounds.where(_named(connection, words))
    if soon[1]:
        bulletins, sounds = bulletins.where(_ends(soon)), sounds.where(_ends(soon))
    wanted = fold(words).split()
    # A station writes some thousand bulletins; sounds there may be fifty thousand, so the index looks for them.
    told = (_found(row) for row in connection.execute(bulletins)
            if all(word in fold(f"{row.title} {row.author}") for word in wanted))
    found = [*islice(told, limit), *map(_found, connection.execute(sounds))]
    acted = _acted_at(connection, [row["subject"] for row in found], _ACTS.get(state, ""))
    for item in found:
        item["acted_at"] = acted.get(item["subject"], "")
    return found


def _named(connection: Connection, words: str) -> ColumnElement[bool]:
    refs = json.dumps(search.refs_matching(connection, item_words.KIND, words))
    each = func.json_each(refs).table_valued("value")
    return or_(_C.id.in_(select(each.c.value)), _C.author.contains(words.strip(), autoescape=True))


def state_counts(connection: Connection) -> dict[str, int]:
    """State → how many bulletins and sounds are in it."""
    total: dict[str, int] = {}
    for query in (select(_B.state, func.count()).group_by(_B.state),
                  select(_C.state, func.count()).where(_C.bulletin_id.is_(None)).group_by(_C.state)):
        for state, count in connection.execute(query):
            total[state] = total.get(state, 0) + count
    return total


def ending_count(connection: Connection, soon: tuple[str, str]) -> int:
    approved = State.APPROVED.value
    return sum(connection.scalar(select(func.count()).select_from(query.where(column == approved, _ends(soon))
                                                                  .subquery())) or 0
               for query, column in ((_bulletins(), _B.state), (_sounds(), _C.state)))


def _columns(table: Any) -> list[ColumnElement[Any]]:
    return [table.id, table.title, table.kind, table.state, table.author, table.directive_id, table.updated_at,
            table.returned_reason.label("reason"), _CUT.frames, _A.approver, _A.approved_at, _A.self_approved,
            _A.valid_from.label("first"), _A.valid_until.label("until"), _C.valid_from.label("cart_from"),
            _C.valid_until.label("cart_until"), _FIRST.approver.label("first_approver")]


def _bulletins() -> Select[Any]:
    source = (schema.bulletin.outerjoin(schema.cut, _CUT.sha256 == _B.cut_sha256)
              .outerjoin(schema.cart, _C.bulletin_id == _B.id).outerjoin(schema.approval, _A.id == _C.approval_id)
              .outerjoin(schema.first_yes, _FIRST.subject == "bulletin:" + _B.id))
    return select(("bulletin:" + _B.id).label("subject"), *_columns(_B)).select_from(source)


def _sounds() -> Select[Any]:
    source = (schema.cart.join(schema.cut, _CUT.sha256 == _C.cut_sha256)
              .outerjoin(schema.approval, _A.id == _C.approval_id)
              .outerjoin(schema.first_yes, _FIRST.subject == "cart:" + _C.id))
    return select(("cart:" + _C.id).label("subject"), *_columns(_C)).select_from(source).where(_C.bulletin_id.is_(None))


def _ends(soon: tuple[str, str]) -> ColumnElement[bool]:
    return or_(_A.valid_until.between(*soon), _C.valid_until.between(*soon))


def _found(row: Any) -> Found:
    return Found(
        subject=row.subject, title=row.title, kind=row.kind, state=row.state, author=row.author,
        frames=row.frames or 0, updated_at=row.updated_at, acted_at="", directive_id=row.directive_id or "",
        approver=row.approver or "", approved_at=row.approved_at or "", self_approved=bool(row.self_approved),
        first=row.first or "", until=row.until or "", cart_from=row.cart_from or "", cart_until=row.cart_until or "",
        reason=row.reason or "", first_approver=row.first_approver or "")


def _acted_at(connection: Connection, subjects: list[str], act: str) -> dict[str, str]:
    """When each came to where it is."""
    if not act:
        return {}
    found: dict[str, str] = {}
    for start in range(0, len(subjects), _MOST_VARIABLES):
        query = (select(_AUDIT.subject, func.max(_AUDIT.at)).group_by(_AUDIT.subject)
                 .where(_AUDIT.subject.in_(subjects[start:start + _MOST_VARIABLES]), _AUDIT.action.like(f"%.{act}")))
        found.update({subject: at for subject, at in connection.execute(query)})
    return found
