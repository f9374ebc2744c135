"""A letter's text to its fields, each with its place and how sure we are. Pure rules; never raises on any text."""

from __future__ import annotations

from dataclasses import replace

from broadcaster.base.vietnamese import nfc
from broadcaster.directives.form import (
    channels,
    cited,
    closing,
    contacts,
    duties,
    header,
    issuer,
    liaison,
    points,
    recipients,
    web,
)
from broadcaster.directives.form.layout import Letter
from broadcaster.directives.form.numbers import type_of
from broadcaster.directives.form.positions import Squeezed
from broadcaster.directives.model import FIELD_NAMES, Field, ParsedLetter

MAX_PARSED = 400_000
"""Characters looked at; a letter has some thousands, what follows can only be an annex."""


_GUESSED_IF_FLAT = ("subject", "recipients", "content_items", "channels", "signature", "archive_line", "issuer",
                    "superior_body", "report_duty", "report_addressee")


def parse_letter(text: str) -> ParsedLetter:
    """All of FIELD_NAMES, and the points to propagate."""
    whole = nfc(text)
    squeezed = Squeezed(whole[:MAX_PARSED])
    letter = Letter(squeezed.text)
    form = web.form(letter)
    fields = _head(letter) if form.value == "letter" else _web_head(letter, form.value == "web_digest")
    made, count = points.points(letter)
    own = fields["number"].value
    first_point = made[0].start if made else None
    if fields["form_digest"].value and not count.value:
        first_point = None
    based_on, also_cited = cited.cited(letter, own, first_point, digest=bool(fields.pop("form_digest").value))
    issued = fields["issued_date"].value
    start, end = duties.window(letter, issued)
    due, on_request = duties.report(letter, issued)
    duty, addressee = liaison.report(letter)
    fields |= {
        "urgency": closing.urgency(letter), "based_on": based_on, "also_cited": also_cited,
        "campaign_start": start, "campaign_end": end, "airing_frequency": duties.frequency(letter),
        "report_due": due, "report_on_request": on_request, "content_items": count,
        "channels": channels.channels(letter, fields["subject"], fields["recipients"]),
        "attachments": contacts.attachments(letter), "hotlines": contacts.hotlines(letter),
        "links": contacts.links(letter), "archive_line": closing.archive_line(letter),
        "signature": closing.signature(letter) if form.value == "letter" else Field(None), "form": form,
        "superior_body": issuer.superior_body(letter) if form.value == "letter" else Field(None),
        "contact": liaison.contact(letter), "report_duty": duty, "report_addressee": addressee,
    }
    if letter.flat:
        fields |= {name: replace(fields[name], confidence=min(0.5, fields[name].confidence))
                   for name in _GUESSED_IF_FLAT}
    placed = {name: replace(fields[name], span=squeezed.back(fields[name].span)) for name in FIELD_NAMES}
    spans = [squeezed.back((point.start, point.end)) or (0, 0) for point in made]
    points_of = (replace(point, start=span[0], end=span[1]) for point, span in zip(made, spans, strict=True))
    return ParsedLetter(whole, placed, tuple(points_of))


def _head(letter: Letter) -> dict[str, Field]:
    number, symbol = header.number(letter)
    place, issued = header.place_and_date(letter)
    return {
        "doc_type": header.doc_type(letter, symbol), "number": number, "symbol": symbol, "issued_place": place,
        "issued_date": issued, "issuer": issuer.issuer(letter), "subject": header.subject(letter),
        "recipients": recipients.recipients(letter), "form_digest": Field(False),
    }


def _web_head(letter: Letter, digest: bool) -> dict[str, Field]:
    own = web.own_number(letter)
    reference = own.reference
    number, symbol = Field(None, None, 0.7), Field(None, None, 0.7)
    doc_type = web.type_by_words(letter) or Field("cong_van", None, 0.6)
    if reference:
        span = (reference.start, reference.end)
        number = Field(reference.number, span, 0.8)
        symbol = Field(reference.symbol or None, span if reference.symbol else None, 0.8)
        doc_type = Field(type_of(reference.symbol)[0], span, 0.8)
    named = web.issuer_of_heading(letter, own)
    signed = web.date_line(letter) if reference is None else None
    return {
        "doc_type": doc_type, "number": number, "symbol": symbol,
        "issued_place": signed[0] if signed else Field(None),
        "issued_date": signed[1] if signed else web.issued(letter, own),
        "issuer": named or issuer.issuer(letter, web=True),
        "subject": web.subject(letter, own), "form_digest": Field(digest),
        "recipients": Field([]) if doc_type.value == "thong_bao" else web.recipients(letter),
    }
