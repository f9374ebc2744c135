"""One letter, from the file that came to the report that went: loudspeakers, seven other channels, paper on a board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
import numpy as np
import pypdfium2
import pytest
import scan_pages
import segno
from numpy.typing import NDArray
from PIL import Image

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock, at
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.model import CHANNELS, Bulletin, Production
from broadcaster.bulletins.production import DEFAULT_CHIME
from broadcaster.cli.demo_station import air_until
from broadcaster.directives.model import Directive
from broadcaster.directives.readers import ocr
from broadcaster.library.furniture import furnish
from broadcaster.library.model import CartKind
from broadcaster.protocol.journal import Kind, journal_files, read_journal
from broadcaster.wiring import App, build_app

OPERATOR, CHIEF, PIN = "Cán bộ truyền thanh", "Phó Chủ tịch", "2222"
LINK = "https://svhttdl.mau.gov.vn/lua-dao"
LEFT = ("UBND TỈNH MẪU", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Số: 2345/SVHTTDL-TTBCXB",
        "V/v tuyên truyền phòng ngừa lừa đảo trực tuyến")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Mẫu, ngày 20 tháng 11 năm 2026")
BODY = (
    "Kính gửi: Ủy ban nhân dân các xã, phường.",
    "Thực hiện Công văn số 4567/BVHTTDL-TTCS ngày 09/11/2026 của Bộ Văn hóa, Thể thao và Du lịch, Sở đề nghị các xã, "
    "phường tuyên truyền các nội dung sau:",
    "1. Người dân không cung cấp mã OTP, mật khẩu ví XMPay, mật khẩu tài khoản ngân hàng cho bất kỳ ai.",
    "2. Khi phát hiện dấu hiệu lừa đảo, người dân báo ngay Công an xã theo số điện thoại 0209.3822.111.",
    "Phát thanh trên hệ thống truyền thanh cơ sở 02 lần/ngày, từ ngày 21/11/2026 đến hết ngày 30/11/2026; tuyên truyền "
    f"bằng tờ rơi. Tài liệu tại địa chỉ {LINK}.",
    "Báo cáo kết quả về Sở trước ngày 05/12/2026./.")


@dataclass(frozen=True)
class Desk:
    """A station with two people and the shipped tunes."""

    app: App
    clock: VirtualClock
    chief: Person

    def approve(self, subject: str) -> None:
        self.app.approvals.submit(subject, OPERATOR)
        self.app.approvals.approve(subject, self.chief)

    def aired(self) -> list[str]:
        """Titles of what sounded, from the journal itself."""
        home = self.app.home
        return [str(line.data["title"]) for path in journal_files(home.asrun) for line in read_journal(path)
                if line.kind is Kind.START]


@pytest.fixture
def desk(home: StationHome, clock: VirtualClock) -> Iterator[Desk]:
    app = build_app(home, clock)
    app.accounts.add(OPERATOR, "", Role.OPERATOR, "1111")
    made = Desk(app, clock, app.accounts.add(CHIEF, "", Role.APPROVER, PIN))
    for cart in furnish(app.library):
        made.approve(f"cart:{cart.id}")
    yield made
    app.close()


def letter_docx(path: Path) -> Path:
    """As an office sets it: the letterhead is a table without lines."""
    document = docx.Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "\n".join(LEFT), "\n".join(RIGHT)
    for line in BODY:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def letter_picture(path: Path) -> Path:
    """The same on paper, scanned at 200 dpi."""
    page = scan_pages.printed((list(LEFT), list(RIGHT), list(BODY), [], []))[0]
    page.save(path, dpi=(200, 200))
    return path


def register(desk: Desk, path: Path) -> Directive:
    """Take it in, read the doubtful fields against the paper, note a reminder."""
    letter = desk.app.directives.add(path, OPERATOR).directive
    assert letter.value("number") == "2345/SVHTTDL-TTBCXB"
    assert letter.value("issued_date") == "2026-11-20"
    assert letter.value("report_due") == "2026-12-05"
    desk.app.directives.correct(letter.id, "contact", "Phòng Thông tin", OPERATOR)
    assert desk.app.directives.get(letter.id).value("contact") == "Phòng Thông tin"
    desk.app.directives.reminders.add(letter.id, date(2026, 12, 3), "Soạn báo cáo", OPERATOR)
    assert state_of(desk, letter) == "new"
    return desk.app.directives.get(letter.id)


def state_of(desk: Desk, letter: Directive) -> str:
    return desk.app.directives.row(letter.id).state


def produced(desk: Desk, letter: Directive) -> Bulletin:
    """Written by rule, a word taught, read aloud, a chime before it, said twice."""
    app = desk.app
    bulletin = app.bulletins.draft(letter.id, None, OPERATOR, CartKind.NOTICE)
    assert "0209" in bulletin.text
    before = app.speech.normalise(bulletin.text)
    assert app.speech.lexicon is not None
    app.speech.lexicon.learn("XMPay", "ích em pây", OPERATOR)
    assert "ích em pây" in app.speech.normalise(bulletin.text) != before
    words = app.bulletins.voice(bulletin.id)
    assert words.cut is not None
    bulletin = app.bulletins.produce(bulletin.id, Production(chime=DEFAULT_CHIME, repeats=2), OPERATOR)
    assert bulletin.cut is not None
    assert bulletin.cut.seconds > 2 * words.cut.seconds
    return bulletin


def pages_of(path: Path) -> tuple[str, NDArray[np.uint8]]:
    """Text of a PDF, and its first page as it looks."""
    document = pypdfium2.PdfDocument(path)
    try:
        texts = []
        for number in range(len(document)):
            page = document[number].get_textpage()
            texts.append(page.get_text_bounded())
            page.close()
        return "\n".join(texts), np.asarray(document[0].render(scale=4).to_pil().convert("RGB"))
    finally:
        document.close()


def code_in(picture: NDArray[np.uint8], modules: int) -> list[list[bool]]:
    """The only pure black on the page is the code: its squares, read at their middles."""
    black = (picture.max(axis=2) < 8)
    rows, columns = np.flatnonzero(black.any(axis=1)), np.flatnonzero(black.any(axis=0))
    code = black[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
    middles = [[int((n + 0.5) * size / modules) for n in range(modules)] for size in code.shape]
    return [[bool(code[y, x]) for x in middles[1]] for y in middles[0]]


def test_a_letter_reaches_every_channel_and_its_report(desk: Desk, tmp_path: Path) -> None:
    app, clock = desk.app, desk.clock
    letter = register(desk, letter_docx(tmp_path / "công văn.docx"))
    parts = app.bulletins.draft_each(letter.id, None, OPERATOR, CartKind.NEWS)
    assert len(parts) >= 2
    for part in parts:
        app.bulletins.delete_draft(part.id, OPERATOR)
    bulletin = produced(desk, letter)
    subject = f"bulletin:{bulletin.id}"
    app.approvals.submit(subject, OPERATOR)
    app.approvals.approve(subject, desk.chief)
    cart = app.approvals.cart_of(bulletin.id)
    assert state_of(desk, letter) == "approved"
    assert all(item.approved for item in app.kit.texts(bulletin.id))
    asked = app.directives.airing_proposal(letter.id)
    assert asked is not None
    assert (asked.times_per_day, asked.first_day, asked.last_day) == (2, date(2026, 11, 21), date(2026, 11, 30))
    app.schedule.add_campaign(cart.id, asked.times_per_day, asked.first_day, asked.last_day, by=OPERATOR)

    exported = app.kit.export(bulletin.id, tmp_path / "kênh khác")
    assert exported.left_out == ()
    assert len(exported.files) >= len(CHANNELS)
    checked_poster(next(path for path in exported.files if path.name.endswith("thong-bao.pdf")))

    air_until(app, clock, at(date(2026, 11, 22), 0))
    assert desk.aired().count(bulletin.title) == 2
    assert state_of(desk, letter) == "running"
    photo = tmp_path / "bảng tin.jpg"
    Image.new("RGB", (80, 60), "teal").save(photo)
    given = app.hand_outs.record("leaflet", date(2026, 11, 21), "Nhà văn hóa thôn Một", 120, OPERATOR,
                                 directive_id=letter.id, bulletin_id=bulletin.id, photo=photo)
    photo.unlink()
    assert app.hand_outs.photo(given) is not None
    checked_report(desk, letter, tmp_path / "báo cáo.docx", bulletin.title)
    app.directives.work.mark_reported(letter.id, OPERATOR)
    assert state_of(desk, letter) == "reported"


def checked_poster(path: Path) -> None:
    text, picture = pages_of(path)
    assert "BẢN NHÁP" not in text
    assert "OTP" in text
    matrix = [[bool(dark) for dark in row] for row in segno.make(LINK, error="m", micro=False).matrix]
    assert code_in(picture, len(matrix)) == matrix


def checked_report(desk: Desk, letter: Directive, path: Path, title: str) -> None:
    report = desk.app.reports.for_directive(letter.id)
    assert report.totals.airings == 2
    assert [item.count for item in report.hand_outs] == [120]
    assert {item.channel: item.done for item in report.asked}["leaflet"]
    desk.app.reports.write(report, "docx", path)
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for words in (title, "2345/SVHTTDL-TTBCXB", "Nhà văn hóa thôn Một", "120"):
        assert words in text


def test_the_same_letter_from_paper_reads_the_same_but_less_sure(desk: Desk, tmp_path: Path) -> None:
    try:
        ocr.require("")
    except Refused as refusal:
        pytest.skip(f"no recogniser here: {refusal.text}")
    if scan_pages.font_file() is None:
        pytest.skip("no serif face with Vietnamese letters to print the page with")
    letter = desk.app.directives.add(letter_picture(tmp_path / "quét.png"), OPERATOR).directive
    assert letter.scanned
    assert letter.value("number") == "2345/SVHTTDL-TTBCXB"
    assert letter.fields["number"].confidence <= 0.9, "a figure read from a picture is to be compared"
    assert letter.value("report_due") == "2026-12-05"
    bulletin = desk.app.bulletins.draft(letter.id, None, OPERATOR)
    assert "lừa đảo" in bulletin.text
