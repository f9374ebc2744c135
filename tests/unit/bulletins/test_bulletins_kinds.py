"""Kinds of bulletins, several bulletins of one letter, key facts, what stands around the points."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import StationSection
from broadcaster.bulletins.drafting import chosen_points, draft_text, draft_texts, kind_of, said, told_by_default
from broadcaster.bulletins.key_facts import key_facts, phones, to_repeat
from broadcaster.bulletins.languages import LANGUAGES
from broadcaster.bulletins.points import PointWriter
from broadcaster.bulletins.wording import load_template
from broadcaster.directives.model import Directive, Field, Point
from broadcaster.directives.parse import parse_letter
from broadcaster.library.model import CartKind
from broadcaster.wiring import build_app

FACTS = dict.fromkeys(("station", "commune", "province", "title", "source", "issuer"), "x")
WORDS = ("Tuyên truyền", "vận động", "người dân", "các hộ", "không", "được", ";", ":", ",", ".", "(", ")", "a)", "b)",
         "Thời gian:", "trước ngày 5/10", "để", "nhằm", "theo Nghị định số 5/2020/NĐ-CP", "và", "“", "”", "https://a.vn/b",
         "đăng ký", "phải", "có trách nhiệm", "hoặc nộp", "UBND xã", "Đề nghị", "khi", "\n")
FORBIDDEN = ("không đốt rơm rạ ngoài đồng", "không thả rông chó nơi công cộng",
             "không đi qua ngầm tràn khi nước lũ dâng cao",
             "không chia sẻ thông tin sai sự thật trên mạng xã hội", "không mua bán hàng hóa không rõ nguồn gốc")
LETTERS = Path(__file__).resolve().parents[2] / "data" / "bulletins" / "letters"
NOWHERE = Path("no such home")
GENERAL = load_template(NOWHERE)


def letter(name: str) -> Directive:
    parsed = parse_letter((LETTERS / f"{name}.txt").read_text(encoding="utf-8"))
    return Directive("1", "", ".txt", "a.txt", parsed.text, parsed.fields, parsed.points,
                     datetime(2026, 11, 21, tzinfo=STATION_ZONE), "")


def made(*points: Point, **fields: object) -> Directive:
    return Directive("1", "", ".txt", "a.txt", "", {name: Field(value) for name, value in fields.items()}, points,
                     datetime(2026, 11, 21, tzinfo=STATION_ZONE), "")


def point(text: str, number: str = "1", kind: str = "content", name: str = "") -> Point:
    return Point(name or f"p{number}", number, text, kind, 0, 0)


def body(source: Directive, kind: str = "") -> str:
    template = load_template(NOWHERE, kind)
    return draft_text(source, told_by_default(source, GENERAL), StationSection(), template)[1]


def test_news_drops_what_is_only_to_be_known() -> None:
    source = made(point("Truyền thông về hiệu quả của tiêm chủng."),
                  point("Vận động người dân đi tiêm trước ngày 15/12/2026.", "2"))
    assert "hiệu quả" in body(source, "bai")
    assert "hiệu quả" not in body(source, "tin")
    assert "Đề nghị bà con đi tiêm trước ngày 15/12/2026." in body(source, "tin")


def test_news_of_topics_alone_keeps_them() -> None:
    assert "tìm hiểu về hiệu quả" in body(made(point("Truyền thông về hiệu quả của tiêm chủng.")), "tin")


@pytest.mark.parametrize(("name", "kind"), [
    ("rabies", CartKind.NOTICE), ("storm", CartKind.NEWS), ("power", CartKind.NOTICE), ("hygiene", CartKind.FEATURE),
])
def test_kind_follows_the_form_of_the_letter(name: str, kind: CartKind) -> None:
    source = letter(name)
    assert kind_of(source, told_by_default(source, GENERAL), GENERAL) is kind


def test_kinds_have_their_own_words_and_the_station_the_last(tmp_path: Path) -> None:
    assert "Sau đây là thông báo" in body(letter("rabies"), "thong_bao")
    assert "Mời bà con nghe tin" in body(letter("rabies"), "tin")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "bulletin.toml").write_text(
        'closing = "Hết."\n[tin]\nclosing = "Hết tin."\n', encoding="utf-8")
    for kind, closing in (("tin", "Hết tin."), ("bai", "Hết."), ("thong_bao", "Hết."), ("chuyen_muc", "Hết.")):
        assert load_template(tmp_path, kind).word("closing") == closing


def test_hours_of_the_matter_are_told_and_those_of_the_broadcast_not() -> None:
    text = body(letter("vneid"), "thong_bao")
    assert "Thời gian tiếp nhận từ 7 giờ 30 đến 17 giờ" in text
    assert "Riêng thứ Bảy từ 8 giờ đến 11 giờ 30." in text
    assert "15/11/2026" not in text
    assert "20/12/2026" not in text


def test_headings_hold_their_points_together() -> None:
    text = body(letter("vneid"), "bai")
    assert "Bản tin gồm 2 nội dung chính: cấp thẻ căn cước; phòng ngừa lừa đảo." in text
    assert "Thứ ba" not in text


def test_work_of_offices_asks_people_only_what_is_asked_of_them() -> None:
    source = letter("storm")
    assert [chosen.number for chosen in told_by_default(source, GENERAL)][:3] == ["1", "2", "3"]
    text = body(source)
    assert "trước 17 giờ ngày 06/9/2026" in text
    assert "Công an tỉnh" not in text
    assert "thời lượng" not in text


def test_what_stands_around_the_points_is_told_with_all_of_them() -> None:
    source = letter("power")
    assert "bảo đảm khoảng cách an toàn tối thiểu 2 m" in body(source)
    one = draft_text(source, source.points[:1], StationSection(), GENERAL)[1]
    assert "khoảng cách an toàn" not in one


def test_purpose_is_never_asked_for() -> None:
    source = made(point("Kêu gọi người dân tích cực, chủ động tải ứng dụng Sổ sức khỏe điện tử trên điện thoại di động "
                        "thông minh để được quản lý khi được tiêm chủng, khai báo y tế, cập nhật các phản ứng sau tiêm "
                        "cũng như chứng nhận tiêm chủng bản điện tử của Bộ Y tế ban hành."))
    assert "đề nghị bà con cập nhật" not in body(source).lower()


@pytest.mark.parametrize(("written", "spoken"), [
    ("Người dân được miễn phí vé.", "Bà con được miễn phí vé."),
    ("Các hộ gia đình có trách nhiệm nộp thuế.", "Đề nghị các hộ gia đình nộp thuế."),
    ("Địa điểm: Trạm Y tế xã.", "Địa điểm là Trạm Y tế xã."),
    ("Mức thu: 25.000 đồng/con.", "Mức thu là 25.000 đồng/con."),
    ("Từ 06h00 đến 11h30 ngày 25/11/2026: thôn 1 (cả ngày 26).",
     "Từ 6 giờ đến 11 giờ 30 ngày 25/11/2026, thôn 1, cả ngày 26."),
    ("Người dân mang giấy tờ (nếu có).", "Đề nghị bà con mang giấy tờ, nếu có."),
    ("Xử phạt theo quy định tại khoản 2 Điều 5 Nghị định số 90/2017/NĐ-CP ngày 31/7/2017 của Chính phủ.",
     "Xử phạt theo quy định."),
    ("Gửi về ĐT: (0209) 000 111, email: a.b@xa.gov.vn.", "Gửi về điện thoại: 0209 000 111."),
    ("Các biện pháp: a) Rửa tay; b) Đeo khẩu trang.",
     "Các biện pháp: một là rửa tay, hai là đeo khẩu trang."),
    ("", "."),
])
def test_clause_as_said(written: str, spoken: str) -> None:
    assert said(written, StationSection(), GENERAL) == spoken


def test_deadlines_are_repeated_before_the_rest() -> None:
    items = PointWriter(GENERAL, {}).items([
        point("Vận động người dân giữ vệ sinh."), point("Vận động người dân trồng cây.", "2"),
        point("Vận động người dân nộp tờ khai tại bộ phận một cửa của Ủy ban nhân dân xã hoặc qua mạng theo hướng dẫn "
              "của cán bộ thuế phụ trách địa bàn trước ngày 20/12/2026.", "3")])
    facts = key_facts(items, made(hotlines=["1900 0000"]))
    assert to_repeat(facts, 2) == ["Đề nghị bà con giữ vệ sinh.", "Đề nghị bà con nộp tờ khai trước ngày 20/12/2026."]
    assert facts[-1].kind == "phone"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["content", "task", "around"]), st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)),
                                                               max_size=40))
def test_any_point_can_be_said(kind: str, words: list[str]) -> None:
    for sentence in PointWriter(GENERAL, FACTS).said(kind, " ".join(words)):
        assert sentence.text.endswith(".")
        assert "\n" not in sentence.text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FORBIDDEN), min_size=1, max_size=4, unique=True), st.sampled_from(["; ", ", ", ". "]))
def test_what_is_forbidden_stays_forbidden(parts: list[str], between: str) -> None:
    told = " ".join(said.text for said in PointWriter(GENERAL, FACTS).said(
        "content", f"Tuyên truyền, vận động người dân {between.join(parts)}."))
    for part in parts:
        assert re.search(rf"không {part.removeprefix('không ')}", told), told


def test_numbers_for_offices_are_not_for_people() -> None:
    source = made(hotlines=["(0209) 000 111", "0209 000 222"], contact="Phòng Văn hóa, điện thoại 0209 000 222")
    assert phones(source) == ["0209 000 111"]
    assert phones(replace(source, fields={"hotlines": Field(["0209 000 222"]), "contact": Field("0209 000 222")})) \
        == ["0209 000 222"]


def test_several_bulletins_of_one_letter() -> None:
    source = letter("vneid")
    each = draft_texts(source, told_by_default(source, GENERAL), StationSection(), GENERAL)
    assert [title.rpartition(" ")[2] for title, _, _ in each] == ["(1/2)", "(2/2)"]
    assert ", phần 1." in each[0][1]
    assert "căn cước trước" not in each[1][1]
    assert "lừa đảo" in each[1][1]
    assert "0200 456 113" not in each[0][1]
    assert "0200 456 113" in each[1][1]
    assert set(each[0][2]) & set(each[1][2]) == set()


@pytest.mark.parametrize(("name", "wanted", "chosen"), [
    ("vneid", ["2"], ["p4", "p5", "p6"]), ("rabies", ["2"], ["p2"]), ("vneid", ["p6"], ["p6"]),
    ("vneid", ["a"], ["p2"]), ("power", ["2"], ["p2"]),
])
def test_points_by_number(name: str, wanted: list[str], chosen: list[str]) -> None:
    assert [point.id for point in chosen_points(letter(name), wanted)] == chosen


def test_one_thing_to_tell_makes_one_bulletin() -> None:
    source = made(point("Vận động người dân đi tiêm."), subject="tiêm chủng cho trẻ em")
    (title, _, ids), = draft_texts(source, source.points, StationSection(), GENERAL)
    assert (title, ids) == ("Tiêm chủng cho trẻ em", ("p1",))


def test_points_that_tell_nothing_make_one_bulletin_of_title_and_source() -> None:
    source = made(point("   "), point("…", kind="task", name="p2"), subject="tiêm chủng cho trẻ em")
    (title, text, ids), = draft_texts(source, source.points, StationSection(), GENERAL)
    assert (title, ids) == ("Tiêm chủng cho trẻ em", ("p1", "p2"))
    assert "" not in [line.strip() for part in text.split("\n\n") for line in part.split("\n")]


def test_service_drafts_each_and_keeps_languages(home: StationHome) -> None:
    app = build_app(home, VirtualClock(datetime(2026, 11, 21, 4, tzinfo=STATION_ZONE)))
    try:
        source = app.directives.add(LETTERS / "vneid.txt", "").directive
        first, second = app.bulletins.draft_each(source.id, None, "Cán bộ truyền thanh", CartKind.NOTICE)
        assert (first.kind, first.author) == (CartKind.NOTICE, "Cán bộ truyền thanh")
        assert app.bulletins.get(second.id).points == second.points
        assert app.bulletins.draft(source.id).kind is CartKind.NEWS
        assert app.bulletins.save(first.id, language="tyz").language == "tyz"
        with pytest.raises(Refused) as refusal:
            app.bulletins.voice(first.id)
        assert refusal.value.code == "bulletin.language"
        assert refusal.value.facts["language"] == "Tiếng Tày"
        with pytest.raises(Refused) as refusal:
            app.bulletins.save(first.id, language="xx")
        assert refusal.value.code == "bulletin.language_unknown"
    finally:
        app.close()


def test_languages_are_named_once() -> None:
    assert next(iter(LANGUAGES)) == "vi"
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)
    assert all(code.isascii() and code.islower() for code in LANGUAGES)
