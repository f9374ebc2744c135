"""The text of every channel: what the bulletin tells, nothing of its radio frame, as much as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit_case import AUTHOR, TITLE, WORDS

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.bulletins.kit import led, script, sms, social
from broadcaster.bulletins.kit.frame import Frame
from broadcaster.bulletins.kit.message import Message, message_of, sentences
from broadcaster.bulletins.kit.texts import COMPOSERS, compose
from broadcaster.bulletins.kit.wording import KitWords, load_kit
from broadcaster.bulletins.model import Bulletin
from broadcaster.library.model import CartKind, State
from broadcaster.wiring import App, build_app

LETTERS = Path(__file__).resolve().parents[2] / "data" / "letters"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture(scope="module")
def words() -> KitWords:
    return load_kit(Path("nowhere"))


@pytest.fixture(scope="module")
def frame(words: KitWords) -> Frame:
    return Frame(Path("nowhere"), words)


def message(words: KitWords, frame: Frame, text: str = WORDS, title: str = TITLE) -> Message:
    from broadcaster.base.settings import StationSection

    bulletin = Bulletin("b1", title, CartKind.NOTICE, text, State.DRAFT, AUTHOR)
    return message_of(bulletin, None, StationSection(), words, frame)


def with_options(words: KitWords, **values: object) -> KitWords:
    return KitWords(words.sections, load_kit(Path("nowhere"), values).options)


def test_what_is_only_said_on_the_radio_stays_there(words: KitWords, frame: Frame) -> None:
    told = message(words, frame)
    texts = [fact.text for fact in told.facts_told]
    assert texts == [
        "Thực hiện kế hoạch của UBND xã Mẫu, Trạm Thú y tổ chức tiêm phòng dại.",
        "Thời gian: từ 7 giờ 30 đến 11 giờ ngày 01/12/2026.", "Địa điểm: tại Nhà văn hóa các thôn.",
        "Mức thu 15.000 đồng/con.", "Đề nghị bà con xích, rọ mõm chó khi đưa đến điểm tiêm.",
        "Đề nghị bà con đăng ký với trưởng thôn trước ngày 28/11/2026."]
    assert told.phones == ("0912 345 678",)
    assert [fact.text for fact in told.facts_told if fact.main] == texts[-1:]


def test_when_and_where_matter_most(words: KitWords, frame: Frame) -> None:
    ranked = sorted(message(words, frame).facts_told, key=lambda fact: fact.rank)
    assert [fact.kind for fact in ranked[:2]] == ["when", "do"]
    assert ranked[1].deadline


def test_a_message_fits_and_keeps_the_facts(words: KitWords, frame: Frame) -> None:
    text = compose("sms", message(words, frame), words)
    assert sms.count(text).segments == 1
    assert text.isascii()
    assert text.startswith("Xa Mau: Tiem phong dai cho cho, meo dot 2 nam 2026.")
    assert "7h30 den 11h ngay 01/12/2026" in text
    assert text.endswith("LH 0912 345 678.")
    accents = compose("sms", message(words, frame), with_options(words, sms_accents=True))
    assert sms.count(accents).segments <= 3
    assert "Đăng ký với trưởng thôn trước ngày 28/11/2026." in accents


def test_a_title_too_long_for_a_message_is_cut_between_words(words: KitWords, frame: Frame) -> None:
    title = "Chiến dịch cao điểm " + "phòng cháy chữa cháy rừng mùa khô " * 8
    text = compose("sms", message(words, frame, title=title), words)
    assert sms.count(text).segments == 1
    assert "... " in text
    assert text.endswith("LH 0912 345 678.")


@settings(max_examples=120, deadline=None)
@given(st.text(st.sampled_from("aăâđêôơư bcdgh0123456789.,:\n“”-"), max_size=1200), st.integers(8, 64),
       st.booleans(), st.integers(1, 4))
def test_limits_hold_for_any_words(text: str, width: int, accents: bool, segments: int) -> None:
    general = load_kit(Path("nowhere"))
    chosen = with_options(general, led_characters=width, sms_accents=accents, sms_segments_plain=segments,
                          sms_segments_accents=segments, social_characters=400)
    told = message(chosen, Frame(Path("nowhere"), chosen), text, text or "Thông báo")
    assert not led.too_long(compose("led", told, chosen), width)
    assert len(compose("social", told, chosen)) <= 400
    for channel in ("portal", "leaflet", "poster", "script"):
        compose(channel, told, chosen)
    assert sms.count(compose("sms", told, chosen)).segments <= segments + 1  # a head alone may be longer than one


@settings(max_examples=200)
@given(st.text(), st.integers(1, 60))
def test_lines_of_a_board_lose_nothing(text: str, width: int) -> None:
    lines = led.wrapped(text, width)
    assert all(0 < len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(led.nfc(text).split())


def test_a_board_in_capitals_with_the_number_last(words: KitWords, frame: Frame) -> None:
    lines = led.shown(compose("led", message(words, frame), words))
    assert lines[0] == "TIÊM PHÒNG DẠI CHO CHÓ, MÈO ĐỢT"
    assert lines[-2:] == ["ĐT HỖ TRỢ: 0912 345 678", "XÃ MẪU"]
    assert len(lines) <= words.options.led_lines


def test_a_post_has_title_points_number_and_tags(words: KitWords, frame: Frame) -> None:
    text = compose("social", message(words, frame), words)
    assert text.splitlines()[0] == TITLE.upper()
    assert "• Thời gian: từ 7 giờ 30 đến 11 giờ ngày 01/12/2026." in text
    assert "☎ Điện thoại hỗ trợ: 0912 345 678" in text
    assert text.endswith("#XãMẫu #ĐàiTruyềnThanhXãMẫu")
    assert social.hashtag("–") == ""


def test_a_script_has_pauses_and_answers(words: KitWords, frame: Frame) -> None:
    text = compose("script", message(words, frame), words)
    assert "Thực hiện kế hoạch của UBND xã Mẫu, // Trạm Thú y tổ chức" in text
    assert "Hỏi: Thời gian thế nào?\nĐáp: Thời gian: từ 7 giờ 30" in text
    assert "Đáp: Khi cần hỗ trợ, bà con gọi số điện thoại 0912 345 678." in text
    assert script.with_pauses("Mức 1,5 triệu đồng một hộ gia đình mỗi năm học này") == \
        "Mức 1,5 triệu đồng một hộ gia đình mỗi năm học này", "a comma in a figure is no pause"


def test_sentences_are_not_parted_after_abbreviations() -> None:
    assert sentences("Tại TP. Hà Nội có ThS. Mẫu. Bà con chú ý! Gọi số 113.") == [
        "Tại TP. Hà Nội có ThS. Mẫu.", "Bà con chú ý!", "Gọi số 113."]


@pytest.mark.parametrize(("said", "found"), [
    ("Gọi 0912.345.678 hoặc 1900 6868", ("0912.345.678", "1900 6868")), ("Hãy gọi số 113 ngay.", ("113",)),
    ("Ngày 01/12/2026, mức 500.000.000 đồng, thửa 0123", ()), ("Số 0203 3825 599, 0203.3825.599", ("0203 3825 599",)),
    ("Gọi +84 912 345 678", ("+84 912 345 678",)), ("Nhà số 115 đường 1", ()),
])
def test_numbers_to_call(words: KitWords, frame: Frame, said: str, found: tuple[str, ...]) -> None:
    assert message(words, frame, said).phones == found


def test_a_drafted_letter_names_source_link_and_owner(app: App) -> None:
    letter = app.directives.add(LETTERS / "seed-004.txt").directive
    made = app.bulletins.draft(letter.id)
    texts = {item.channel: item.text for item in app.kit.texts(made.id)}
    assert set(texts) == set(COMPOSERS)
    source = str(letter.value("number"))
    for channel in ("social", "portal", "leaflet", "poster", "script"):
        assert source in texts[channel], channel
    link = letter.value("links")[0] if letter.value("links") else ""
    assert link
    assert link in texts["leaflet"]
    assert all("Kính thưa toàn thể" not in text and "đến đây là hết" not in text for text in texts.values())
    # Another province's number is never shown as ours.
    phone = letter.value("hotlines")[0]
    for text in texts.values():
        for line in text.splitlines():
            if phone in line:
                assert "Bình Thuận" in line or "Binh Thuan" in line or not line.strip(" .0123456789")


@pytest.mark.parametrize("name", ["seed-000", "seed-001", "seed-002", "seed-003", "10", "22"])
def test_every_letter_gives_every_channel_the_same_each_time(app: App, name: str) -> None:
    letter = app.directives.add(LETTERS / f"{name}.txt").directive
    made = app.bulletins.draft(letter.id)
    first, again = app.kit.texts(made.id), app.kit.texts(made.id)
    assert first == again
    assert all(item.text and not item.edited for item in first)
    assert sms.count(next(item.text for item in first if item.channel == "sms")).segments == 1


def test_the_stations_own_wording_lies_over_the_shipped(app: App, home: StationHome) -> None:
    made = app.bulletins.new(TITLE, WORDS, CartKind.NOTICE, AUTHOR)
    own = '[sms]\nhead = "UBND {commune} TB: {title}."\n[options]\nled_characters = 24\n'
    write_atomic(home.root / "templates" / "kit.toml", own.encode())
    assert app.kit.text(made.id, "sms").text.startswith("UBND xa Mau TB: Tiem phong")
    assert max(len(line) for line in app.kit.text(made.id, "led").text.splitlines()) <= 24
    app.kit.choose(led_characters=48, led_uppercase=False)
    assert app.kit.words().options.led_characters == 48, "chosen in the window, over the template"
    assert TITLE in app.kit.text(made.id, "led").text


@pytest.mark.parametrize("own", [
    "options = 3", "[options]\nled_characters = 2", '[options]\nled_characters = "32"', "[options]\nnothing = 1",
    '[options]\npaper = "A4"', '[options]\nleaflet_page = "A0"', '[sms]\nhead = "{nothing}"', "[sms]\nhead = 3",
    "[reading]\ntopics = 3", "kein toml", "[options]\nsms_accents = 1",
])
def test_broken_wording_is_refused(app: App, home: StationHome, own: str) -> None:
    made = app.bulletins.new(TITLE, WORDS, CartKind.NOTICE, AUTHOR)
    write_atomic(home.root / "templates" / "kit.toml", own.encode())
    with pytest.raises(Refused) as refused:
        app.kit.texts(made.id)
    assert refused.value.code == "template.broken"
