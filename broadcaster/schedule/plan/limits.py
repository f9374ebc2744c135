"""Why an item may not air on a day, and which sessions its own limits leave it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from broadcaster.library.model import Cart, State
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import ALL, Airable, Campaign, Rules, Running, SessionTemplate
from broadcaster.schedule.plan.sittings import Sitting

_GONE = {State.WITHDRAWN: "withdrawn", State.SUPERSEDED: "superseded", State.ARCHIVED: "archived"}


def problem_of(airable: Airable, day: date, key: bytes) -> str:
    """Why a cart may not air on `day`, as a warning code; empty when it may."""
    cart, approval, iso = airable.cart, airable.approval, day.isoformat()
    if cart.state in _GONE:
        return _GONE[cart.state]
    if cart.state is not State.APPROVED or approval is None:
        return "not_approved"
    if _over(cart.valid_until, iso) or _over(approval.valid_until, iso):
        return "expired"
    if iso < cart.valid_from or iso < approval.valid_from:
        return "not_yet"
    if approval.subject not in {f"cart:{cart.id}", f"bulletin:{cart.bulletin_id}"}:
        return "approval_broken"  # given to another item, whatever sound that one has
    same_text = not airable.text_sha256 or airable.text_sha256 == approval.text_sha256
    return "" if same_text and approval.holds(cart.cut.sha256, iso, key) else "approval_broken"


def limit_of(item: Running, sittings: Sequence[Sitting], rules: Rules) -> str:
    """Why no session of the day may carry it, as a warning code; empty when one may, or when none is held."""
    if not sittings or any(suits(item, sitting.template, sitting.starts_at, rules) for sitting in sittings):
        return ""
    hours = any(_in_both_hours(item, sitting.starts_at, rules) for sitting in sittings)
    return "zone_limit" if hours else "daypart_limit"


def limited(item: Running) -> bool:
    """Whether it is kept to some hours or zones at all."""
    cart, campaign = item.airable.cart, item.campaign
    return bool(cart.dayparts or cart.zones or campaign.dayparts or campaign.zones)


def suits(item: Running, template: SessionTemplate, starts_at: datetime, rules: Rules) -> bool:
    """Whether a session that starts then may carry it: by the limits of the item, and by those of its campaign."""
    return _in_both_hours(item, starts_at, rules) and all(
        in_zones(limits, template.zones, rules.zones) for limits in (item.airable.cart, item.campaign))


def fits(cart: Cart, template: SessionTemplate, starts_at: datetime, rules: Rules) -> bool:
    """The same for an item without a campaign."""
    return in_hours(cart, starts_at, rules.dayparts) and in_zones(cart, template.zones, rules.zones)


def _in_both_hours(item: Running, starts_at: datetime, rules: Rules) -> bool:
    return all(in_hours(limits, starts_at, rules.dayparts) for limits in (item.airable.cart, item.campaign))


def in_hours(limits: Cart | Campaign, starts_at: datetime, hours: Mapping[str, tuple[str, str]]) -> bool:
    """A session belongs to the time of day in which it starts; a time of day nobody knows is none."""
    return not limits.dayparts or any(
        part in hours and QuietHours(*hours[part]).covers(starts_at) for part in limits.dayparts)


def in_zones(limits: Cart | Campaign, zones: Sequence[str], every: Sequence[str]) -> bool:
    """A session sounds as a whole: one that reaches a zone the item is not for does not carry it."""
    if not limits.zones or ALL in limits.zones:
        return True
    reached = set(every) if not zones or ALL in zones else set(zones)
    return bool(reached) and reached <= set(limits.zones)


def _over(valid_until: str, day: str) -> bool:
    return bool(valid_until) and day > valid_until
