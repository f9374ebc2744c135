"""Whole letters as drafts: the five seeds read word by word, all others by form."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.errors import Refused
from broadcaster.base.settings import StationSection
from broadcaster.bulletins.drafting import draft_text, kind_of, told_by_default
from broadcaster.bulletins.wording import load_template
from broadcaster.directives.model import Directive, Field, Point
from broadcaster.directives.parse import parse_letter

DATA = Path(__file__).resolve().parents[2] / "data"
LETTERS = sorted((DATA / "letters").rglob("*.txt"))
COMMUNE = sorted((DATA / "bulletins" / "letters").glob("*.txt"))
SEEDS = [path for path in LETTERS if path.stem.startswith("seed")]


def letter_of(text: str, name: str = "a.txt") -> Directive:
    parsed = parse_letter(text)
    return Directive("1", "", ".txt", name, parsed.text, parsed.fields, parsed.points,
                     datetime(2026, 11, 21, tzinfo=STATION_ZONE), "")


def labelled(path: Path) -> Directive:
    """The letter with what a person would have put right in its head."""
    letter = letter_of(path.read_text(encoding="utf-8"))
    labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    names = ("issuer", "subject", "doc_type", "number", "issued_date", "hotlines")
    return replace(letter, fields={**letter.fields, **{name: Field(labels[name]) for name in names}})


def draft(letter: Directive, home: Path, station: StationSection | None = None,
          kinds: tuple[str, ...] = ("content",)) -> tuple[str, str]:
    points = [point for point in letter.points if point.kind in kinds]
    return draft_text(letter, points, station or StationSection(), load_template(home))


def telling(*texts: str, kind: str = "content", **fields: object) -> Directive:
    """A small letter with these points."""
    points = tuple(Point(f"p{n}", str(n), text, kind, 0, 0) for n, text in enumerate(texts, 1))
    known = {"subject": "tuyên truyền phòng dịch", "issuer": "UBND tỉnh Mẫu", **fields}
    return Directive("1", "", ".txt", "a.txt", "", {name: Field(value) for name, value in known.items()}, points,
                     datetime(2026, 11, 21, tzinfo=STATION_ZONE), "")


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text.strip())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_letter_is_drafted_as_read(path: Path, tmp_path: Path) -> None:
    title, text = draft(labelled(path), tmp_path)
    assert f"{title}\n\n{text}\n" == (DATA / "bulletins" / path.name).read_text(encoding="utf-8")


def by_form(letter: Directive, home: Path, kind: str = "") -> tuple[str, str, str]:
    """Kind, title and text as the service drafts them."""
    general = load_template(home)
    points = told_by_default(letter, general)
    kind = kind or kind_of(letter, points, general).value
    return kind, *draft_text(letter, points, StationSection(), load_template(home, kind))


@pytest.mark.parametrize("path", COMMUNE, ids=lambda path: path.stem)
def test_letter_to_a_commune_is_drafted_as_read(path: Path, tmp_path: Path) -> None:
    kind, title, text = by_form(labelled(path), tmp_path)
    assert f"{kind}\n{title}\n\n{text}\n" == (DATA / "bulletins" / path.name).read_text(encoding="utf-8")


@pytest.mark.parametrize("kinds", [("content",), ("content", "task")], ids=["content", "all"])
@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_any_letter_makes_speech(path: Path, kinds: tuple[str, ...], tmp_path: Path) -> None:
    title, text = draft(letter_of(path.read_text(encoding="utf-8")), tmp_path, kinds=kinds)
    assert title
    assert title[0].isupper()
    assert text.count("\n\n") in {2, 3}
    for sentence in sentences(text):
        assert sentence[0].isupper() or sentence[0] in "“\"", sentence
        assert sentence.endswith((".", "”", "!", "?")), sentence
    told = text.split("\n\n")[1]
    assert max(len(sentence.split()) for sentence in sentences(told)) <= 47
    assert not re.search(r"https?:|\bV/v\b|\./|[\[\](){}*_]|\bngười dân\b(?![^“]*”)|đường dẫn:|/\w+-\w+", text)
    assert not re.search(r"đăng tải|thời lượng|tin, bài|lập danh sách|báo cáo kết quả", told)
    assert len(text.split("\n\n")[2].splitlines()) <= 5 if text.count("\n\n") == 3 else "nhắc lại" not in text


def test_another_place_is_not_ours(tmp_path: Path) -> None:
    letter = letter_of((DATA / "letters" / "seed-002.txt").read_text(encoding="utf-8"))
    _, elsewhere = draft(letter, tmp_path)
    assert "Sở Thông tin và Truyền thông tỉnh Lạng Sơn" in elsewhere
    assert "trên địa bàn" not in elsewhere
    _, home = draft(letter, tmp_path, replace(StationSection(), province="tỉnh Lạng Sơn"))
    assert "trong tỉnh Lạng Sơn" in home


def test_number_of_another_place_names_its_owner(tmp_path: Path) -> None:
    letter = letter_of((DATA / "letters" / "seed-004.txt").read_text(encoding="utf-8"))
    assert "Số điện thoại hỗ trợ của Tiểu ban Thông tin tuyên truyền tỉnh Bình Thuận: 0937 93 83 83." \
        in draft(letter, tmp_path)[1]
    ours = draft(letter, tmp_path, replace(StationSection(), province="tỉnh Bình Thuận"))[1]
    assert "mời bà con gọi số điện thoại 0937 93 83 83." in ours


def test_nothing_for_the_people_promises_nothing(tmp_path: Path) -> None:
    text = draft(letter_of((DATA / "letters" / "03.txt").read_text(encoding="utf-8")), tmp_path)[1]
    assert "nội dung sau đây" not in text
    assert "Sau đây là" not in text


@pytest.mark.parametrize("text", [
    "Tuyên truyền người dân nâng cao cảnh giác, không tham gia tiếp tay mua bán, sử dụng các trang thiết bị, vật tư"
    " y tế, thuốc dùng trong phòng, chống dịch không rõ nguồn gốc xuất xứ, không bảo đảm tiêu chuẩn chất lượng do các"
    " cơ quan có thẩm quyền công bố trên địa bàn.",
    "Nghiêm cấm lợi dụng việc vận động người dân tham gia các hội nhóm trái phép.",
    "Tuyên truyền không để người dân tham gia các hội nhóm trái phép.",
])
def test_what_is_forbidden_is_never_asked_for(text: str, tmp_path: Path) -> None:
    told = draft(telling(text), tmp_path)[1]
    assert not re.search(r"[Đđ]ề nghị bà con (?:sử dụng|mua|tham gia)", told)


def test_what_an_office_asks_of_the_people_is_told(tmp_path: Path) -> None:
    letter = telling("Các cơ quan, trường học và nhân dân trong xã treo cờ Tổ quốc từ ngày 13 đến hết ngày 15 tháng 5.",
                     "Lập danh sách và báo cáo kết quả về Sở.", kind="task")
    told = draft(letter, tmp_path, kinds=("task",))[1].split("\n\n")[1]
    assert told.endswith("Đề nghị các cơ quan, trường học và bà con trong xã treo cờ Tổ quốc từ ngày 13 đến hết ngày 15"
                         " tháng 5.")
    assert "danh sách" not in told


def test_same_point_is_told_once(tmp_path: Path) -> None:
    told = draft(telling("Vận động người dân đeo khẩu trang.", "Vận động người dân đeo khẩu trang."), tmp_path)[1]
    assert told.split("\n\n")[1].count("đeo khẩu trang") == 1
    assert "Thứ nhất" not in told


def test_subject_that_is_an_address_is_no_title(tmp_path: Path) -> None:
    assert draft(telling("Mời bà con đến nhà văn hóa.", subject="Source: https://xa.vn/tin-tuc"), tmp_path)[0] \
        == "Thông báo"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    return tmp_path / "templates" / "bulletin.toml"


def test_station_has_its_own_words(own: Path) -> None:
    own.write_text('greeting = "Alô, alô! {station} đây."\nask = "Mong bà con"\n[documents]\ncong_van = "giấy"\n',
                   encoding="utf-8")
    text = draft(telling("Vận động người dân đeo khẩu trang.", doc_type="cong_van"), own.parents[1])[1]
    assert text.startswith("Alô, alô! Đài truyền thanh xã Mẫu đây.\nĐây là Đài truyền thanh xã Mẫu.")
    assert "theo giấy của Ủy ban nhân dân tỉnh Mẫu" in text
    assert "\nMong bà con đeo khẩu trang." in text


@pytest.mark.parametrize("words", [
    "greeting = ", 'greeting = "{nobody}"', 'greeting = "{station"', 'greeting = "{}"', "greeting = 5", "ask = []",
    "about = []", 'about = "{topic}"', "documents = 1", 'repeat_points = "ba"', "repeat_points = -1", "ordinals = [1]",
    'greeting = "{station.x}"', 'greeting = "{station[a]}"', 'also = [1]', 'greeting = "{station:zz}"',
])
def test_broken_words_are_refused_by_name(own: Path, words: str) -> None:
    own.write_text(words, encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        draft(telling("Tuyên truyền về các biện pháp; vận động người dân đeo khẩu trang; các lợi ích.", "Các kết quả."),
              own.parents[1])
    assert refusal.value.code == "template.broken"
    assert words.partition(" ")[0] in str(refusal.value.facts["detail"]) or "toml" in str(refusal.value.facts["detail"])


def test_words_in_another_encoding_are_refused(own: Path) -> None:
    own.write_bytes('greeting = "Kính thưa bà con"'.encode("utf-16"))
    with pytest.raises(Refused, match="template is wrong"):
        load_template(own.parents[1])


def test_words_saved_by_notepad_are_read(own: Path) -> None:
    own.write_text('greeting = "Chào bà con."', encoding="utf-8-sig")
    assert load_template(own.parents[1]).line("greeting") == "Chào bà con."
