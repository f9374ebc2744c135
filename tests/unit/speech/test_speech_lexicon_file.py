"""The station's lexicon: its file, what it lays over the readings, import and undo."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.speech.lexicon_file import Imported, Lexicon
from broadcaster.speech.normalise import normalise, readings


@pytest.fixture
def words(tmp_path: Path) -> Lexicon:
    return Lexicon(tmp_path / "speech" / "lexicon.tsv")


def test_a_learnt_word_has_the_first_claim(words: Lexicon) -> None:
    words.learn("CĐ", "cộng đồng", "Cán bộ truyền thanh")
    words.learn("zalo", "da lô", "")
    assert normalise("CĐ dân cư dùng Zalo", words.table()) == "cộng đồng dân cư dùng da lô"
    found = [(r.written, r.kind) for r in readings("nhóm ZALO", words.table()) if r.changed]
    assert found == [("ZALO", "lexicon")]


def test_only_whole_words_in_their_own_case(words: Lexicon) -> None:
    words.learn("AN", "an ninh", "")
    assert normalise("AN xã; an toàn; AN1", words.table()) == "an ninh xã; an toàn; a nờ một"


def test_a_reading_with_figures_is_read_out(words: Lexicon) -> None:
    words.learn("K30", "km 30", "")
    assert normalise("trạm K30", words.table()) == "trạm ki lô mét ba mươi"


def test_entries_last_and_name_who_taught_them(tmp_path: Path) -> None:
    Lexicon(tmp_path / "l.tsv").learn("BĐVHX", "bưu điện văn hóa xã", "Cán bộ truyền thanh", "nhà bưu điện")
    [entry] = Lexicon(tmp_path / "l.tsv").entries()
    assert (entry.written, entry.by, entry.note) == ("BĐVHX", "Cán bộ truyền thanh", "nhà bưu điện")
    assert entry.added_at.endswith("+07:00")


def test_another_program_changed_the_file(words: Lexicon, tmp_path: Path) -> None:
    words.learn("a b", "x", "")
    path = tmp_path / "speech" / "lexicon.tsv"
    path.write_text("Ea Kao\tê a cao\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert words.table() == {"Ea Kao": "ê a cao"}


def test_forget_and_undo(words: Lexicon) -> None:
    words.learn("TTX", "trung tâm xã", "")
    words.forget("TTX")
    assert words.entries() == ()
    words.undo()
    assert words.table() == {"TTX": "trung tâm xã"}
    with pytest.raises(Refused, match="not in the lexicon"):
        words.forget("KHÔNG")


def test_nothing_to_take_back(words: Lexicon) -> None:
    with pytest.raises(Refused) as refused:
        words.undo()
    assert refused.value.code == "lexicon.no_previous"


@pytest.mark.parametrize(("name", "text"), [
    ("a.tsv", "viết\tđọc\nNhà Rông\tnhà rông\nxấu\n\t\nKrông Nô\tcơ rông nô\n"),
    ("b.csv", "written,spoken\nNhà Rông,nhà rông\nxấu,\n,x\n\"Krông Nô\",\"cơ rông nô\"\n"),
    ("c.csv", "\ufeffwritten;spoken\r\nNhà Rông;nhà rông\r\nxấu\r\n;;\r\nKrông Nô;cơ rông nô\r\n"),
])
def test_import_reports_bad_lines_by_number(words: Lexicon, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = words.import_file(tmp_path / name, "Cán bộ truyền thanh")
    assert (done.added, done.changed) == (2, 0)
    assert 3 in done.bad
    assert tuple(fault.line for fault in done.faults) == done.bad
    assert {fault.reason for fault in done.faults} <= {"spoken", "written"}
    assert words.table() == {"Nhà Rông": "nhà rông", "Krông Nô": "cơ rông nô"}


def test_merge_or_replace(words: Lexicon, tmp_path: Path) -> None:
    words.learn("AA", "một", "")
    words.learn("BB", "hai", "")
    source = tmp_path / "in.tsv"
    source.write_text("BB\tba\nCC\tbốn\n", encoding="utf-8")
    assert words.import_file(source) == Imported(1, 1, 0, 0, ())
    assert words.table() == {"AA": "một", "BB": "ba", "CC": "bốn"}
    assert words.import_file(source, replace=True) == Imported(0, 0, 2, 1, ())
    assert words.table() == {"BB": "ba", "CC": "bốn"}


@pytest.mark.parametrize("ending", ["tsv", "csv"])
def test_export_comes_back(words: Lexicon, tmp_path: Path, ending: str) -> None:
    words.learn('lạ, "kỳ"', "lạ kỳ", "ai đó", "ghi chú; dài")
    assert words.export(tmp_path / f"out.{ending}") == 1
    other = Lexicon(tmp_path / "other.tsv")
    other.import_file(tmp_path / f"out.{ending}")
    assert other.entries() == words.entries()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80abc\tx", b"\x00\x01\x02" * 9, b'"' * 300_000, b""])
def test_a_file_that_is_no_lexicon_changes_nothing(words: Lexicon, tmp_path: Path, data: bytes) -> None:
    words.learn("AA", "một", "")
    (tmp_path / "in.csv").write_bytes(data)
    with pytest.raises(Refused) as refused:
        words.import_file(tmp_path / "in.csv")
    assert refused.value.code in {"lexicon.unreadable", "lexicon.nothing"}
    assert words.table() == {"AA": "một"}


@pytest.mark.parametrize(("written", "spoken", "code"), [
    ("", "x", "lexicon.empty"), ("x", " \t", "lexicon.empty"), ("./.", "x", "lexicon.empty"),
    ("x" * 81, "x", "lexicon.too_long"), ("x", "x " * 200, "lexicon.too_long"),
])
def test_a_word_needs_both_forms(words: Lexicon, written: str, spoken: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        words.learn(written, spoken, "")
    assert refused.value.code == code
    assert words.entries() == ()


def test_tabs_and_line_ends_cannot_break_the_file(words: Lexicon) -> None:
    words.learn("a\tb", "x\ny", "c\rd", "e\tf")
    [entry] = words.entries()
    assert (entry.written, entry.spoken, entry.by, entry.note) == ("a b", "x y", "c d", "e f")


def test_words_go_back_to_what_they_were(words: Lexicon) -> None:
    old = words.learn("UB", "ủy ban", "Cán bộ truyền thanh")
    words.learn("UB", "u bê", "Phó Chủ tịch")
    words.learn("HTX", "hợp tác xã", "")
    words.put({"UB": old, "HTX": None, "XYZ": None})
    assert words.entries() == (old,)
