"""The Vietnamese sentences of a report, from resources/templates/report.toml and the figures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from broadcaster.asrun.model import CONTENT_KINDS, NOT_HEARD, RELAY, Airing, Totals, Verification, ZoneAiring
from broadcaster.asrun.whys import WHY, why_in
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
             + (" " + texts["partial"].format(count=number(sums.partial)) if sums.partial else ""),
             *_beyond_the_plan(sums)]
    if sums.planned:
        aired = sum(item.aired for item in report.coverage)
        lines.append(texts["coverage"].format(
            aired=number(aired), planned=number(sums.planned), percent=number(100 * aired / sums.planned, 1),
            missed=number(sums.missed), reasons=reasons(sums.missed_by_reason)))
    if report.short_days:
        lines.append(texts["short_days"].format(days="; ".join(
            f"{day(item.day)} ({item.aired}/{item.planned} lượt)" for item in report.short_days)))
    if sums.self_approved:
        lines.append(texts["self_approved"].format(count=number(sums.self_approved)))
    if sums.verification:
        lines.append(texts["verification"].format(counts=verifications(sums.verification)))
    return [line for line in lines if line]


def _beyond_the_plan(sums: Totals) -> list[str]:
    """Own and relayed minutes (R31), what nobody had planned, and what was made up; nothing where there was none."""
    texts, kinds, lines = words()["results"], words()["kinds"], []
    if sums.relay_seconds:
        lines.append(texts["relay"].format(own=minutes(sums.seconds - sums.relay_seconds),
                                           relay=minutes(sums.relay_seconds)))
    if sums.unscheduled:
        lines.append(texts["unscheduled"].format(kinds="; ".join(
            f"{kinds[kind]} {sums.unscheduled[kind]} lượt" for kind in CONTENT_KINDS if sums.unscheduled.get(kind))))
    if sums.made_up:
        lines.append(texts["made_up"].format(count=number(sums.made_up)))
    return lines


def verifications(counts: Mapping[str, int]) -> str:
    """đã nghe thấy 5 lượt; im lặng 1 lượt."""
    names = words()["verification"]
    return "; ".join(f"{names[word]} {counts[word]} lượt" for word in Verification if counts.get(word))


def difficulties(report: Report) -> list[str]:
    texts, sums = words()["difficulties"], report.totals
    bad = {word: count for word, count in sums.verification.items() if word in NOT_HEARD}
    lines = [texts["missed"].format(missed=number(sums.missed), reasons=reasons(sums.missed_by_reason))] \
        if sums.missed else [texts["none"]]
    lines += [texts["partial"].format(count=number(sums.partial))] if sums.partial else []
    return lines + ([texts["not_heard"].format(count=number(sum(bad.values())), counts=verifications(bad))]
                    if bad else [])


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


def verification(airing: Airing) -> str:
    """Đã nghe thấy (92 %); empty where nothing sounded."""
    said = words()["verification"].get(airing.verification, "")
    sure = airing.verification == Verification.HEARD and airing.score is not None
    score = f" ({number(100 * (airing.score or 0))} %)" if sure else ""
    return said[:1].upper() + said[1:] + score


def outcome_heard(airing: Airing) -> str:
    """The outcome; what was listened for and not heard stands beside it."""
    said = outcome(airing)
    return f"{said}; {words()['verification'][airing.verification]}" if airing.verification in NOT_HEARD else said


def voice(airing: Airing) -> str:
    """Giọng máy (vi), or giọng người; empty for music and for another station's words."""
    names = words()["voices"]
    if airing.voice:
        return names["machine"].format(name=airing.voice)
    return names["person"] if airing.kind in CONTENT_KINDS and airing.kind != RELAY and not airing.is_relay else ""


def approver(airing: Airing) -> str:
    """Who approved it, both where two must; that they wrote it themselves is never left out."""
    texts = words()["approver"]
    if airing.second_approver:
        pattern = texts["two_self" if airing.self_approved else "two"]
        return pattern.format(first=airing.approver, second=airing.second_approver)
    return texts["self"].format(name=airing.approver) if airing.self_approved else airing.approver


def note(airing: Airing) -> str:
    """What the other columns of the logbook cannot say: interruptions, single zones, who gave the order."""
    names = words()["notes"]
    parts = [names.get(word, word) for word in airing.note.split(";") if word and not word.startswith(WHY)]
    parts += [names["relay"]] if airing.is_relay and airing.kind != RELAY else []
    if len({(each.outcome, each.reason) for each in airing.by_zone}) > 1:
        parts += [f"{each.zone}: {_zone_outcome(each)}" for each in airing.by_zone]
    parts += [names["by"].format(by=airing.ordered_by)] if airing.ordered_by else []
    parts += [names["confirmed"]] if airing.confirmed else []
    why = why_in(airing.note)
    parts += [names["why"].format(why=why)] if why else []
    parts += [names["recording"].format(name=airing.recording)] if airing.recording else []
    return "; ".join(parts)


def _zone_outcome(each: ZoneAiring) -> str:
    said, reason = words()["outcomes"][str(each.outcome)], words()["reasons"].get(each.reason, "")
    said = said[:1].lower() + said[1:]
    return f"{said} ({reason})" if reason else said


def kind(name: str) -> str:
    return words()["kinds"].get(name, name)


def _running(text: str) -> str:
    """A subject inside a sentence: small first letter, unless an abbreviation stands there."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
