"""The day as the strip shows it: what was planned, what became of it, and what a person put in between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text, seconds
from broadcaster.gui.widgets.day_strip import DAY_SECONDS, Block
from broadcaster.protocol.rundown import Rundown

OUTCOME_TONES = {Outcome.AIRED: "good", Outcome.MADE_UP: "good", Outcome.UNSCHEDULED: "info", Outcome.PARTIAL: "wait",
                 Outcome.MISSED: "bad", Outcome.PENDING: "plain"}
INSERT_TONES = {"khan_cap": "emergency", "uu_tien": "emergency", "chuong": "emergency", "truc_tiep": "live",
                "tiep_song": "relay"}
"""Kinds of what was put in by hand; they keep their colour whatever became of them, unless nothing sounded."""


def day_blocks(rundown: Rundown | None, airings: Sequence[Airing]) -> tuple[list[Block], list[tuple[float, float]]]:
    """Every planned item of the day and what became of it; the sessions' windows."""
    sessions = [(_of_day(item.starts_at), _end_of_day(item.starts_at, item.hard_end))
                for item in rundown.sessions] if rundown else []
    blocks = [block for airing in airings for block in _aired(airing)]
    if not airings and rundown:
        for session in rundown.sessions:
            for event in session.events:
                start_s = _of_day(event.starts_at)
                blocks.append(Block(start_s, start_s + seconds(event.cut.frames), "plain",
                                    f"{event.starts_at:%H:%M} {event.title} ({clock_text(seconds(event.cut.frames))})",
                                    _lanes(session.zones)))
    return blocks, sessions


def tone_of(kind: str, outcome: Outcome) -> str:
    """The colour of one airing."""
    if outcome in {Outcome.AIRED, Outcome.PARTIAL, Outcome.UNSCHEDULED} and kind in INSERT_TONES:
        return INSERT_TONES[kind]
    return OUTCOME_TONES.get(outcome, "plain")


def outcome_text(outcome: Outcome) -> str:
    """One or two words."""
    translate = QCoreApplication.translate
    return {
        Outcome.AIRED: translate("OnAir", "aired"), Outcome.PARTIAL: translate("OnAir", "aired in part"),
        Outcome.MISSED: translate("OnAir", "not aired"), Outcome.MADE_UP: translate("OnAir", "made up later"),
        Outcome.UNSCHEDULED: translate("OnAir", "unscheduled"), Outcome.PENDING: translate("OnAir", "to come"),
    }[outcome]


def legend(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Colour and meaning of what the day holds, in a fixed order."""
    translate = QCoreApplication.translate
    words = {"good": translate("OnAir", "aired"), "wait": translate("OnAir", "aired in part"),
             "bad": translate("OnAir", "not aired"), "plain": translate("OnAir", "to come"),
             "info": translate("OnAir", "unscheduled"), "emergency": translate("OnAir", "emergency"),
             "live": translate("OnAir", "live"), "relay": translate("OnAir", "relay")}
    used = {block.tone for block in blocks}
    return [(tone, text) for tone, text in words.items() if tone in used]


def _aired(airing: Airing) -> list[Block]:
    """One block, or one for each zone in which it went another way."""
    outcomes = {zone.outcome for zone in airing.by_zone}
    if len(outcomes) < 2:
        return [_block(airing, airing.started_at, airing.aired_frames, airing.outcome, _lanes(airing.zones))]
    return [_block(airing, zone.started_at, zone.aired_frames, zone.outcome, (zone.zone,)) for zone in airing.by_zone]


def _block(airing: Airing, started_at: str, frames: int, outcome: Outcome, lanes: tuple[str, ...]) -> Block:
    start = parse_time(started_at or airing.planned_start)
    length = seconds(frames or airing.planned_frames)
    where = f" ({', '.join(lanes)})" if lanes else ""
    tip = f"{start:%H:%M} {airing.title}{where} – {outcome_text(outcome)}"
    return Block(_of_day(start), min(DAY_SECONDS, _of_day(start) + length), tone_of(airing.kind, outcome), tip, lanes)


def _lanes(zones: Sequence[str]) -> tuple[str, ...]:
    return () if "all" in zones else tuple(zones)


def _of_day(moment: datetime) -> float:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _end_of_day(start: datetime, end: datetime) -> float:
    return min(DAY_SECONDS, _of_day(start) + (end - start).total_seconds())
