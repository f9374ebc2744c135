"""Campaigns and what the planner needs to know of carts, approvals, letters and airings."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, func, insert, or_, select, update

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.bulletins.model import text_sha256
from broadcaster.db import trail
from broadcaster.db.schema import (
    airing,
    approval,
    bulletin,
    campaign,
    cart,
    cut,
    directive,
    published_plan,
)
from broadcaster.library.model import Cart, CartKind, Cut, State
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import DirectiveRef, Urgency
from broadcaster.schedule.campaigns.campaign_checks import MOST_A_WEEK, MOST_SPACING, MOST_TIMES, stored_if_missed
from broadcaster.schedule.model import Airable, Campaign, Per, Running
from broadcaster.schedule.sessions.toml_words import LONGEST_MINUTES
from broadcaster.schedule.stored import Broken, number, readable, words_of

FURNITURE = (CartKind.SIGNATURE, CartKind.BRIDGE, CartKind.OPENING, CartKind.CLOSING, CartKind.CHIME)
_SOUNDED = ("aired", "partial", "made_up")


def insert_campaign(c: Connection, new: Campaign, by: str, now: str) -> None:
    c.execute(insert(campaign).values(
        id=new.id, cart_id=new.cart.id, directive_id=new.directive_id or None, state=new.state, created_by=by,
        created_at=now, **_terms(new)))


def update_campaign(c: Connection, new: Campaign) -> None:
    """All but its item and its state, which have acts of their own."""
    c.execute(update(campaign).where(campaign.c.id == new.id).values(**_terms(new)))


def _terms(of: Campaign) -> dict[str, Any]:
    return {"title": of.title, "times": of.times, "per": str(of.per), "first_day": of.first_day.isoformat(),
            "last_day": of.last_day.isoformat(), "weekdays": of.weekdays, "urgency": str(of.urgency),
            "if_missed": str(of.if_missed), "spacing_minutes": of.spacing_minutes, "dayparts": list(of.dayparts),
            "zones": list(of.zones), "position": of.position}


def set_position(c: Connection, campaign_id: str, position: int) -> None:
    c.execute(update(campaign).where(campaign.c.id == campaign_id).values(position=position))


def last_position(c: Connection, urgency: Urgency) -> int:
    """The highest among active campaigns of one urgency; 0 while nobody put them in order."""
    return int(c.execute(select(func.max(campaign.c.position)).where(
        campaign.c.urgency == str(urgency), campaign.c.state == "active")).scalar() or 0)


def set_state(c: Connection, campaign_id: str, state: str) -> None:
    c.execute(update(campaign).where(campaign.c.id == campaign_id).values(state=state))


def move(c: Connection, campaign_id: str, cart_id: str, title: str) -> None:
    c.execute(update(campaign).where(campaign.c.id == campaign_id).values(cart_id=cart_id, title=title))


def kept_plans(c: Connection, first: str, last: str) -> set[str]:
    """Names of the rundown files of these days, both inclusive, that have a copy."""
    return set(c.scalars(select(published_plan.c.name).where(
        published_plan.c.day >= first, published_plan.c.day <= last)))


def kept_plan(c: Connection, name: str) -> bytes:
    """The copy of one rundown file."""
    body = c.execute(select(published_plan.c.body).where(published_plan.c.name == name)).scalar_one()
    return zlib.decompress(body)


def keep_plan(c: Connection, name: str, raw: bytes) -> None:
    """A copy of a published plan: the log must know what was planned even when the file is altered or lost."""
    c.execute(insert(published_plan).values(name=name, day=name[:10], body=zlib.compress(raw)))


def record(c: Connection, now: str, person: str, action: str, subject: str, **detail: Any) -> None:
    """Who did it; in the same unit of work as what was done."""
    trail.add(c, now, person, action, subject, detail)


def campaigns(c: Connection, active_on: date | None = None, campaign_id: str = "") -> list[Campaign]:
    """Campaigns in order of birth; `active_on` leaves those that may air that day."""
    return [item.campaign for item in running(c, active_on, active_on, campaign_id)]


def running(c: Connection, first: date | None = None, last: date | None = None,
            campaign_id: str = "", broken: Broken | None = None) -> list[Running]:
    """Campaigns with sound, approval and letter. With days: only active ones whose window touches them."""
    query = _airables().add_columns(*(column.label(f"campaign_{column.name}") for column in campaign.c)) \
        .join(campaign, campaign.c.cart_id == cart.c.id).order_by(campaign.c.id)
    if campaign_id:
        query = query.where(campaign.c.id == campaign_id)
    if first is not None and last is not None:
        query = query.where(campaign.c.state == "active", campaign.c.first_day <= last.isoformat(),
                            campaign.c.last_day >= first.isoformat())
    left_out: Broken = [] if broken is None else broken
    rows = c.execute(query).mappings()
    found = list(readable("campaign", rows, _running, lambda row: row["campaign_title"], left_out))
    if campaign_id and left_out and not found:
        raise Refused("database.broken", f"the campaign {left_out[-1].name!r} cannot be read: {left_out[-1].detail}")
    if first and last:
        found = [item for item in found if first != last or item.campaign.runs_on(first)]
    return _with_letters(c, found)


def campaign_ids(c: Connection, ref: str) -> list[str]:
    """Ids a person may mean: the id, its beginning or its end."""
    ids = campaign.c.id
    matches = or_(ids.startswith(ref, autoescape=True), ids.endswith(ref, autoescape=True))
    return list(c.execute(select(ids).where(matches).order_by(ids).limit(3)).scalars())


def cart_ids(c: Connection, ref: str) -> list[str]:
    """Carts a person may mean: by id, by the bulletin they came from, or by the beginning or end of either."""
    matches = [test(ref, autoescape=True) for column in (cart.c.id, cart.c.bulletin_id)
               for test in (column.startswith, column.endswith)]
    return list(c.execute(select(cart.c.id).where(or_(*matches)).order_by(cart.c.id).limit(3)).scalars())


def carts_of_directive(c: Connection, directive_id: str) -> list[str]:
    """Carts made for a letter that may be scheduled, oldest first."""
    return list(c.execute(select(cart.c.id).where(
        cart.c.directive_id == directive_id,
        cart.c.state.not_in([str(State.WITHDRAWN), str(State.SUPERSEDED), str(State.ARCHIVED)]),
        cart.c.kind.not_in([str(kind) for kind in FURNITURE])).order_by(cart.c.id)).scalars())


def airable(c: Connection, cart_id: str) -> Airable | None:
    row = c.execute(_airables().where(cart.c.id == cart_id)).mappings().first()
    return _airable(row) if row else None


def airables(c: Connection, ids: Collection[str], kinds: Collection[str],
             broken: Broken | None = None) -> list[Airable]:
    """The carts of these ids, and the approved ones of these kinds; by id."""
    wanted = or_(cart.c.id.in_(sorted(ids)), and_(cart.c.kind.in_(sorted(kinds)), cart.c.state == str(State.APPROVED)))
    rows = c.execute(_airables().where(wanted).order_by(cart.c.id)).mappings()
    found = list(readable("cart", rows, _airable, _title, broken))
    letters = _letters(c, {item.cart.directive_id for item in found if item.cart.directive_id})
    return [replace(item, directive=letters.get(item.cart.directive_id)) for item in found]


def successor(c: Connection, of: Cart) -> Cart | None:
    """The item that stands in its place now, through all that gave way in between; None when that one is gone too."""
    seen = {of.id}
    while of.state is State.SUPERSEDED:
        found = airable(c, of.superseded_by) if of.superseded_by not in seen else None
        if found is None:
            return None
        of = found.cart
        seen.add(of.id)
    return None if of.state in {State.WITHDRAWN, State.ARCHIVED} else of


def voided(c: Connection, approval_id: str) -> bool:
    """Whether an approval was taken back or gave way to a newer one; one that is not known counts as neither."""
    return bool(c.execute(select(approval.c.voided_at).where(approval.c.id == approval_id)).scalar())


def furniture(c: Connection, broken: Broken | None = None) -> list[Airable]:
    """Approved tunes, bridges and words, the most recently approved first."""
    query = _airables().where(cart.c.kind.in_([str(kind) for kind in FURNITURE]),
                              cart.c.state == str(State.APPROVED), approval.c.id.is_not(None))
    rows = c.execute(query.order_by(approval.c.approved_at.desc(), cart.c.id.desc())).mappings()
    return list(readable("cart", rows, _airable, _title, broken))


def first_airings(c: Connection, campaigns_: Sequence[Campaign]) -> dict[str, str]:
    """Campaign id -> ISO day on which it first sounded; those that have not are left out."""
    if not campaigns_:
        return {}
    rows = c.execute(select(airing.c.campaign, func.min(airing.c.day)).where(
        airing.c.campaign.in_([item.id for item in campaigns_]), airing.c.outcome.in_(_SOUNDED))
        .group_by(airing.c.campaign))
    return {row[0]: row[1] for row in rows}


def airings_per_day(c: Connection, of: Campaign) -> dict[tuple[str, str], int]:
    """(day, outcome) → number of airings."""
    rows = c.execute(select(airing.c.day, airing.c.outcome, func.count()).where(
        airing.c.day >= of.first_day.isoformat(), airing.c.campaign == of.id).group_by(airing.c.day, airing.c.outcome))
    return {(row[0], row[1]): int(row[2]) for row in rows}


def _airables() -> Select[Any]:
    columns = [column.label(f"{table.name}_{column.name}") for table in (cart, cut, approval) for column in table.c]
    words = cut.alias("words")  # what was said, before chime and music were laid around it
    return select(*columns, bulletin.c.voice.label("voice"), words.c.source.label("words_source"),
                  bulletin.c.text.label("text")).select_from(cart) \
        .join(cut, cut.c.sha256 == cart.c.cut_sha256) \
        .outerjoin(approval, and_(approval.c.id == cart.c.approval_id, approval.c.voided_at == "")) \
        .outerjoin(bulletin, bulletin.c.id == cart.c.bulletin_id) \
        .outerjoin(words, words.c.sha256 == bulletin.c.speech_sha256)


def _running(row: RowMapping) -> Running:
    sound = _airable(row)
    per = Per(row["campaign_per"])
    return Running(Campaign(
        id=row["campaign_id"], title=row["campaign_title"], cart=sound.cart,
        times=number(row["campaign_times"], 0, MOST_TIMES if per is Per.DAY else MOST_A_WEEK),
        first_day=date.fromisoformat(row["campaign_first_day"]),
        last_day=date.fromisoformat(row["campaign_last_day"]), weekdays=row["campaign_weekdays"],
        urgency=Urgency(row["campaign_urgency"]), directive_id=row["campaign_directive_id"] or "",
        state=row["campaign_state"], if_missed=stored_if_missed(row["campaign_if_missed"]),
        per=per, spacing_minutes=number(row["campaign_spacing_minutes"], 0, MOST_SPACING),
        dayparts=words_of(row["campaign_dayparts"] or ()), zones=words_of(row["campaign_zones"] or ()),
        position=int(row["campaign_position"])), sound)


def _title(row: RowMapping) -> str:
    return str(row["cart_title"])


def _airable(row: RowMapping) -> Airable:
    number(row["cut_frames"], 1, LONGEST_MINUTES * 60 * RATE)
    sound = Cut(**{name: row[f"cut_{name}"] for name in (
        "sha256", "frames", "lufs", "true_peak_db", "source", "original_name", "waveform", "checks")})
    words: dict[str, Any] = {name: row[f"cart_{name}"] or "" for name in (
        "origin", "language", "category", "directive_id", "bulletin_id", "approval_id", "author",
        "returned_reason", "valid_from", "valid_until", "superseded_by", "created_at", "updated_at")}
    item = Cart(id=row["cart_id"], kind=CartKind(row["cart_kind"]), title=row["cart_title"], cut=sound,
                state=State(row["cart_state"]), dayparts=words_of(row["cart_dayparts"] or ()),
                zones=words_of(row["cart_zones"] or ()), **words)
    granted = Approval(**{name: row[f"approval_{name}"] for name in (
        "id", "subject", "text_sha256", "audio_sha256", "approver", "approved_at", "valid_until", "self_approved",
        "valid_from", "second_approver", "second_at", "seal")}) if row["approval_id"] else None
    return Airable(item, granted, voice=_voice(row),
                   text_sha256=text_sha256(row["text"]) if granted and row["text"] is not None else "")


def _voice(row: RowMapping) -> str:
    """The synthetic voice that is heard; a bulletin may have been spoken by a person, whatever voice it names."""
    source = row["cut_source"]
    if source == "production":
        source = row["words_source"] or "voice"  # not known: rather marked than not
    return str(row["voice"] or "") if source == "voice" else ""


def _with_letters(c: Connection, found: list[Running]) -> list[Running]:
    letters = _letters(c, {item.campaign.directive_id for item in found if item.campaign.directive_id})
    return [replace(item, airable=replace(item.airable, directive=letters.get(item.campaign.directive_id)))
            for item in found]


def _letters(c: Connection, ids: set[str]) -> dict[str, DirectiveRef]:
    symbol = func.json_extract(directive.c.fields, "$.symbol.value")
    wanted: Sequence[str] = sorted(ids)
    query = select(directive.c.id, directive.c.number, directive.c.subject, directive.c.issuer, symbol)
    return {row[0]: DirectiveRef(row[0], row[1] or (f"…/{row[4]}" if row[4] else ""), row[2], row[3])
            for row in c.execute(query.where(directive.c.id.in_(wanted)))}
