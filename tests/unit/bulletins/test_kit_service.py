"""Channels edited, made anew, approved with their bulletin, left behind by it, and written as files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from kit_case import AUTHOR, TITLE, WORDS, approve

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.kit import paper
from broadcaster.bulletins.kit.blocks import Block, Sheet, leaflet_blocks
from broadcaster.bulletins.model import CHANNELS, Bulletin
from broadcaster.library.model import CartKind, State
from broadcaster.wiring import App, build_app

DRAFT = "BẢN NHÁP – CHƯA DUYỆT"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")


@pytest.fixture
def notice(app: App) -> Bulletin:
    return app.bulletins.new(TITLE, WORDS, CartKind.NOTICE, AUTHOR)


def states(app: App, bulletin: Bulletin) -> set[str]:
    """The approved channels."""
    return {item.channel for item in app.kit.texts(bulletin.id) if item.approved}


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number].get_textpage() for number in range(len(document))]
        text = "\n".join(page.get_text_bounded() for page in pages)
        for page in pages:
            page.close()
        return text.replace("\r", "").replace("\u00a0", " ")
    finally:
        document.close()


def test_an_edit_stays_until_it_is_made_anew(app: App, notice: Bulletin) -> None:
    own = app.kit.edit(notice.id, "sms", "Tiem phong 7h30 01/12\t NVH\x00 \r\nLH 0912", AUTHOR)
    assert (own.text, own.edited) == ("Tiem phong 7h30 01/12  NVH\nLH 0912", True)
    app.bulletins.save(notice.id, title="Tên khác")
    assert app.kit.text(notice.id, "sms").text == own.text
    assert app.kit.text(notice.id, "led").text.startswith("TÊN KHÁC"), "what nobody edited follows the bulletin"
    before = app.kit.regenerate(notice.id, "sms", AUTHOR)
    assert app.kit.text(notice.id, "sms").text.startswith("Xa Mau: Ten khac.")
    assert app.kit.put_back(before).text == own.text
    assert app.kit.edit(notice.id, "sms", app.kit.regenerate(notice.id, "sms").text).edited


def test_words_like_those_of_the_rules_are_no_edit(app: App, notice: Bulletin) -> None:
    made = app.kit.text(notice.id, "led").text
    assert app.kit.edit(notice.id, "led", f"{made}\nTHÊM").edited
    assert not app.kit.edit(notice.id, "led", made).edited


def test_an_edited_text_is_left_behind_by_its_bulletin(app: App, notice: Bulletin) -> None:
    item = app.kit.edit(notice.id, "poster", "Tiêm ngày 01/12")
    assert not app.kit.left_behind(item, app.bulletins.get(notice.id))
    after = app.bulletins.save(notice.id, text=WORDS.replace("01/12", "02/12"))
    assert app.kit.left_behind(app.kit.text(notice.id, "poster"), after)
    assert "poster" not in {shown.channel for shown in app.kit.shown_for_approval(notice.id)}
    kept = app.kit.keep(notice.id, "poster", AUTHOR)
    assert not app.kit.left_behind(kept, after)


def test_channels_are_approved_with_the_bulletin(app: App, chief: Person, notice: Bulletin) -> None:
    app.kit.edit(notice.id, "social", "Bài của tôi")
    assert states(app, notice) == set()
    approve(app, chief, notice)
    assert states(app, notice) == set(CHANNELS)
    cart = app.approvals.cart_of(notice.id)
    app.kit.edit(notice.id, "social", "Bài khác")
    assert states(app, notice) == set(CHANNELS) - {"social"}
    assert app.approvals.current(cart.id) is not None, "the airing is not touched"
    app.kit.edit(notice.id, "social", "Bài của tôi")
    assert states(app, notice) == set(CHANNELS), "the very words that were approved"


def test_only_what_was_shown_is_approved(app: App, chief: Person, notice: Bulletin) -> None:
    app.bulletins.voice(notice.id)
    app.approvals.submit(f"bulletin:{notice.id}", AUTHOR)
    shown = app.kit.shown_for_approval(notice.id)
    app.kit.edit(notice.id, "led", "ĐỔI SAU KHI XEM")
    app.approvals.approve(f"bulletin:{notice.id}", chief, channels=shown)
    assert states(app, notice) == set(CHANNELS) - {"led"}


def test_another_text_of_the_bulletin_ends_every_channels_approval(app: App, chief: Person, notice: Bulletin) -> None:
    app.kit.edit(notice.id, "sms", "Tiem ngay 01/12")
    approve(app, chief, notice)
    app.bulletins.save(notice.id, text=WORDS.replace("01/12", "02/12"))
    assert states(app, notice) == set()
    approve(app, chief, notice)
    assert states(app, notice) == set(CHANNELS) - {"sms"}, "the message still says the old day"


def test_a_changed_channel_is_signed_on_its_own(app: App, chief: Person, notice: Bulletin) -> None:
    with pytest.raises(Refused) as early:
        app.kit.approve(notice.id, app.kit.texts(notice.id), chief)
    assert early.value.code == "kit.bulletin_not_approved"
    approve(app, chief, notice)
    changed = app.kit.edit(notice.id, "leaflet", "Tờ rơi mới")
    app.kit.edit(notice.id, "leaflet", "Tờ rơi mới hơn")
    with pytest.raises(Refused) as late:
        app.kit.approve(notice.id, [changed], chief)
    assert late.value.code == "kit.changed"
    writer = app.accounts.add(AUTHOR, "", Role.OPERATOR, "1111")
    with pytest.raises(Refused) as who:
        app.kit.approve(notice.id, [app.kit.text(notice.id, "leaflet")], writer)
    assert who.value.code == "approval.role"
    app.kit.approve(notice.id, [app.kit.text(notice.id, "leaflet")], chief)
    assert states(app, notice) == set(CHANNELS)


def test_broken_wording_does_not_hold_up_the_airing(app: App, home: StationHome, chief: Person,
                                                    notice: Bulletin) -> None:
    (home.root / "templates").mkdir()
    (home.root / "templates" / "kit.toml").write_text("[sms]\nhead = 3\n", encoding="utf-8")
    assert approve(app, chief, notice).state is State.APPROVED


def test_all_files_beside_each_other_and_none_overwritten(app: App, chief: Person, notice: Bulletin,
                                                          tmp_path: Path) -> None:
    approve(app, chief, notice)
    steps: list[tuple[int, int]] = []
    done = app.kit.export(notice.id, tmp_path / "ra", progress=lambda *step: steps.append(step))
    names = sorted(path.name for path in done.files)
    assert len(names) == 11
    assert done.left_out == ()
    assert steps[-1] == (10, 11)
    assert all(name.isascii() and len(name) < 90 and name.startswith("tiem-phong-dai") for name in names)
    again = app.kit.export(notice.id, tmp_path / "ra", ["sms"])
    assert again.files[0].name == "tiem-phong-dai-cho-cho-meo-dot-2-nam-2026-tin-nhan (2).txt"
    assert done.files[0].read_bytes() == again.files[0].read_bytes()
    everything = b"".join(path.read_bytes() for path in done.files if path.suffix in {".txt", ".csv", ".html"})
    assert DRAFT not in everything.decode()
    assert [path.name for path in (tmp_path / "ra").iterdir() if path.name.startswith(".")] == []


def test_what_nobody_approved_is_marked_in_every_file(app: App, notice: Bulletin, tmp_path: Path) -> None:
    done = app.kit.export(notice.id, tmp_path)
    assert set(done.left_out) == {"sms", "led"}
    for path in done.files:
        if path.suffix == ".pdf":
            assert DRAFT in text_of(path.read_bytes()), path.name
        elif path.suffix == ".docx":
            assert Document(str(path)).paragraphs[0].text == DRAFT
        else:
            assert DRAFT in path.read_text(encoding="utf-8-sig")
    with pytest.raises(Refused) as refused:
        app.kit.export(notice.id, tmp_path, ["led"])
    assert refused.value.code == "kit.not_approved"
    board = app.kit.export(notice.id, tmp_path, ["led"], draft=True).files
    assert all(path.read_text(encoding="utf-8-sig").startswith(DRAFT) for path in board)


def test_export_can_be_called_off(app: App, notice: Bulletin, tmp_path: Path) -> None:
    answers = iter([False, False, True])
    with pytest.raises(Refused) as refused:
        app.kit.export(notice.id, tmp_path, cancelled=lambda: next(answers))
    assert refused.value.facts == {"done": 2, "total": 8}
    assert len(list(tmp_path.glob("*mang-xa-hoi.txt"))) == 1
    (tmp_path / "tệp").write_text("")
    with pytest.raises(Refused) as blocked:
        app.kit.export(notice.id, tmp_path / "tệp" / "trong")
    assert blocked.value.code == "disk.unwritable"


def test_bad_asks_are_refused(app: App, notice: Bulletin, tmp_path: Path) -> None:
    for code, act in (("kit.channel", lambda: app.kit.text(notice.id, "fax")),
                      ("kit.channel", lambda: app.kit.export(notice.id, tmp_path, ["fax"])),
                      ("kit.too_long", lambda: app.kit.edit(notice.id, "sms", "a" * 60_001)),
                      ("bulletin.unknown", lambda: app.kit.texts("nothing")),
                      ("template.broken", lambda: app.kit.choose(led_characters=1))):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == code


def test_a_notice_on_paper_says_it_all(app: App, chief: Person, notice: Bulletin) -> None:
    approve(app, chief, notice)
    pdf = app.kit.preview(notice.id, "poster", app.kit.text(notice.id, "poster").text)
    text = text_of(pdf)
    for said in ("ỦY BAN NHÂN DÂN XÃ MẪU", "THÔNG BÁO", "TIÊM PHÒNG DẠI CHO CHÓ", "0912 345 678",
                 "Mẫu, ngày 21 tháng 11 năm 2026", "TM. ỦY BAN NHÂN DÂN", "từ 7 giờ 30 đến 11 giờ"):
        assert said in text.replace("\n", " "), said
    assert DRAFT not in text
    assert DRAFT in text_of(app.kit.preview(notice.id, "poster", "Chữ khác"))
    assert b"BeVietnamPro-Bold" in pdf, "its own fonts go with it"


def test_a_code_stands_only_where_there_is_a_link() -> None:
    def marks(link: str) -> int:
        document = pypdfium2.PdfDocument(paper.leaflet_pdf(Sheet((Block("title", "Tên"),), "A5", link=link)))
        count = sum(1 for _ in document[0].get_objects())
        document.close()
        return count

    assert marks("https://dichvucong.gov.vn/p/home/dvc-trang-chu.html") > marks("") + 200


@pytest.mark.parametrize(("title", "body"), [
    ("", ""), ("A" * 200, "B" * 3000), ("TIÊM " * 60, "\n".join(f"- Điểm {n}: " + "nội dung " * 20 for n in range(60))),
    ("<b>Đậm & nghiêng</b>", "- <para>&amp; 🎺 \u202e\ufffe"), ("Tên", "Điện thoại: " + "0912 345 678, " * 20),
])
@pytest.mark.parametrize("page", ["A4", "A5"])
def test_any_words_become_pages_with_nothing_cut_off(title: str, body: str, page: str) -> None:
    blocks = leaflet_blocks(f"{title}\n{body}")
    for make in (paper.leaflet_pdf, paper.poster_pdf, paper.script_pdf):
        pdf = make(Sheet(blocks, page, ("XÃ MẪU",), link="https://xamau.vn", signature=("ngày", "CHỦ TỊCH"),
                         draft=DRAFT))
        document = pypdfium2.PdfDocument(pdf)
        width, _ = document[0].get_size()
        for number in range(len(document)):
            for item in document[number].get_objects([1]):
                left, _, right, _ = item.get_bounds()
                assert -1 <= left <= right <= width + 1
        document.close()
        words = {word for word in body.split() if word.isalpha() and len(word) < 20}
        assert words <= set(text_of(pdf).split())


def test_a_script_explains_words_that_are_said_otherwise(app: App, notice: Bulletin, tmp_path: Path) -> None:
    script = next(path for path in app.kit.export(notice.id, tmp_path, ["script"]).files if path.suffix == ".docx")
    lines = [paragraph.text for paragraph in Document(io.BytesIO(script.read_bytes())).paragraphs]
    assert any(line.startswith("Đọc: ") and "UBND" in line for line in lines)
    assert "1. Kính thưa bà con!" in lines
    assert "HỎI – ĐÁP" in lines
    assert sum(set(line) == {"."} for line in lines) == 8, "room to write on"
