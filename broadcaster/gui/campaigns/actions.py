"""What the campaign parts read and change. A change is published at once, so that the player has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from broadcaster.base.errors import Refused
from broadcaster.directives.model import AiringProposal
from broadcaster.gui.publishing import publish
from broadcaster.library.model import ITEM_KINDS, Cart, State
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.make_up_offer import Missed
from broadcaster.schedule.campaigns.offers import Offer, changes_of, edits_of, left_out, takes_edits
from broadcaster.schedule.campaigns.terms import Terms, terms_from, terms_of
from broadcaster.schedule.days.edits import Edits
from broadcaster.schedule.model import Campaign, DayPlan, SessionTemplate
from broadcaster.wiring import App

DAYS = 7
_USABLE = (State.APPROVED, State.CHECKED, State.SUBMITTED, State.DRAFT, State.RETURNED)


@dataclass(frozen=True)
class Proposal:
    """What the fields begin with."""

    terms: Terms
    templates: tuple[SessionTemplate, ...] = ()
    """In which of them a missed airing may be made up."""
    asked: AiringProposal | None = None
    """What the item's letter asks for; whoever makes the campaign confirms or changes it."""
    others: tuple[Campaign, ...] = ()
    """Campaigns that are still to air, in their order: who goes first is a person's decision."""


@dataclass(frozen=True)
class PreviewDay:
    """One of the coming days, with the campaign as if it were stored."""

    day: date
    asked: int
    times: tuple[str, ...] = ()
    """HH:MM of each airing."""
    left_out: int = 0


@dataclass(frozen=True)
class Preview:
    """What the terms would do."""

    days: tuple[PreviewDay, ...] = ()
    offers: tuple[Offer, ...] = ()
    """Ways out for `tight`."""
    tight: date | None = None
    """The first day on which something finds no room."""
    wrong: Refused | None = None


@dataclass(frozen=True)
class Ways:
    """What could be moved where a campaign has no room on a day."""

    campaign: Campaign
    day: date
    missing: int
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Taken:
    """A way out that was taken, and what stood there before."""

    campaign: Campaign
    """Before."""
    edits: Edits = ()
    """Decisions for that day that were replaced; none where the campaign itself was changed."""


def ways(app: App, campaign: str, day: date) -> Ways:
    """What lets one more of its airings into the day."""
    found = app.schedule.campaign(campaign)
    (plan,) = app.schedule.plan_with_campaign(found, day, day)
    return Ways(found, day, left_out(plan, found), tuple(app.schedule.offers(found, plan)))


def take(app: App, found: Ways, offer: Offer, by: str) -> Taken:
    """Do what a way out says."""
    edits: Edits = ()
    if takes_edits(offer):
        edits = app.days.save(edits_of(offer, found.campaign, app.days.state(found.day)), by)
    else:
        app.schedule.edit_campaign(found.campaign.id, by, **changes_of(offer))
    publish(app)
    return Taken(found.campaign, edits)


def untake(app: App, taken: Taken, by: str) -> None:
    """As it was before."""
    if taken.edits:
        app.days.save(taken.edits, by)
        publish(app)
    else:
        put_back(app, taken.campaign, by)


def propose(app: App, cart: Cart | None, day: date | None = None) -> Proposal:
    """From the item's letter, else ten days from `day` as often as the rule profile says."""
    today, profile = app.clock.now().date(), app.schedule.profile()
    letter = cart.directive_id if cart else ""
    asked = app.directives.airing_proposal(letter, profile.default_times) if letter else None
    known = asked if asked is not None and asked.last_day >= today else None
    return Proposal(terms_from(asked, profile, today, day), app.schedule.held(), known, _others(app))


def proposal_of(app: App, campaign: Campaign) -> Proposal:
    """The fields of a campaign there is."""
    others = tuple(item for item in _others(app) if item.id != campaign.id)
    return Proposal(terms_of(campaign), app.schedule.held(), None, others)


def items_to_air(app: App, words: str) -> list[Cart]:
    """What may become a campaign: items in use, approved ones first."""
    found = app.library.find(words, ITEM_KINDS, _USABLE, 200)
    return sorted(found, key=lambda cart: cart.state is not State.APPROVED)


def preview(app: App, cart_id: str, terms: Terms, campaign: Campaign | None = None) -> Preview:
    """The coming seven days, or the first seven of the window, planned with it; nothing is stored."""
    try:
        drafted = app.schedule.edited(campaign.id, **terms.words()) if campaign else \
            app.schedule.drafted(cart_id, **terms.words())
    except Refused as error:
        return Preview(wrong=error)
    drafted = replace(drafted, state="active")
    first = max(app.clock.now().date(), drafted.first_day)
    last = min(first + timedelta(days=DAYS - 1), drafted.last_day)
    plans = app.schedule.plan_with_campaign(drafted, first, last)
    days = tuple(_day(drafted, plan) for plan in plans)
    tight = next((plan for plan, day in zip(plans, days, strict=True) if day.left_out), None)
    if tight is None:
        return Preview(days)
    return Preview(days, tuple(app.schedule.offers(drafted, tight)), tight.rundown.day)


def add(app: App, cart_id: str, terms: Terms, by: str, order: Sequence[str] = ()) -> Campaign:
    """`order`: ids that shall go before and behind it, "" in its own place; none: behind all."""
    campaign = app.schedule.add_campaign(cart_id, by=by, **terms.words())
    return _put(app, campaign, by, order)


def edit(app: App, campaign: Campaign, terms: Terms, by: str, order: Sequence[str] = ()) -> Campaign:
    """The same for one there is."""
    return _put(app, app.schedule.edit_campaign(campaign.id, by, **terms.words()), by, order)


def make_up(app: App, missed: Missed, by: str) -> Edits:
    """Today once more; gives back the decisions this replaces, which app.days.save takes to undo it."""
    before = app.coverage.accept_make_up(missed, by)
    publish(app)
    return before


def put_back(app: App, before: Campaign, by: str) -> Campaign:
    """Undo a change: the campaign with the terms, the title and the place it had."""
    back = app.schedule.edit_campaign(before.id, by, title=before.title, position=before.position,
                                      **terms_of(before).words())
    publish(app)
    return back


def ordered(others: Sequence[Campaign], urgency: Urgency, before: str) -> list[str]:
    """Ids for `add` and `edit`: "" stands right before the campaign `before`."""
    ids = [item.id for item in others if item.urgency is urgency]
    if before not in ids:
        return []
    place = ids.index(before)
    return [*ids[:place], "", *ids[place:]]


def _put(app: App, campaign: Campaign, by: str, order: Sequence[str]) -> Campaign:
    if order:
        placed = app.schedule.order_campaigns([name or campaign.id for name in order], by)
        campaign = next(item for item in placed if item.id == campaign.id)
    publish(app)
    return campaign


def _others(app: App) -> tuple[Campaign, ...]:
    today = app.clock.now().date()
    open_ = [item for item in app.schedule.campaigns() if item.state == "active" and item.last_day >= today]
    return tuple(sorted(open_, key=lambda item: (item.position, item.id)))


def _day(campaign: Campaign, plan: DayPlan) -> PreviewDay:
    times = tuple(f"{event.starts_at:%H:%M}" for session in plan.rundown.sessions for event in session.events
                  if event.campaign == campaign.id)
    return PreviewDay(plan.rundown.day, campaign.asked_on(plan.rundown.day), times, left_out(plan, campaign))
