"""What a template must obey before it is stored: refusals a person can act on. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from broadcaster.base.errors import Refused
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import SessionTemplate, zones_meet
from broadcaster.schedule.sittings import in_quiet, sitting_of


def refuse_clash(template: SessionTemplate, others: Iterable[SessionTemplate], quiet: QuietHours, day: date) -> None:
    """Raises Refused: schedule.quiet_hours, schedule.overlap. On different zones two may run side by side (R27)."""
    sitting = sitting_of(template, day)
    if in_quiet(quiet, sitting.starts_at, sitting.hard_end):
        raise Refused(
            "schedule.quiet_hours",
            f"{template.name} ({template.starts:%H:%M}, {template.minutes} min) lies in quiet hours "
            f"{quiet.start}–{quiet.end}", name=template.name, starts=f"{template.starts:%H:%M}",
            ends=f"{sitting.hard_end:%H:%M}", quiet_from=quiet.start, quiet_to=quiet.end)
    for other in others:
        there = sitting_of(other, day)
        if other.id != template.id and set(other.weekdays) & set(template.weekdays) \
                and zones_meet(other.zones, template.zones) \
                and there.starts_at < sitting.hard_end and sitting.starts_at < there.hard_end:
            raise Refused("schedule.overlap", f"{template.name} and {other.name} overlap", name=template.name,
                          other=other.name)
