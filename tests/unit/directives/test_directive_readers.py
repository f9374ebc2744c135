"""Real files of every kind, whole and hostile: the same letter comes out, or one plain refusal."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.directives import readers
from broadcaster.directives.parse import parse_letter
from broadcaster.directives.readers import child, reflow

LETTERS = Path(__file__).parents[2] / "data" / "letters"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"


def refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        readers.read(path)
    assert caught.value.facts["name"] == path.name
    return caught.value


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["seed-000.docx", "seed-000.pdf", "seed-004.docx", "seed-004.pdf"])
def test_word_and_pdf_give_the_fields_of_the_letter(name: str) -> None:
    gold = json.loads((LETTERS / name).with_suffix(".json").read_text(encoding="utf-8"))
    letter = parse_letter(readers.read(LETTERS / name))
    labelled = [field for field in letter.fields if field in gold]
    assert {field: letter.value(field) for field in labelled} == {field: gold[field] for field in labelled}


def test_columns_of_the_letterhead_stay_apart() -> None:
    text = readers.read(LETTERS / "seed-004.pdf")
    assert text.index("TIỂU BAN THÔNG TIN") < text.index("Số: 855") < text.index("CỘNG HOÀ") < text.index("Kính gửi")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_encodings(tmp_path: Path, encoding: str) -> None:
    path = put(tmp_path, "thư.txt", "Kính gửi:\r\nỦy ban".encode(encoding))
    assert readers.read(path) == "Kính gửi:\nỦy ban"


def test_decomposed_text_is_composed(tmp_path: Path) -> None:
    path = put(tmp_path, "nfd.txt", unicodedata.normalize("NFD", "Tuyên truyền phòng dịch").encode())
    assert readers.read(path) == "Tuyên truyền phòng dịch"


@pytest.mark.parametrize(("name", "data", "code"), [
    ("trống.txt", b"", "letter.empty"), ("trắng.txt", b" \n\t\n", "letter.empty"), ("số.txt", b"12 34", "letter.empty"),
    ("ảnh.pdf", PNG, "letter.image"), ("nul.txt", b"abc\0def", "letter.binary"),
    ("nhị phân.txt", bytes(range(128, 256)) + b"\0" * 9, "letter.binary"),
    ("tcvn.txt", "Thực hiện".encode("utf-16-le")[1:] + b"\xff\xfe", "letter.binary"),
    ("cp1258.txt", "kính gửi".encode()[:-3] + b"\xe1 b", "letter.encoding"),
    ("cũ.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "letter.unsupported"),
    ("khóa.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
     "letter.password"),
    ("thư.rtf", b"{\\rtf1\\ansi abc}", "letter.unsupported"), ("hỏng.pdf", b"%PDF-1.7\nrubbish", "letter.damaged"),
    ("hỏng.docx", b"PK\x03\x04rubbish", "letter.damaged"), ("âm.txt", b"RIFF\x10\0\0\0WAVE", "letter.unsupported"),
])
def test_each_bad_file_has_its_own_refusal(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert refusal(put(tmp_path, name, data)).code == code


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "không có.txt").code == "letter.missing"
    assert refusal(tmp_path).code == "letter.missing"


def test_password_and_scan() -> None:
    assert refusal(LETTERS / "locked.pdf").code == "letter.password"
    scan = refusal(LETTERS / "scan.pdf")
    assert (scan.code, scan.facts["pages"]) == ("letter.no_text", 1)


def test_huge_text_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lớn.txt"
    with path.open("wb") as file:
        file.write("Kính gửi".encode())
        file.truncate(200_000_000)
    error = refusal(path)
    assert (error.code, error.facts["size"]) == ("letter.too_large", 200_000_000)


def test_word_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with (zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
          archive.open("word/document.xml", "w", force_zip64=True) as part):
        for _ in range(150):
            part.write(b" " * 1_000_000)
    assert path.stat().st_size < 1_000_000
    assert refusal(path).code == "letter.bomb"


def test_other_archives_are_named(tmp_path: Path) -> None:
    path = tmp_path / "thư.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert refusal(path).facts["found"] == "xlsx"


def test_entities_of_xml_are_not_blown_up(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "ha ha ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)) + "]>"
    path = tmp_path / "cười.docx"
    with zipfile.ZipFile(LETTERS / "seed-000.docx") as source, zipfile.ZipFile(path, "w") as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == "word/document.xml":
                head, body = data.split(b"?>", 1)
                data = head + b"?>" + laughs.encode() + body.replace("Như trên".encode(), b"&j;")
            target.writestr(entry, data)
    with contextlib.suppress(Refused):
        assert len(readers.read(path)) < 20_000


def test_time_limit() -> None:
    with pytest.raises(Refused) as caught:
        child.read("pdf", LETTERS / "seed-000.pdf", time_limit=0.001)
    assert caught.value.code == "letter.slow"


def test_word_numbering_is_written_out(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for words in ("Tuyên truyền một", "Tuyên truyền hai"):
        document.add_paragraph(words, style="List Number")
    numbered = document.paragraphs[0].style.element.pPr.numPr
    for paragraph in document.paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = numbered.numId.val
        properties.get_or_add_ilvl().val = 0
    document.save(str(tmp_path / "số.docx"))
    assert readers.read(tmp_path / "số.docx") == "1. Tuyên truyền một\n\n2. Tuyên truyền hai"


def test_reflow_joins_wraps_and_keeps_paragraphs() -> None:
    text = reflow.reflow(["Tuyên truyền vận động người dân ủng hộ công tác phòng chống", "dịch bệnh trên địa bàn.",
                          "1. Điểm một", "2. Điểm hai"])
    assert text.split("\n\n") == [
        "Tuyên truyền vận động người dân ủng hộ công tác phòng chống\ndịch bệnh trên địa bàn.",
        "1. Điểm một", "2. Điểm hai"]


def test_broken_words_are_noticed() -> None:
    assert reflow.share_of_vietnamese("Tuyên truyền chiến dịch tiêm chủng nghiêng") == 1.0
    assert reflow.share_of_vietnamese("BCĐ PHÒNG CH NG D CH DCHỐ HPNG TRX") < 0.7


def parse_command(name: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "broadcaster", "directive", "parse", str(LETTERS / name), "--json"]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_command_line_prints_flat_json() -> None:
    done = parse_command("seed-001.txt")
    assert done.returncode == 0
    data = json.loads(done.stdout)
    gold = json.loads((LETTERS / "seed-001.json").read_text(encoding="utf-8"))
    assert data["number"] == gold["number"]
    assert data["recipients"] == gold["recipients"]
    assert set(data["spans"]["number"]) == {"start", "end", "confidence"}
    assert len(data["points"]) == 2


def test_command_line_refuses_in_one_line() -> None:
    done = parse_command("locked.pdf")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
