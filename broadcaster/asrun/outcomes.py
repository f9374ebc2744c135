"""What became of one event, zone by zone and together. Pure.

- Parts of one event add up by their place in the cut. From 99.5 % of the cut on it has aired whole: an end rounded to
  the last BEAT, or a fade over the last half second, is not a broken airing.
- A broken airing bears the reason of the first interruption that cost sound; one that was taken up in place cost none.
- Over several zones: whole only where it is whole in each; its length is that of the zone that had most of it; what is
  known of the sound is the worst that is known.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from broadcaster.asrun.model import Outcome, Verification, ZoneAiring
from broadcaster.asrun.traces import Part, Trace, reason_of, sounding, why_open
from broadcaster.base.clock import format_time
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Line, Reason

WHOLE = 0.995
_GAP = RATE // 10
"""Less than this between two parts is no loss."""
_RANKS = {str(word): rank for rank, word in enumerate(Verification)}
_WHOLE_OUTCOMES = {Outcome.AIRED, Outcome.MADE_UP}


def aired_in(trace: Trace, planned_frames: int, lines: Sequence[Line], now: datetime) -> ZoneAiring:
    """What became of an event that began in a zone. `planned_frames` 0: it had no length of its own."""
    last = trace.parts[-1]
    frames = min(trace.frames(), planned_frames) if planned_frames else trace.frames()
    found, score = verified(trace)
    result = ZoneAiring(trace.zone, Outcome.PENDING, frames, started_at=format_time(trace.parts[0].started_at),
                        verification=found, score=score)
    if sounding(last, lines, now):
        return result
    if not frames and all(part.reached <= part.offset for part in trace.parts):
        # Begun on paper, never heard: a power cut or a stop between the line and the first sample.
        return ZoneAiring(trace.zone, Outcome.MISSED, 0, _broken(trace.parts[0], lines) or str(Reason.PROGRAM_ERROR),
                          "estimated" if last.estimated else "")
    whole = _is_whole(frames, planned_frames, trace)
    return replace(result, ended_at=format_time(last.ended_at), note=_notes(trace),
                   reason="" if whole else _why_partial(planned_frames, trace, lines),
                   outcome=(Outcome.MADE_UP if trace.made_up else Outcome.AIRED) if whole else Outcome.PARTIAL)


def missed_in(trace: Trace) -> ZoneAiring:
    """An event the player said it left out."""
    data = trace.missed.data if trace.missed else {}
    note = str(data.get("text") or data.get("note") or "")
    return ZoneAiring(trace.zone, Outcome.MISSED, 0, reason_of(trace.missed) or str(Reason.PROGRAM_ERROR), note)


def together(results: Sequence[ZoneAiring]) -> ZoneAiring:
    """The zones as one airing."""
    outcomes = {result.outcome for result in results}
    broken = [result for result in results if result.outcome not in _WHOLE_OUTCOMES]
    if Outcome.PENDING in outcomes:
        outcome = Outcome.PENDING
    elif not broken:
        outcome = Outcome.MADE_UP if Outcome.MADE_UP in outcomes else Outcome.AIRED
    else:
        outcome = Outcome.MISSED if outcomes == {Outcome.MISSED} else Outcome.PARTIAL
    known = [result for result in results if result.verification]
    worst = max(known, key=lambda result: _RANKS.get(result.verification, -1), default=None)
    notes = dict.fromkeys(part for result in results for part in result.note.split(";") if part)
    return ZoneAiring(
        "", outcome, max(result.aired_frames for result in results),
        next((result.reason for result in broken if result.reason), "") if outcome is not Outcome.PENDING else "",
        ";".join(notes), min((result.started_at for result in results if result.started_at), default=""),
        max((result.ended_at for result in results), default="") if outcome is not Outcome.PENDING else "",
        worst.verification if worst else "", worst.score if worst else None)


def verified(trace: Trace) -> tuple[str, float | None]:
    """What is known of the sound, and how surely. A part too short to be recognised says nothing of the others."""
    found: list[tuple[str, float | None]] = []
    for part in trace.parts:
        data = part.verdict.data if part.verdict else {}
        word, score = str(data.get("verdict") or ""), data.get("score")
        if word in _RANKS and word != Verification.SENT:
            known = isinstance(score, int | float) and math.isfinite(score)
            found.append((word, round(float(score), 3) if known else None))  # type: ignore[arg-type]
    if trace.silent:
        found.append((str(Verification.SILENT), None))
    return max(found, key=lambda item: _RANKS[item[0]], default=(str(Verification.SENT), None))


def _notes(trace: Trace) -> str:
    again = "restarted" if trace.restarted else "resumed" if len(trace.parts) > 1 else ""
    return ";".join(filter(None, (again, "made_up" if trace.made_up else "",
                                  "estimated" if trace.parts[-1].estimated else "")))


def _why_partial(planned_frames: int, trace: Trace, lines: Sequence[Line]) -> str:
    goes_on = [part.offset for part in trace.parts[1:]] + [planned_frames]
    costly = [part for part, following in zip(trace.parts, goes_on, strict=True) if following - part.reached > _GAP]
    reasons = (_broken(part, lines) for part in (*costly, *trace.parts))
    return next(filter(None, reasons), reason_of(trace.missed) if trace.missed else str(Reason.PROGRAM_ERROR))


def _is_whole(frames: int, planned_frames: int, trace: Trace) -> bool:
    end = trace.parts[-1].end
    if trace.data().get("relay"):
        # Its length is that of the slot: silence in place of a lost source fills it, a file that ends early does not.
        lost = end is None or reason_of(end) == Reason.RELAY_LOST
        return not lost and (not reason_of(end) or frames >= WHOLE * planned_frames)
    if planned_frames:
        return frames >= WHOLE * planned_frames
    return end is not None and not reason_of(end)


def _broken(part: Part, lines: Sequence[Line]) -> str:
    return reason_of(part.end) if part.end is not None else why_open(part, lines)
