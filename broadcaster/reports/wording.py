"""The Vietnamese sentences of a report, from resources/templates/report.toml and the figures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from broadcaster.asrun.model import CONTENT_KINDS, Airing
from broadcaster.base.paths import shipped
from broadcaster.reports.model import Report, Row

Words = dict[str, dict[str, str]]

_TIERS = ("xã ", "phường ", "thị trấn ", "đặc khu ")


@cache
def words() -> Words:
    """The template's texts."""
    return tomllib.loads(shipped("resources", "templates", "report.toml").read_text(encoding="utf-8"))


def day(moment: date) -> str:
    """21/11/2026."""
    return moment.strftime("%d/%m/%Y")


def number(value: float, digits: int = 0) -> str:
    """1.234,5: the Vietnamese way; a half goes up, as people round."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def minutes(seconds: float) -> str:
    return number(seconds / 60, 1)


def month_number(month: int) -> str:
    """Nghị định 30/2020: January and February take a leading zero."""
    return f"{month:02}" if month < 3 else str(month)


def place(report: Report) -> str:
    """The commune's name without its tier: "xã Mẫu" -> "Mẫu"."""
    commune = report.sender.commune.strip()
    for tier in _TIERS:
        if commune.lower().startswith(tier):
            return commune[len(tier):].strip()
    return commune


def span(report: Report) -> str:
    """tháng 11 năm 2026, or từ ngày … đến ngày …"""
    if report.is_month:
        return f"tháng {month_number(report.first.month)} năm {report.first.year}"
    if report.first == report.last:
        return f"ngày {day(report.first)}"
    return f"từ ngày {day(report.first)} đến ngày {day(report.last)}"


def letter_name(report: Report) -> str:
    """Công văn số 1349/STTTT-BCXBTT."""
    letter = report.letter
    if letter is None:
        return ""
    kinds = words()["doc_types"]
    name = kinds.get(letter.kind, kinds["other"])
    return f"{name} số {letter.number}" if letter.number else name


def subject(report: Report) -> str:
    texts, commune = words()["subject"], report.sender.commune
    if report.letter is not None:
        return texts["directive"].format(letter=letter_name(report), commune=commune)
    if report.is_month:
        return texts["month"].format(commune=commune, month=month_number(report.first.month), year=report.first.year)
    return texts["period"].format(commune=commune, first=day(report.first), last=day(report.last))


def basis(report: Report) -> str:
    texts, letter, commune = words()["basis"], report.letter, report.sender.commune
    if letter is None:
        return texts["period"].format(commune=commune, span=span(report))
    text = texts["directive"].format(
        letter=letter_name(report), commune=commune,
        dated=texts["dated"].format(date=day(letter.issued)) if letter.issued else "",
        issuer=texts["issuer"].format(issuer=letter.issuer) if letter.issuer else "",
        subject=texts["subject"].format(subject=_running(letter.subject)) if letter.subject else "",
    )
    return text.replace(" ,", ",")


def situation(report: Report) -> list[str]:
    texts, sender, sums = words()["situation"], report.sender, report.totals
    clusters = texts["clusters"].format(count=number(sender.clusters)) if sender.clusters else ""
    first = texts["station"].format(station=sender.station, commune=sender.commune, clusters=clusters)
    when = span(report)
    when = when[:1].upper() + when[1:]
    if not sums.airings:
        return [first, texts["nothing"].format(span_capital=when)]
    return [first, texts["airing"].format(span_capital=when, sessions=number(sums.sessions), days=number(sums.days))]


def results(report: Report) -> list[str]:
    texts, sums = words()["results"], report.totals
    lines = [texts["items"].format(items=items(sums.items)) if sums.items else "",
             texts["airings"].format(airings=number(sums.airings), new=number(sums.new_airings),
                                     repeats=number(sums.repeats), minutes=minutes(sums.seconds))
             + (" " + texts["partial"].format(count=number(sums.partial)) if sums.partial else "")]
    if sums.planned:
        aired = sum(item.aired for item in report.coverage)
        lines.append(texts["coverage"].format(
            aired=number(aired), planned=number(sums.planned), percent=number(100 * aired / sums.planned, 1),
            missed=number(sums.missed), reasons=reasons(sums.missed_by_reason)))
    if report.short_days:
        lines.append(texts["short_days"].format(days="; ".join(
            f"{day(item.day)} ({item.aired}/{item.planned} lượt)" for item in report.short_days)))
    return [line for line in lines if line]


def difficulties(report: Report) -> list[str]:
    texts, sums = words()["difficulties"], report.totals
    lines = [texts["missed"].format(missed=number(sums.missed), reasons=reasons(sums.missed_by_reason))] \
        if sums.missed else [texts["none"]]
    return lines + ([texts["partial"].format(count=number(sums.partial))] if sums.partial else [])


def closing(report: Report) -> str:
    texts = words()["section"]
    about = texts["closing_directive"].format(letter=letter_name(report)) if report.letter else \
        texts["closing_period"].format(span=span(report))
    return texts["closing"].format(about=about, commune=report.sender.commune)


def recipients(report: Report) -> list[str]:
    texts = words()["recipients"]
    first = [texts["same"]] if report.sender.superior else []
    return [*first, texts["chair"].format(commune=report.sender.commune), texts["file"]]


def items(counts: Mapping[str, int]) -> str:
    """03 tin, 02 bài, 01 thông báo."""
    kinds = words()["kinds"]
    return ", ".join(f"{counts[kind]:02} {kinds[kind]}" for kind in CONTENT_KINDS if counts.get(kind))


def reasons(counts: Mapping[str, int]) -> str:
    """ (lý do: mất điện 2 lượt; …), or nothing."""
    if not counts:
        return ""
    names = words()["reasons"]
    listed = "; ".join(f"{names.get(reason, names['program_error'])} {count} lượt"
                       for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return f" (lý do: {listed})"


def zones(names: tuple[str, ...]) -> str:
    return ", ".join(words()["zones"].get(name, name) for name in names)


def row_note(row: Row) -> str:
    """What the columns cannot say."""
    notes = [] if row.kind in {"tin", "bai"} else [items({row.kind: row.items})]
    notes += [f"{row.partial} lượt không trọn"] if row.partial else []
    notes += [f"{row.missed} lượt không phát"] if row.missed else []
    return "; ".join(notes)


def outcome(airing: Airing) -> str:
    """Không phát (mất điện)."""
    said = words()["outcomes"][str(airing.outcome)]
    reason = words()["reasons"].get(airing.reason, "")
    return f"{said} ({reason})" if reason else said


def kind(name: str) -> str:
    return words()["kinds"].get(name, name)


def _running(text: str) -> str:
    """A subject inside a sentence: small first letter, unless an abbreviation stands there."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
