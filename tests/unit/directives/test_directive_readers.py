"""Real files of every kind, whole and hostile: the same letter comes out, or one plain refusal."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.directives import readers
from broadcaster.directives.parse import parse_letter
from broadcaster.directives.readers import reflow

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
    ("ảnh.pdf", PNG, "letter.damaged"), ("nul.txt", b"abc\0def", "letter.binary"),
    ("nhị phân.txt", bytes(range(128, 256)) + b"\0" * 9, "letter.binary"),
    ("lệch.txt", "Thực hiện".encode("utf-16-le")[1:] + b"\xff\xfe", "letter.binary"),
    ("cụt.txt", "kính gửi".encode()[:-3] + b"\xe1 b", "letter.encoding"),
    ("pháp.txt", "Le café est fermé à cause de la fête".encode("latin-1"), "letter.encoding"),
    ("cũ.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "letter.damaged"),
    ("hỏng.pdf", b"%PDF-1.7\nrubbish", "letter.damaged"), ("hỏng.docx", b"PK\x03\x04rubbish", "letter.damaged"),
    ("cụt.rtf", b"{\\rtf1\\ansi{\\b K\\'ednh", "letter.damaged"),
    ("âm.txt", b"RIFF\x10\0\0\0WAVE", "letter.unsupported"),
    ("hình.pdf", b"<svg xmlns='x'><g/></svg>", "letter.unsupported"),
    ("dữ liệu.txt", b'<?xml version="1.0"?><rows><row a="1"/></rows>', "letter.unsupported"),
    ("cấu hình.txt", b'{"name": "x", "values": [1, 2]}', "letter.unsupported"),
    ("bảng.txt", b"a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "letter.unsupported"),
    ("mã.txt", b"import os\n\ndef main():\n    x = {\n        1: 2,\n    }\n    return x\n\nclass A:\n    pass\n",
     "letter.unsupported"),
    ("phim.doc", b"GIF89a" + b"\0" * 40, "letter.unsupported"), ("chạy.txt", b"MZ\x90\0" * 20, "letter.unsupported"),
])
def test_each_bad_file_has_its_own_refusal(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert refusal(put(tmp_path, name, data)).code == code


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "không có.txt").code == "letter.missing"
    assert refusal(tmp_path).code == "letter.missing"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices with names")
def test_what_is_no_plain_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.txt")
    (tmp_path / "không.txt").symlink_to("/dev/zero")
    (tmp_path / "vòng.txt").symlink_to(tmp_path / "vòng.txt")
    assert refusal(tmp_path / "ống.txt").code == "letter.missing"
    assert refusal(tmp_path / "không.txt").code == "letter.missing"
    assert refusal(tmp_path / "vòng.txt").code == "letter.unreadable"


def test_password() -> None:
    assert refusal(LETTERS / "locked.pdf").code == "letter.password"


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
