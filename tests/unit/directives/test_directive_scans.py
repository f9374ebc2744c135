"""Letters that are pictures: what is read, what is doubted, what is refused; pages told, work called off."""

from __future__ import annotations

import io
import os
import random
import struct
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from broadcaster.base.errors import Refused
from broadcaster.directives import readers
from broadcaster.directives.certainty import believed, read_and_parse
from broadcaster.directives.model import Field, ParsedLetter
from broadcaster.directives.readers import columns, ocr, picture, scan
from broadcaster.directives.readers.columns import Piece
from broadcaster.directives.readers.unsure import SCAN, WORD, Reading, split

LETTERS = Path(__file__).parents[2] / "data" / "letters"


def can_recognise() -> bool:
    try:
        ocr.require("")
    except Refused:
        return False
    return True


needs_tesseract = pytest.mark.skipif(not can_recognise(), reason="tesseract with the model vie is not installed")


def refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        readers.read(path)
    return caught.value


def lined(width: int = 1000, height: int = 1400, lines: int = 24) -> Image.Image:
    """A page with bars like words in lines."""
    page = Image.new("L", (width, height), 255)
    pen, chance = ImageDraw.Draw(page), random.Random(4)
    for number in range(lines):
        x, y = 120, 200 + number * 45
        while x < width - 220:
            word = chance.randint(30, 110)
            pen.rectangle((x, y, x + word, y + 22), fill=10)
            x += word + 14
    return page


@needs_tesseract
def test_a_photo_taken_askew_gives_the_fields_of_the_letter() -> None:
    letter = read_and_parse(LETTERS / "scan-photo.jpg")
    assert letter.value("number") == "1349/STTTT-BCXBTT"
    assert letter.value("issued_date") == "2021-07-28"
    assert letter.value("recipients") == [
        "Ủy ban nhân dân quận, huyện, thị xã", "Phòng Văn hóa và Thông tin quận, huyện, thị xã",
        "Trung tâm Văn hóa - Thông tin và Thể thao quận, huyện, thị xã"]
    assert letter.text.index("V/v") < letter.text.index("COVID-19.") < letter.text.index("CỘNG HÒA")
    assert letter.fields["number"].confidence <= 0.9
    assert letter.fields["issued_date"].confidence <= 0.9


@needs_tesseract
def test_a_pdf_of_text_and_scans_is_recognised_only_where_it_must_be() -> None:
    told: list[tuple[int, int]] = []
    reading = readers.read_letter(LETTERS / "scan-mixed.pdf", lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (1, 1)]
    assert reading.scanned
    assert "Số: /STTTT-TTBCXB" in reading.text
    assert reading.text.index("sống trở lại bình thường") < reading.text.index("báo cáo kết quả trước ngày 25 tháng 8")


@needs_tesseract
def test_every_page_of_a_fax() -> None:
    told: list[tuple[int, int]] = []
    text = readers.read(LETTERS / "scan-fax.tif", lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert text.index("Kính gửi các xã") < text.index("hai lần mỗi ngày") < text.index("trước ngày 25 tháng 8")


@needs_tesseract
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for the tool among the processes")
def test_calling_it_off_leaves_no_tool_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = lined(2400, 3300, 60)
    path, scratch = tmp_path / "dài.tif", tmp_path / "scratch"
    page.save(path, save_all=True, append_images=[page] * 20, compression="tiff_lzw")
    scratch.mkdir()
    mark = f"LETTER_TEST_{os.getpid()}"
    monkeypatch.setenv(mark, "1")
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    begun: list[float] = []

    def cancelled() -> bool:
        if not begun and any("tesseract" in command for command in commands_with(mark)):
            begun.append(time.monotonic())
        return bool(begun)

    with pytest.raises(Refused) as caught:
        readers.read(path, cancelled=cancelled)
    assert caught.value.code == "letter.cancelled"
    assert time.monotonic() - begun[0] < 5
    assert not commands_with(mark)
    assert list(scratch.iterdir()) == []


def commands_with(mark: str) -> list[str]:
    """The command lines of other processes that were started with this variable."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        if folder.name == str(os.getpid()):
            continue
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            continue
    return [command for command in found if command]


@needs_tesseract
def test_a_picture_without_words(tmp_path: Path) -> None:
    Image.new("L", (600, 800), 255).save(tmp_path / "trắng.png")
    assert refusal(tmp_path / "trắng.png").code == "letter.no_text"


def test_a_text_of_guesses_is_refused() -> None:
    scan.refuse_illegible(f"Kính{WORD} gửi các xã, phường", "thư.jpg", 1)
    with pytest.raises(Refused) as caught:
        scan.refuse_illegible(f"xâm{WORD} ịp{WORD} ng{WORD} Hàn tị{WORD} Bưnn{WORD}", "thư.jpg", 1)
    assert (caught.value.code, caught.value.facts) == ("letter.no_text", {"name": "thư.jpg", "pages": 1})


@needs_tesseract
def test_hundreds_of_pages_and_endless_pictures_are_refused_at_once(tmp_path: Path) -> None:
    page = Image.new("1", (40, 40), 1)
    page.save(tmp_path / "nhiều.tif", save_all=True, append_images=[page] * 60)
    many = refusal(tmp_path / "nhiều.tif")
    assert (many.code, many.facts["pages"], many.facts["limit"]) == ("letter.too_many_pages", 61, 60)
    png = io.BytesIO()
    Image.new("1", (8, 8)).save(png, "PNG")
    header = b"IHDR" + struct.pack(">II", 60_000, 30_000) + png.getvalue()[24:29]
    (tmp_path / "bom.png").write_bytes(
        png.getvalue()[:12] + header + struct.pack(">I", zlib.crc32(header)) + png.getvalue()[33:])
    assert refusal(tmp_path / "bom.png").code == "letter.bomb"


@needs_tesseract
@pytest.mark.parametrize("keep", [200, 30_000])
def test_a_torn_picture_is_damaged(tmp_path: Path, keep: int) -> None:
    (tmp_path / "rách.jpg").write_bytes((LETTERS / "scan-photo.jpg").read_bytes()[:keep])
    assert refusal(tmp_path / "rách.jpg").code == "letter.damaged"


def test_without_the_recogniser_a_scan_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(Refused) as caught:
        scan.read(LETTERS / "scan-photo.jpg", lambda done, total: None)
    assert caught.value.code == "letter.no_ocr"
    assert caught.value.facts == {"name": "scan-photo.jpg", "missing": "tesseract"}


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_recogniser_without_vietnamese_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "tesseract"
    tool.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n", encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(Refused) as caught:
        ocr.require("thư.jpg")
    assert (caught.value.code, caught.value.facts["missing"]) == ("letter.no_ocr", "vie")


@pytest.mark.parametrize("angle", [-4.0, 1.2])
def test_a_crooked_page_is_set_straight(angle: float) -> None:
    page = lined().rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert picture.skew(np.asarray(page) < 150) == pytest.approx(-angle, abs=0.25)


def test_shadow_and_small_print_are_evened_out() -> None:
    page = lined(500, 700, 12)
    shade = np.linspace(0, 130, 500)[None, :]
    dark = Image.fromarray(np.clip(np.asarray(page, dtype=float) - shade, 0, 255).astype(np.uint8)).reduce(2)
    ready = picture.prepared(dark)
    assert ready.width > dark.width
    values = np.asarray(ready)
    assert np.median(np.asarray(dark)[:, -30:]) < 140 < 190 < np.median(values[:, -60:])
    assert picture.prepared(Image.new("RGB", (300, 300), (210, 205, 190))) is None


def test_columns_of_a_letterhead_are_told_from_words_apart() -> None:
    page = lined()
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, 1000, 190), fill=255)
    for row in range(4):
        pen.rectangle((120, 20 + 40 * row, 400, 42 + 40 * row), fill=0)
        pen.rectangle((560, 20 + 40 * row, 900, 42 + 40 * row), fill=0)
    found = picture.zones(page)
    assert [zone.column for zone in found] == [True, True, False]
    assert 400 < found[0].right == found[1].left < 560
    assert 160 < found[0].bottom <= 204
    assert [zone.column for zone in picture.zones(lined())] == [False]


def test_pieces_side_by_side_become_two_columns() -> None:
    left = [Piece(50, 250, 800 - 20 * row, 14, f"trái {row}") for row in range(4)]
    right = [Piece(350, 550, 798 - 20 * row, 14, f"phải {row}") for row in range(3)]
    body = [Piece(50, 560, 600, 14, "Thực hiện Công văn")]
    rows = [[left[0], right[0]], [left[1], right[1]], [left[2], right[2]], [left[3]], body]
    assert columns.lines(rows, 600) == ["trái 0\ntrái 1\ntrái 2\ntrái 3\n", "phải 0\nphải 1\nphải 2\n",
                                        "Thực hiện Công văn"]


@pytest.mark.parametrize(("read", "meant"), [
    ("UBND CÁC PHÕNG BAN", "UBND CÁC PHÒNG BAN"), ("đưa cuỘc sống", "đưa cuộc sống"), ("Lãnh đạo SỞ;", "Lãnh đạo Sở;"),
    ("CD-UBND và CĐ số 12", "CD-UBND và CĐ số 12"), ("Lạng Sơn,ngày 3", "Lạng Sơn, ngày 3"), ("3,5 triệu", "3,5 triệu"),
    ("- Lưu: VI TTBCXB", "- Lưu: VT, TTBCXB"), ("KT: GIÁM ĐỐC", "KT. GIÁM ĐỐC"), ("BCĐÐ xã", "BCĐ xã"),
    ("SỞ Y TẾ", "SỞ Y TẾ"), ("l0/l2/2O21", "l0/l2/2O21"), ("VietNamNet và VTV", "VietNamNet và VTV"),
])
def test_only_slips_that_make_no_word_are_mended(read: str, meant: str) -> None:
    assert scan._repaired(read) == meant


def test_marks_become_ranges() -> None:
    reading = split(f"{SCAN}Số: 12{WORD}/CV ngày 3{WORD} tháng 7")
    assert reading.text == "Số: 12/CV ngày 3 tháng 7"
    assert reading.scanned
    assert [reading.text[start:end] for start, end in reading.unsure] == ["12", "3"]
    assert split("chữ thường") == Reading("chữ thường")


def test_a_field_is_no_surer_than_its_words() -> None:
    text = "Số: 12/CV ngày 3 tháng 7"
    letter = ParsedLetter(text, {"number": Field("12/CV", (4, 9)), "subject": Field("ngày", (10, 14)),
                                 "issued_date": Field("2021-07-03", (10, 24)), "urgency": Field(None),
                                 "signature": Field("x", None, 0.3)}, ())

    def confidences(reading: Reading) -> list[float]:
        return [field.confidence for field in believed(letter, reading).fields.values()]

    assert confidences(Reading(text)) == [1.0, 1.0, 1.0, 1.0, 0.3]
    assert confidences(Reading(text, (), True)) == [0.9, 1.0, 0.9, 1.0, 0.3]
    assert confidences(Reading(text, ((15, 16),), True)) == [0.9, 1.0, 0.5, 1.0, 0.3]
    assert max(confidences(Reading("ab", ((0, 2),), True))[:3]) == 0.5


@pytest.mark.parametrize("angle", [0, 90])
def test_a_page_on_its_side_is_noticed(angle: int) -> None:
    if not can_recognise() or "osd" not in ocr.languages(ocr.program(""), ""):
        pytest.skip("tesseract with the models vie and osd is not installed")
    with Image.open(LETTERS / "scan-photo.jpg") as photo:
        assert ocr.upright_angle(photo.convert("L").rotate(angle, expand=True), "") == angle
