"""The approval slip as a PDF page to print, sign and file, in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text
from broadcaster.base.settings import StationSection
from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins.kit.paper import Code, Rule, drawable, register_fonts
from broadcaster.bulletins.slip import Slip, words

_LEFT, _RIGHT, _EDGE = 30 * mm, 15 * mm, 20 * mm
_WIDTH = A4[0] - _LEFT - _RIGHT
_REGULAR, _SEMI, _BOLD = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "BeVietnamPro-Bold"
_INK, _SOFT, _RED, _LINE = HexColor("#17212b"), HexColor("#444c55"), HexColor("#a61f1a"), HexColor("#9aa5af")
_CODE = 34 * mm
_SCALES = (1.0, 0.94, 0.88)
"""A short text and its signatures belong on one page; a longer one flows at full size."""
_PLACE = re.compile(r"^(?:xã|phường|thị trấn|đặc khu)\s+", re.I)

_LONGEST_KEPT = 1500

Story = list[Flowable]


def slip_pdf(slip: Slip, station: StationSection, today: date) -> bytes:
    """`today` dates a slip that is to be signed by hand; another bears the day of its approval."""
    register_fonts()
    for scale in _SCALES:
        data, pages = _built(slip, station, today, scale)
        if pages == 1:
            return data
    return _built(slip, station, today, 1.0)[0]


def _built(slip: Slip, station: StationSection, today: date, scale: float) -> tuple[bytes, int]:
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title=f"{words()['letterhead']['title']}: {slip.title}",
                               author=station.name, lang="vi-VN", invariant=1)
    frame = Frame(_LEFT, _EDGE, _WIDTH, A4[1] - 2 * _EDGE, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    story = [*_head(slip, station, today), *_facts(slip, scale), *_notes(slip), *_text_and_close(slip, scale)]
    document.build(story, canvasmaker=lambda *args, **more: _Pages(*args, title=slip.title, **more))
    return out.getvalue(), document.page


def _head(slip: Slip, station: StationSection, today: date) -> Story:
    head = words()["letterhead"]
    left: Story = [_para(station.issuer, 11, align=TA_CENTER), _para(station.name.upper(), 11, _BOLD, align=TA_CENTER),
                   Rule(26 * mm, 3)]
    right: Story = [_para(head["country"], 10.5, _BOLD, align=TA_CENTER),
                    _para(head["motto"], 11.5, _BOLD, align=TA_CENTER), Rule(44 * mm, 3), Spacer(1, 5),
                    _para(_place_and_date(slip, station, today), 11, align=TA_CENTER)]
    top = _bare([[left, right]], [_WIDTH * 0.42, _WIDTH * 0.58])
    title: Story = [Spacer(1, 14), _para(head["title"], 16, _BOLD, align=TA_CENTER),
                    _para(head["subtitle"], 12, _SEMI, align=TA_CENTER)]
    if slip.approval is None:
        title.append(_para(head["blank"], 10.5, align=TA_CENTER, color=_SOFT))
    return [top, *title, Spacer(1, 10)]


def _place_and_date(slip: Slip, station: StationSection, today: date) -> str:
    head = words()["letterhead"]
    place = _PLACE.sub("", station.commune.strip())
    place = place[:1].upper() + place[1:]
    if slip.approval is None:
        return head["date_blank"].format(place=place, year=today.year)
    day = parse_time(slip.approval.approved_at)
    # The decree writes a nought before the first nine days and before January and February.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return head["date"].format(place=place, day=f"{day.day:02}", month=month, year=day.year)


def _facts(slip: Slip, scale: float) -> Story:
    names, approval = words()["names"], slip.approval
    rows = [(names["title"], slip.title), (names["kind"], words()["kinds"].get(slip.kind, slip.kind)),
            (names["directive"], slip.directive), (names["author"], slip.author), *_approvers(slip),
            (names["valid"], valid_words(slip)), (names["sound"], _sound(slip)), (names["source"], _source(slip)),
            (names["text_hash"], _grouped(slip.text_sha256)), (names["sound_hash"], _grouped(slip.audio_sha256)),
            (names["approval"], approval.id if approval else "")]
    # A file's name may be as long as a page; the paper names it, nobody types it in again.
    cells = [[_para(name, 10.5 * scale, color=_SOFT),
              _para(one_line(value, 240), (11 if len(value) < 64 else 10) * scale)] for name, value in rows if value]
    table = Table(cells, colWidths=[47 * mm, _WIDTH - 47 * mm])
    table.setStyle(TableStyle([
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE), ("LINEABOVE", (0, 0), (-1, 0), 0.4, _LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2 * scale),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5 * scale), ("LEFTPADDING", (0, 0), (0, -1), 0)]))
    return [table]


def _approvers(slip: Slip) -> list[tuple[str, str]]:
    approval, names = slip.approval, words()["names"]
    if approval is None:
        return []
    if not approval.second_approver:
        return [(names["approver"], _approved(approval.approver, slip.approver_title, approval.approved_at))]
    # It is approved when the second agrees; when the first did stands in the history.
    second = _approved(approval.second_approver, slip.second_title, approval.second_at or approval.approved_at)
    return [(names["first"], _approved(approval.approver, slip.approver_title, "")), (names["second"], second)]


def _approved(name: str, title: str, at: str) -> str:
    values = words()["values"]
    who = values["name_title"].format(name=name, title=title) if title else name
    return values["approved"].format(name=who, time=f"{_moment(at):%H:%M ngày %d/%m/%Y}") if at else who


def valid_words(slip: Slip) -> str:
    """ "từ ngày 21/11/2026 đến hết ngày 30/11/2026"; empty on a slip to sign by hand."""
    approval, values = slip.approval, words()["values"]
    if approval is None:
        return ""
    first, last = _day(approval.valid_from), _day(approval.valid_until)
    name = {(True, True): "valid_both", (True, False): "valid_from", (False, True): "valid_until"}.get(
        (bool(first), bool(last)), "valid_open")
    return values[name].format(first=first, last=last)


def _sound(slip: Slip) -> str:
    values = words()["values"]
    text = values["sound"].format(length=clock_text(slip.seconds))
    if slip.lufs is None:
        return text
    return text + values["loudness"].format(lufs=_decimal(slip.lufs), peak=_decimal(slip.true_peak_db))


def _source(slip: Slip) -> str:
    return words()["sources"].get(slip.source, "").format(name=slip.original_name)


def _notes(slip: Slip) -> Story:
    """What must not be overlooked, framed."""
    values, lines = words()["values"], []
    if slip.approval and slip.approval.self_approved:
        why = values["own_reason"].format(reason=slip.own_reason) if slip.own_reason else ""
        lines.append(values["self_approved"] + why)
    if slip.voided_at:
        reason = slip.voided_reason.removeprefix("withdrawn: ") if slip.voided_reason.startswith("withdrawn: ") else \
            values["changed"]
        lines.append(values["withdrawn"].format(time=f"{_moment(slip.voided_at):%H:%M ngày %d/%m/%Y}", reason=reason))
    if not lines:
        return []
    box = Table([[_para(line, 11, _SEMI, color=_RED)] for line in lines], colWidths=[_WIDTH])
    box.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.9, _RED), ("TOPPADDING", (0, 0), (-1, -1), 4),
                             ("BOTTOMPADDING", (0, 0), (-1, -1), 6)]))
    return [Spacer(1, 8), box]


def _text_and_close(slip: Slip, scale: float) -> Story:
    """The last words, the places to sign and the code stay together: a signature alone on a page signs nothing."""
    values = words()["values"]
    lines = [line.strip() for line in slip.text.splitlines() if line.strip()]
    if not lines:
        return [Spacer(1, 8), KeepTogether([_para(values["no_text"], 11.5), *_close(slip, scale)])]
    *body, last = [_para(line, 12 * scale, after=4 * scale, align=TA_JUSTIFY, indent=10 * mm) for line in lines]
    heading = _para(values["text"], 11.5, _BOLD, after=4, keep=True)
    # A last paragraph longer than a page cannot be kept together with anything.
    tail = [last, *_close(slip, scale)] if len(lines[-1]) < _LONGEST_KEPT else _close(slip, scale)
    return [Spacer(1, 9 * scale), heading, *body, *([] if tail[0] is last else [last]), KeepTogether(tail)]


def _close(slip: Slip, scale: float) -> Story:
    signatures = _signatures(slip)
    room = _WIDTH - (_CODE + 6 * mm if slip.code else 0)
    widths = [room / len(signatures)] * len(signatures)
    names = [_para(name, 11, _SEMI, align=TA_CENTER) for name in _signers(slip)]
    signed: Story = [_bare([signatures], widths), Spacer(1, 20 * mm * scale), _bare([names], widths)]
    if not slip.code:
        return [Spacer(1, 12 * scale), *signed]
    code: Story = [Code(slip.code, _CODE), _para(words()["values"]["qr"], 8, color=_SOFT)]
    return [Spacer(1, 12 * scale), _bare([[code, signed]], [_CODE + 6 * mm, room])]


def _signatures(slip: Slip) -> list[Story]:
    names = words()["signature"]
    two = bool(slip.approval.second_approver) if slip.approval else slip.two_needed
    offices = [names["author"], names["first"], names["second"]] if two else [names["author"], names["approver"]]
    return [[_para(office, 11, _BOLD, align=TA_CENTER), _para(names["hand"], 10, align=TA_CENTER, color=_SOFT)]
            for office in offices]


def _signers(slip: Slip) -> list[str]:
    approval = slip.approval
    if approval is None:
        return [slip.author, "", ""] if slip.two_needed else [slip.author, ""]
    found = [slip.author, approval.approver]
    return [*found, approval.second_approver] if approval.second_approver else found


class _Pages(Canvas):  # type: ignore[misc]
    """Knows how many pages there are before it prints their numbers."""

    def __init__(self, *args: Any, title: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self._title = one_line(title, 70)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        head = words()["letterhead"]
        for number, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            if len(self._kept) > 1:
                self.setFont(_REGULAR, 9)
                self.setFillColor(_SOFT)
                self.drawString(_LEFT, 11 * mm, drawable(head["running"].format(title=self._title), _REGULAR))
                self.drawRightString(A4[0] - _RIGHT, 11 * mm, head["page"].format(page=number, pages=len(self._kept)))
            super().showPage()
        super().save()


def _para(text: str, size: float, font: str = _REGULAR, *, align: int = 0, color: Any = _INK, after: float = 0,
          indent: float = 0, keep: bool = False) -> Paragraph:
    style = ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.36, alignment=align,
                           textColor=color, spaceAfter=after, firstLineIndent=indent, keepWithNext=keep,
                           splitLongWords=1)
    return Paragraph(escape(drawable(text, font)), style)


def _bare(rows: list[list[Any]], widths: list[float]) -> Table:
    table = Table(rows, colWidths=widths)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"),
                               ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                               ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]))
    return table


def _grouped(sha256: str) -> str:
    """In fours: compared by eye without losing the place."""
    return " ".join(sha256[place:place + 4] for place in range(0, len(sha256), 4))


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").replace("-", "−")


def _day(text: str) -> str:
    return "/".join(reversed(text.split("-"))) if text else ""


def _moment(text: str) -> datetime:
    return parse_time(text)
