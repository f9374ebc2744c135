"""What was told on other ways than the loudspeakers, as the report says it."""

from __future__ import annotations

from collections.abc import Sequence

from broadcaster.bulletins.kit.hand_outs import OTHER
from broadcaster.bulletins.model import CHANNELS, HandOut
from broadcaster.reports import wording
from broadcaster.reports.model import Report
from broadcaster.reports.template import Words

HEADS = ("number", "day", "channel", "place", "count", "by", "note")
WIDTHS = (7, 13, 26, 40, 11, 24, 40)
"""Of the columns in a sheet."""


def heads(words: Words | None = None) -> list[str]:
    """The columns of the table."""
    names = (words or wording.words())["hand_out_columns"]
    return [names[key] for key in HEADS]


def rows(report: Report) -> list[tuple[object, ...]]:
    """One for each time something was handed out, the number first."""
    return [(number, item.day, name(item.channel), item.place, item.count, item.by, note(item))
            for number, item in enumerate(report.hand_outs, start=1)]


def sentences(report: Report, words: Words | None = None) -> list[str]:
    """Totals by channel; what the letter asked for and what of it is missing."""
    texts = (words or wording.words())["other_channels"]
    lines = [texts["totals"].format(totals=totals(report.hand_outs))] if report.hand_outs else []
    done = [item.words for item in report.asked if item.done]
    # What this program knows no channel for (the press …) is mostly asked of other offices.
    missing = [item.words for item in report.asked if not item.done and item.channel != OTHER]
    lines += [texts["done"].format(list="; ".join(done))] if done else []
    return lines + ([texts["missing"].format(list="; ".join(missing))] if missing else [])


def totals(items: Sequence[HandOut]) -> str:
    """ "Tờ rơi 220 (02 lần); Tin nhắn SMS 1.200 (01 lần)"."""
    said = []
    for channel in (*CHANNELS, "other"):
        some = [item for item in items if item.channel == channel]
        if some:
            said.append(wording.words()["other_channels"]["total"].format(
                channel=name(channel), count=wording.number(sum(item.count for item in some)), times=len(some)))
    return "; ".join(said)


def name(channel: str) -> str:
    """A channel's name on paper."""
    return wording.words()["channels"].get(channel, channel)


def note(item: HandOut) -> str:
    """The note, and that there is a picture of it."""
    photo = wording.words()["other_channels"]["photo"] if item.photo_sha256 else ""
    return "; ".join(part for part in (item.note, photo) if part)
