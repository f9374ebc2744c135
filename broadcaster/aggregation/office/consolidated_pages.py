"""The consolidated report as a document in the layout of Nghị định 30/2020/NĐ-CP. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from broadcaster.aggregation.office import consolidated_tables as tables
from broadcaster.aggregation.office.consolidated import Consolidated, Words
from broadcaster.aggregation.office.figures import Reporting, StationLine
from broadcaster.reports import wording
from broadcaster.reports.build import dressed
from broadcaster.reports.document import (
    Appendix,
    Block,
    Document,
    Foot,
    Heading,
    Letterhead,
    Paragraph,
    Style,
    Title,
)
from broadcaster.reports.periods import month_number

_MOST_STATIONS, _MOST_STOPPED = 300, 30
"""On paper; a sheet holds all."""


def document(report: Consolidated, words: Words) -> Document:
    """All blocks; the same for every writer."""
    return Document(_subject(report, words), report.issuer, tuple(_blocks(report, words)))


def _subject(report: Consolidated, words: Words) -> str:
    return words["letterhead"]["subject"].format(span=report.period.name)


def _blocks(report: Consolidated, words: Words) -> Iterator[Block]:
    head, made = words["letterhead"], report.made_on
    yield Letterhead("", report.issuer.upper(), head["country"], head["motto"], head["number"],
                     head["date"].format(place=report.place, month=month_number(made.month), year=made.year))
    yield Title(head["title"], _subject(report, words),
                (head["to"].format(to=report.superior),) if report.superior else ())
    yield Paragraph(words["opening"]["basis"], Style.BASIS)
    opening = words["opening"]["first_unit" if report.unit_name else "first"]
    yield Paragraph(opening.format(issuer=report.name, span=report.period.name, unit=report.unit_name))
    section = words["section"]
    yield Heading(section["situation"])
    yield from _situation(report, words["situation"])
    yield Heading(section["results"])
    yield from _results(report, words)
    yield Heading(section["difficulties"])
    yield from _difficulties(report, words)
    yield Heading(section["proposals"])
    yield Paragraph(section["none"])
    yield Paragraph(section["closing"].format(span=report.period.name))
    same = [words["recipients"]["same"]] if report.superior else []
    yield Foot(words["recipients"]["title"], (*same, words["recipients"]["file"]), (words["signature"]["lines"],))
    yield from _appendix(report, words)


def _situation(report: Consolidated, says: Mapping[str, str]) -> Iterator[Block]:
    total, number = report.overview.total, wording.number
    states = {str(state): number(total.reporting.get(state, 0)) for state in Reporting}
    yield Paragraph(_text(says, "stations", stations=number(total.stations), silent_days=report.silent_days,
                          as_of=wording.day(report.made_on), **states))
    if total.reporting.get(Reporting.FORK):
        yield Paragraph(_text(says, "fork", fork=states["fork"]))
    if total.days:
        yield Paragraph(_text(says, "days", days=number(total.days), asked=number(report.asked_days),
                              share=_percent(total.days, report.asked_days)))
    else:
        yield Paragraph(_text(says, "empty"))
    if report.is_unfinished:
        yield Paragraph(_text(says, "unfinished", date=wording.day(report.made_on)))


def _results(report: Consolidated, words: Words) -> Iterator[Block]:
    says, sums, number = words["results"], report.overview.total.figures, wording.number
    yield Paragraph(_text(says, "airings", planned=number(sums.planned), done=number(sums.done),
                          share=_percent(sums.done, sums.planned), partial=number(sums.partial),
                          made_up=number(sums.made_up), missed=number(sums.missed),
                          unscheduled=number(sums.unscheduled)))
    yield Paragraph(_text(says, "minutes", minutes=number(sums.seconds / 60), relay=number(sums.relay_seconds / 60),
                          own=number(sums.own_seconds / 60)))
    yield Paragraph(_text(says, "heard", verified=number(sums.verified), not_heard=number(sums.not_heard)))
    for name, sum_of in (("corrected", sums.corrected), ("faults", sums.faults)):
        if sum_of:
            yield Paragraph(_text(says, name, **{name: number(sum_of)}))
    yield from _result_tables(report, words)
    yield Paragraph(says["definition"], Style.NOTE)


def _result_tables(report: Consolidated, words: Words) -> Iterator[Block]:
    """Each under the next number: a table without rows leaves no gap."""
    says = words["results"]
    place = count(4)
    units = tables.units(report, words, brief=True)
    if units.rows:
        yield Paragraph(says["units"].format(place=next(place)), Style.CAPTION)
        yield dressed(units, numbered=True)
    letters = tables.letters(report, words)
    if letters.rows:
        yield Paragraph(says["letters"].format(place=next(place)), Style.CAPTION)
        yield dressed(letters, numbered=True)
    if report.facets.get("kind"):
        yield Paragraph(says["facet"].format(place=next(place), facet=words["facets"]["kind"]), Style.CAPTION)
        yield dressed(tables.facet(report.facets["kind"], "kind", words))


def _difficulties(report: Consolidated, words: Words) -> Iterator[Block]:
    says = words["difficulties"]
    if report.reasons:
        listed = "; ".join(f"{tables.reason_name(reason)} {wording.number(count)} lượt"
                           for reason, count in report.reasons.items())
        yield Paragraph(says["reasons"].format(reasons=listed))
    else:
        yield Paragraph(says["none"])
    if report.stopped:
        shown = report.stopped[:_MOST_STOPPED]
        yield Paragraph(says["stopped"].format(count=wording.number(len(report.stopped))), Style.CAPTION)
        yield dressed(tables.stopped(shown, words))
        if len(shown) < len(report.stopped):
            yield Paragraph(says["stopped_more"].format(shown=len(shown)), Style.NOTE)


def _appendix(report: Consolidated, words: Words) -> Iterator[Block]:
    lines = report.overview.stations
    if not lines:
        return
    says, made = words["appendix"], report.made_on
    yield Appendix(says["kind"], says["title"], says["basis"].format(
        month=month_number(made.month), year=made.year, issuer=report.name))
    shown = lines if len(lines) <= _MOST_STATIONS else tuple(sorted(lines, key=_weakest)[:_MOST_STATIONS])
    if len(shown) < len(lines):
        yield Paragraph(says["some"].format(shown=wording.number(len(shown)), count=wording.number(len(lines))),
                        Style.NOTE)
    yield dressed(tables.stations(shown, words), numbered=True)


def _weakest(line: StationLine) -> tuple[float, str]:
    return -1.0 if line.figures.share is None else line.figures.share, line.name


def _percent(done: int, of: int) -> str:
    """A share that is not whole never reads 100."""
    if not of:
        return "0"
    share = 100 * min(done / of, 1.0)
    return wording.number(min(share, 99.9) if done < of else share, 1)


def _text(says: Mapping[str, str], name: str, **facts: object) -> str:
    return str(says[name]).format(**facts)
