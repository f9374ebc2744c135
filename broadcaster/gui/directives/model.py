"""The words of the register and of one letter: states, fields, the proposal for the loudspeakers. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.directives.model import AiringProposal, Directive, Field
from broadcaster.gui.directives.words import part_words, relay_words

UNSURE = 0.6
"""Below this the window asks for a look."""
URGENCY_TONES = {"khan": "wait", "thuong_khan": "bad", "hoa_toc": "bad"}


@dataclass(frozen=True)
class Spec:
    """How one field is shown and edited."""

    name: str
    kind: str
    """text, long, date, list, choice, yes, count."""


MAIN_FIELDS = (
    Spec("number", "text"), Spec("issued_date", "date"), Spec("issuer", "text"), Spec("subject", "long"),
    Spec("urgency", "choice"), Spec("campaign_start", "date"), Spec("campaign_end", "date"),
    Spec("airing_frequency", "text"), Spec("report_due", "date"), Spec("report_on_request", "yes"),
    Spec("report_addressee", "text"), Spec("hotlines", "list"),
)
MORE_FIELDS = (
    Spec("doc_type", "choice"), Spec("symbol", "text"), Spec("issued_place", "text"), Spec("content_items", "count"),
    Spec("recipients", "list"), Spec("channels", "list"), Spec("based_on", "list"), Spec("also_cited", "list"),
    Spec("attachments", "list"), Spec("links", "list"), Spec("superior_body", "text"), Spec("contact", "long"),
    Spec("report_duty", "long"), Spec("signature", "text"), Spec("archive_line", "text"),
)


def field_words(name: str) -> str:
    """The name of a field, as offices say it."""
    translate = QCoreApplication.translate
    return {
        "doc_type": translate("Directives", "Kind of letter"), "number": translate("Directives", "Number"),
        "symbol": translate("Directives", "Symbol"), "issued_place": translate("Directives", "Place of issue"),
        "issued_date": translate("Directives", "Date of issue"), "urgency": translate("Directives", "Urgency"),
        "issuer": translate("Directives", "Issued by"), "subject": translate("Directives", "Subject"),
        "recipients": translate("Directives", "Addressed to"), "based_on": translate("Directives", "Based on"),
        "also_cited": translate("Directives", "Also cited"),
        "campaign_start": translate("Directives", "Air from"), "campaign_end": translate("Directives", "Air until"),
        "airing_frequency": translate("Directives", "How often"), "report_due": translate("Directives", "Report due"),
        "report_on_request": translate("Directives", "Report on request"),
        "content_items": translate("Directives", "Items asked for"), "channels": translate("Directives", "Channels"),
        "attachments": translate("Directives", "Attachments"), "hotlines": translate("Directives", "Telephone"),
        "links": translate("Directives", "Links"), "signature": translate("Directives", "Signature"),
        "archive_line": translate("Directives", "Filed under"),
        "superior_body": translate("Directives", "Superior office"),
        "contact": translate("Directives", "Person to ask"),
        "report_duty": translate("Directives", "What is to be reported"),
        "report_addressee": translate("Directives", "Report to"),
    }.get(name, name)


def choices(name: str) -> list[tuple[str, str]]:
    """(value, words) of a field with a closed list; the first is "the letter does not say"."""
    translate = QCoreApplication.translate
    if name == "urgency":
        return [("", translate("Directives", "not marked")), *((code, urgency_words(code)) for code in URGENCY_TONES)]
    return [
        ("", translate("Directives", "not known")), ("cong_van", translate("Directives", "Official letter")),
        ("ke_hoach", translate("Directives", "Plan")), ("cong_dien", translate("Directives", "Telegram")),
        ("huong_dan", translate("Directives", "Guidance")), ("thong_bao", translate("Directives", "Notice")),
    ]


def urgency_words(code: str) -> str:
    """The mark on the paper; empty when there is none."""
    translate = QCoreApplication.translate
    return {"khan": translate("Directives", "urgent"), "thuong_khan": translate("Directives", "very urgent"),
            "hoa_toc": translate("Directives", "most urgent")}.get(code, "")


def iso_day(text: Any) -> date | None:
    """A whole date, or None."""
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def unsure(field: Field | None) -> bool:
    """Whether a person should look."""
    return field is not None and field.source != "operator" and field.value is not None and field.confidence < UNSURE


def name_of(letter: Directive) -> str:
    """Number and subject on one line."""
    number = str(letter.value("number") or "")
    symbol = str(letter.value("symbol") or "")
    number = number or (f"…/{symbol}" if symbol else letter.file_name)
    return " – ".join(part for part in (number, sentence_case(str(letter.value("subject") or ""))) if part)


def sentence_case(text: str) -> str:
    """With a capital in front, as a title on its own."""
    return text[:1].upper() + text[1:]


def weekdays_words(weekdays: str) -> str:
    """Thứ Ba, Thứ Năm; empty for every day."""
    translate = QCoreApplication.translate
    names = (
        translate("Directives", "Mon"), translate("Directives", "Tue"), translate("Directives", "Wed"),
        translate("Directives", "Thu"), translate("Directives", "Fri"), translate("Directives", "Sat"),
        translate("Directives", "Sun"),
    )
    return "" if set("1234567") <= set(weekdays) else ", ".join(names[int(day) - 1] for day in sorted(set(weekdays)))


def proposal_words(proposal: AiringProposal) -> str:
    """Phát ít nhất 2 lần/ngày, từ 01/12/2026 đến hết 10/12/2026, vào buổi sáng."""
    translate = QCoreApplication.translate
    weekly = proposal.times_per_week
    if proposal.at_least:
        often = translate("Directives", "At least {times} times a week, from {first} to {last}") if weekly else \
            translate("Directives", "At least {times} times a day, from {first} to {last}")
    else:
        often = translate("Directives", "{times} times a week, from {first} to {last}") if weekly else \
            translate("Directives", "{times} times a day, from {first} to {last}")
    text = often.format(times=weekly or proposal.times_per_day, first=f"{proposal.first_day:%d/%m/%Y}",
                        last=f"{proposal.last_day:%d/%m/%Y}")
    named = not weekly or "weekdays_from_letter" in proposal.reasons
    if named and (days := weekdays_words(proposal.weekdays)):
        text += translate("Directives", ", only on: {days}").format(days=days)
    if proposal.parts_of_day:
        text += ", " + ", ".join(part_words(part) for part in proposal.parts_of_day)
    level = {"priority": translate("Directives", ", with priority"),
             "emergency": translate("Directives", ", as an emergency")}.get(proposal.urgency, "")
    relay = f"\n{relay_words(proposal.relay)}" if proposal.relay else ""
    return f"{text}{level}.{relay}"


def proposal_reasons(proposal: AiringProposal) -> list[str]:
    """Where each figure comes from, in sentences."""
    translate = QCoreApplication.translate
    known = {
        "frequency_from_letter": translate("Directives", "the letter says how often"),
        "frequency_weekly": translate("Directives", "the letter asks for airings each week"),
        "frequency_default": translate("Directives", "the letter does not say how often: the usual number was taken"),
        "more_at_weekends": translate("Directives", "the letter asks for more at weekends: look at that yourself"),
        "window_from_letter": translate("Directives", "the letter names the days"),
        "window_default": translate("Directives", "the letter names no last day: ten days were taken"),
        "window_passed": translate("Directives", "the days the letter names are over: ten new days were taken"),
        "urgency_mark": translate("Directives", "the letter is marked urgent"),
        "urgency_type": translate("Directives", "a telegram comes before other matters"),
        "priority_asked": translate("Directives", "the letter asks for priority"),
        "weekdays_from_letter": translate("Directives", "the letter names the weekdays"),
        "window_counted": translate("Directives", "the letter says for how many days"),
        "repeat_asked": translate("Directives", "the letter asks to repeat it from time to time"),
        "frequency_unsaid": "",
        "frequency_within_the_day": translate(
            "Directives", "the letter asks for it every so many minutes or hours: plan more sessions or break in"),
        "relay_event": translate("Directives", "the letter names a programme to relay"),
        "relay_asked": translate("Directives", "the letter also asks for relaying the station above"),
    }
    # Days that are over are replaced by the usual ones: said once, not twice.
    skipped = "window_default" if "window_passed" in proposal.reasons else ""
    return [known[reason] for reason in proposal.reasons if known.get(reason) and reason != skipped]


def utf16_place(text: str, place: int) -> int:
    """Where Qt's document counts character `place` of a Python text: rare signs count twice there."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
