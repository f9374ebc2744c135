"""Names and figures as they stand on paper: kinds, reasons, days, numbers. Sentences are in sentences.py."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from broadcaster.asrun.model import CONTENT_KINDS, NOT_HEARD, RELAY, Airing, Verification, ZoneAiring
from broadcaster.asrun.whys import WHY, why_in
from broadcaster.reports.model import Row
from broadcaster.reports.template import Words, shipped_words


def words() -> Words:
    """The program's own names; a station's report.toml may name things otherwise in its reports."""
    return shipped_words()


def day(moment: date) -> str:
    """21/11/2026."""
    return moment.strftime("%d/%m/%Y")


def number(value: float, digits: int = 0) -> str:
    """1.234,5: the Vietnamese way; a half goes up, as people round."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def minutes(seconds: float) -> str:
    return number(seconds / 60, 1)


def verifications(counts: Mapping[str, int]) -> str:
    """đã nghe thấy 5 lượt; im lặng 1 lượt."""
    names = words()["verification"]
    return "; ".join(f"{names[word]} {counts[word]} lượt" for word in Verification if counts.get(word))


def items(counts: Mapping[str, int]) -> str:
    """03 tin, 02 bài, 01 thông báo."""
    kinds = words()["kinds"]
    return ", ".join(f"{counts[kind]:02} {kinds[kind]}" for kind in CONTENT_KINDS if counts.get(kind))


def reasons(counts: Mapping[str, int], names: Mapping[str, str] | None = None) -> str:
    """ (lý do: mất điện 2 lượt; …), or nothing; `names` of the reasons as the station calls them."""
    if not counts:
        return ""
    names = names or words()["reasons"]
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
