"""SQL of the channels' texts and of what was handed out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from broadcaster.bulletins.model import ChannelText, HandOut, text_sha256
from broadcaster.db.schema import approval, bulletin, channel_text, hand_out

_TEXT = channel_text.c
_OUT = hand_out.c


def texts(c: Connection, bulletin_id: str) -> dict[str, ChannelText]:
    """What is stored of a bulletin's channels, by channel."""
    rows = c.execute(select(channel_text).where(_TEXT.bulletin_id == bulletin_id))
    return {row.channel: ChannelText(row.bulletin_id, row.channel, row.text, row.edited, row.approved_sha256,
                                     row.updated_at, row.made_from) for row in rows}


def put(c: Connection, item: ChannelText) -> None:
    """Store the text of a channel, whatever stood there."""
    forget(c, item.bulletin_id, item.channel)
    c.execute(insert(channel_text).values(
        bulletin_id=item.bulletin_id, channel=item.channel, text=item.text, edited=item.edited,
        approved_sha256=item.approved_sha256, updated_at=item.updated_at, made_from=item.made_from))


def forget(c: Connection, bulletin_id: str, channel: str) -> None:
    """The channel is as the rules make it."""
    c.execute(delete(channel_text).where(_TEXT.bulletin_id == bulletin_id, _TEXT.channel == channel))


def approve(c: Connection, items: Iterable[ChannelText], at: str) -> None:
    """These very texts were seen by an approver; a channel that says something else by now stays as it is."""
    for item in items:
        kept = texts(c, item.bulletin_id).get(item.channel)
        if kept is None or kept.text == item.text or not kept.edited:
            put(c, ChannelText(item.bulletin_id, item.channel, item.text, item.edited, text_sha256(item.text), at,
                               item.made_from))


def approve_all(c: Connection, bulletin_id: str, items: Iterable[ChannelText], at: str) -> None:
    """A new approval of the bulletin: what is not among `items` is approved no longer."""
    c.execute(update(channel_text).where(_TEXT.bulletin_id == bulletin_id).values(approved_sha256=""))
    approve(c, items, at)


def approved_at(c: Connection, bulletin_id: str) -> str:
    """When the approval that holds now was given; empty without one."""
    query = (select(approval.c.approved_at).where(approval.c.subject == f"bulletin:{bulletin_id}",
                                                  approval.c.voided_at == "").order_by(approval.c.approved_at.desc()))
    return str(c.scalar(query.limit(1)) or "")


def add_hand_out(c: Connection, item: HandOut) -> None:
    c.execute(insert(hand_out).values(
        id=item.id, directive_id=item.directive_id or None, bulletin_id=item.bulletin_id or None, channel=item.channel,
        day=item.day.isoformat(), place=item.place, count=item.count, by=item.by, note=item.note,
        photo_sha256=item.photo_sha256, photo_suffix=item.photo_suffix, created_at=item.created_at))


def mark_hand_out(c: Connection, hand_out_id: str, removed_at: str) -> None:
    c.execute(update(hand_out).where(_OUT.id == hand_out_id).values(removed_at=removed_at))


def get_hand_out(c: Connection, hand_out_id: str) -> HandOut | None:
    row = c.execute(select(hand_out).where(_OUT.id == hand_out_id)).first()
    return _hand_out(row) if row else None


def hand_outs(c: Connection, directive_id: str = "", bulletin_id: str = "", first: str = "",
              last: str = "") -> list[HandOut]:
    """Those not taken back, by day; of a letter (through any of its bulletins), a bulletin, a period, or all."""
    query = select(hand_out).where(_OUT.removed_at == "").order_by(_OUT.day, _OUT.created_at, _OUT.id)
    if directive_id:
        own = select(bulletin.c.id).where(bulletin.c.directive_id == directive_id)
        query = query.where(or_(_OUT.directive_id == directive_id, _OUT.bulletin_id.in_(own)))
    if bulletin_id:
        query = query.where(_OUT.bulletin_id == bulletin_id)
    if first:
        query = query.where(_OUT.day >= first)
    if last:
        query = query.where(_OUT.day <= last)
    return [_hand_out(row) for row in c.execute(query)]


def _hand_out(row: Row[Any]) -> HandOut:
    return HandOut(row.id, row.directive_id or "", row.bulletin_id or "", row.channel, date.fromisoformat(row.day),
                   row.place, row._mapping["count"], row.by, row.note, row.photo_sha256, row.photo_suffix,
                   row.created_at, row.removed_at)
