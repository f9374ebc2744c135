"""Counting airings, one definition for screen, print and file. No I/O."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from broadcaster.asrun.model import CONTENT_KINDS, SOUNDED, Airing, DaySummary, Outcome, Totals
from broadcaster.base.frames import seconds


def totals(rows: Iterable[Airing], kinds: tuple[str, ...] = CONTENT_KINDS) -> Totals:
    """Sums over the content items among `rows`: an item is one sound (one cut) of one kind."""
    items: set[tuple[str, str]] = set()
    days: set[str] = set()
    sessions: set[tuple[str, str]] = set()
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    unscheduled: Counter[str] = Counter()
    verification: Counter[str] = Counter()
    frames = relayed = 0
    for told in first_heard(rows):
        if told.kind not in kinds:
            continue
        row, planned = told.counted, told.planned
        counts["planned"] += planned
        counts["corrected"] += told.corrected
        if row.outcome is Outcome.MISSED and planned:
            reasons[row.reason] += 1
        if row.outcome not in SOUNDED:
            continue
        counts["airings"] += 1
        counts["repeats"] += row.is_repeat
        counts["partial"] += is_partial(row)
        counts["self_approved"] += row.self_approved
        counts["made_up"] += row.outcome is Outcome.MADE_UP
        if row.verification:
            verification[row.verification] += 1
        if row.outcome is Outcome.UNSCHEDULED:
            unscheduled[row.kind] += 1
        frames += row.aired_frames
        relayed += row.aired_frames if row.is_relay else 0
        items.add((row.kind, row.cut_sha256 or row.id))
        days.add(row.day)
        if row.session_id and not row.insert_id:
            sessions.add((row.day, row.session_id))
    return Totals(
        items=dict(Counter(kind for kind, _ in items)), airings=counts["airings"], repeats=counts["repeats"],
        partial=counts["partial"], planned=counts["planned"], missed=reasons.total(), missed_by_reason=dict(reasons),
        seconds=seconds(frames), days=len(days), sessions=len(sessions), relay_seconds=seconds(relayed),
        unscheduled=dict(unscheduled), made_up=counts["made_up"], verification=dict(verification),
        self_approved=counts["self_approved"], corrected=counts["corrected"],
    )


def first_heard(rows: Iterable[Airing]) -> Iterator[Airing]:
    """`rows` in order, the plan's new airings and repeats (phát mới, phát lại) as they came about.

    A plan calls the first airing of a content new; where that one did not sound, the first that did is the new one.
    """
    owed: set[str] = set()
    for row in rows:
        content, outcome = row.campaign or row.cut_sha256, row.counted.outcome
        if outcome is Outcome.MISSED and not row.is_repeat:
            owed.add(content)
        elif outcome in SOUNDED and content in owed:
            owed.remove(content)
            yield replace(row, is_repeat=False)
            continue
        yield row


def is_partial(row: Airing) -> bool:
    """It sounded, but not all of it; what was not planned has no outcome of its own for that, only a reason."""
    return row.outcome is Outcome.PARTIAL or (row.outcome is Outcome.UNSCHEDULED and bool(row.reason))


def day_summary(day: str, rows: Iterable[Airing]) -> DaySummary:
    """Planned against aired over all kinds of items of one day; what is still to come is planned and nothing else."""
    counts: Counter[Outcome] = Counter()
    frames = 0
    for told in rows:
        row = told.counted
        # An insert that never sounded was not planned either.
        counts[row.outcome if told.planned else Outcome.UNSCHEDULED] += 1
        frames += row.aired_frames
    planned = counts.total() - counts[Outcome.UNSCHEDULED]
    return DaySummary(day, planned, counts[Outcome.AIRED] + counts[Outcome.MADE_UP], counts[Outcome.PARTIAL],
                      counts[Outcome.MISSED], seconds(frames))
