"""What would come, read back as plain Vietnamese sentences before anybody accepts it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from broadcaster.schedule.exchange.model import Entry
from broadcaster.schedule.model import Campaign, SessionTemplate
from broadcaster.schedule.words import sentences_of_campaign, sentences_of_period, sentences_of_template


def said(entry: Entry, sessions: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """`sessions`: id of a template -> its name."""
    if isinstance(entry.what, Campaign):
        return sentences_of_campaign(entry.what, sessions)
    if isinstance(entry.what, SessionTemplate):
        return sentences_of_template(entry.what)
    return sentences_of_period(entry.what, sessions)
