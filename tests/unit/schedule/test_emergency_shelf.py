"""The shelf of emergency messages on a real station home: what gets on, what is refused, what is found wrong later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from sqlalchemy import select

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused, Tampered
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.db.schema import audit
from broadcaster.library.model import CartKind
from broadcaster.protocol.emergency import read_message
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.emergency import PRESETS, slug_of
from broadcaster.schedule.shelf_check import shelf_problems
from broadcaster.wiring import App, build_app

OPERATOR = "Cán bộ truyền thanh"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    built = build_app(home, clock)
    yield built
    built.close()


@pytest.fixture
def approver(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "Phó Chủ tịch UBND xã", Role.APPROVER, "2222")


@pytest.fixture
def cart(app: App, approver: Person, tmp_path: Path) -> str:
    return approved(app, approver, tmp_path, "Bão số 3: sơ tán")


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.code == code)


def draft(app: App, folder: Path, title: str, kind: CartKind = CartKind.MESSAGE) -> str:
    noise = np.random.default_rng(len(title)).uniform(-0.3, 0.3, 24_000)
    soundfile.write(folder / "x.wav", noise, 48_000)
    cart = app.library.add(folder / "x.wav", title=title, kind=kind, by=OPERATOR).cart
    app.approvals.submit(f"cart:{cart.id}", OPERATOR)
    return cart.id


def approved(app: App, approver: Person, folder: Path, title: str, until: str = "",
             kind: CartKind = CartKind.MESSAGE) -> str:
    cart_id = draft(app, folder, title, kind)
    app.approvals.approve(f"cart:{cart_id}", approver, until)
    return cart_id


def codes(app: App) -> list[str]:
    return [problem.code for problem in app.emergency.problems()]


def test_an_approved_item_is_put_taken_off_and_put_back(app: App, cart: str) -> None:
    every, lasting = PRESETS["half_hourly"]
    made = app.emergency.put(cart, key=3, repeats=2, every_minutes=every, for_minutes=lasting, by=OPERATOR)
    assert (made.slug, made.title, made.urgency) == ("bao-so-3-so-tan", "Bão số 3: sơ tán", Urgency.EMERGENCY)
    assert made.approval == app.approvals.current(cart)
    assert made.chime is not None
    assert app.home.audio(made.chime.sha256).exists()
    assert app.emergency.messages() == [made]
    assert read_message(app.home.emergency / "bao-so-3-so-tan.json", app.key) == made
    app.emergency.take_off(made.slug, OPERATOR)
    assert (app.emergency.messages(), app.emergency.removed()) == ([], [made])
    assert app.emergency.put_back(made.slug, OPERATOR) == made
    assert (app.emergency.messages(), app.emergency.removed(), codes(app)) == ([made], [], [])
    with app.database.read() as c:
        rows = c.execute(select(audit).where(audit.c.subject == "emergency:bao-so-3-so-tan")).all()
    assert [(row.person, row.action) for row in rows] == [
        (OPERATOR, f"emergency.{act}") for act in ("put", "take_off", "put_back")]


def test_the_same_item_replaces_itself_and_a_namesake_gets_a_number(app: App, approver: Person, cart: str,
                                                                   tmp_path: Path) -> None:
    twin = approved(app, approver, tmp_path, "Bão số 3 - sơ tán!")
    app.emergency.put(cart, chime=False)
    app.emergency.put(cart, chime=False, repeats=3)
    assert app.emergency.put(twin, chime=False).slug == "bao-so-3-so-tan-2"
    assert [(item.slug, item.repeats) for item in app.emergency.messages()] == [
        ("bao-so-3-so-tan-2", 1), ("bao-so-3-so-tan", 3)]


def test_a_name_is_made_of_whole_words_without_accents() -> None:
    assert slug_of("ĐÊ vỡ – Thôn Đông, 21/11") == "de-vo-thon-dong-21-11"
    assert slug_of("x" * 60) == "x" * 40
    assert slug_of("một " * 12) == "-".join(["mot"] * 10)
    assert slug_of("¡!") == "tin-khan"


def test_what_is_not_approved_or_not_valid_today_is_refused(app: App, approver: Person, clock: VirtualClock,
                                                            tmp_path: Path) -> None:
    waiting = draft(app, tmp_path, "Chưa duyệt")
    short = approved(app, approver, tmp_path, "Ngắn hạn", until="2026-11-22")
    tune = approved(app, approver, tmp_path, "Chuông của đài mình", kind=CartKind.CHIME)
    for cart_id, code in ((waiting, "emergency.not_approved"), ("nothing", "schedule.cart_unknown"),
                          (tune, "schedule.kind")):
        with refused(code):
            app.emergency.put(cart_id)
    made = app.emergency.put(short)
    assert made.chime is not None
    assert made.chime.sha256 == app.library.get(tune).cut.sha256, "the station's own chime"
    assert codes(app) == ["expiring"]
    clock.advance(timedelta(days=2).total_seconds())
    assert codes(app) == ["expired"]
    app.emergency.take_off(made.slug)
    for act in (lambda: app.emergency.put(short), lambda: app.emergency.put_back(made.slug)):
        with refused("emergency.expired"):
            act()
    assert app.emergency.messages() == []


@pytest.mark.parametrize(("words", "code"), [
    ({"slug": "Bão"}, "emergency.slug"), ({"slug": "../x"}, "emergency.slug"), ({"key": 10}, "emergency.key"),
    ({"repeats": 0}, "emergency.repeat"), ({"every_minutes": 30}, "emergency.repeat"),
    ({"every_minutes": 1, "for_minutes": 60}, "emergency.repeat"), ({"for_minutes": -1}, "emergency.repeat"),
    ({"urgency": Urgency.ROUTINE}, "emergency.urgency"),
])
def test_senseless_words_are_refused(app: App, words: dict[str, object], code: str) -> None:
    with refused(code):
        app.emergency.put("any", **words)  # type: ignore[arg-type]
    assert list(app.home.emergency.iterdir()) == []


def test_a_key_plays_one_message(app: App, approver: Person, cart: str, tmp_path: Path) -> None:
    other = approved(app, approver, tmp_path, "Cháy rừng")
    app.emergency.put(cart, slug="bao", key=1, chime=False)
    with refused("emergency.key_taken"):
        app.emergency.put(other, slug="chay", key=1, chime=False)
    app.emergency.take_off("bao")
    app.emergency.put(other, slug="chay", key=1, chime=False)
    assert app.emergency.put_back("bao").key == 0, "the key is not taken from the other"
    app.emergency.take_off("bao")
    app.emergency.put(other, slug="bao", chime=False)
    with refused("emergency.slug_taken"):
        app.emergency.put_back("bao")
    with refused("emergency.unknown"):
        app.emergency.take_off("../demo")


def test_altered_files_and_sounds_are_found_and_can_be_removed(app: App, cart: str) -> None:
    made = app.emergency.put(cart)
    assert made.chime is not None
    path = app.home.emergency / f"{made.slug}.json"
    sound, bell = app.home.audio(made.cut.sha256), app.home.audio(made.chime.sha256)
    whole, good = path.read_bytes(), sound.read_bytes()
    bell.unlink()
    assert codes(app) == ["chime_missing"]
    sound.write_bytes(good[:-1] + b"x")
    assert codes(app) == ["cut_altered", "chime_missing"]
    with refused("approval.audio_altered"):
        app.emergency.put(cart, chime=False)
    sound.unlink()
    assert codes(app) == ["cut_missing", "chime_missing"]
    path.write_bytes(whole.replace(b'"repeats": 1', b'"repeats": 9'))
    assert codes(app) == ["altered"]
    app.database.engine.dispose()
    app.home.database.write_bytes(b"no database")
    (problem,) = shelf_problems(app.home, app.key, app.clock.now().date())
    assert (problem.code, problem.serious, problem.facts) == ("altered", True, {"name": path.name})


def test_an_altered_file_is_taken_off_but_not_put_back(app: App, cart: str) -> None:
    slug = app.emergency.put(cart, chime=False).slug
    path = app.home.emergency / f"{slug}.json"
    path.write_bytes(path.read_bytes().replace(b"emergency", b"priority_"))
    app.emergency.take_off(slug)
    with pytest.raises((Tampered, Refused)):
        app.emergency.put_back(slug)
    assert codes(app) == []


def test_a_withdrawn_approval_takes_the_message_off(app: App, approver: Person, cart: str, tmp_path: Path) -> None:
    kept = app.emergency.put(approved(app, approver, tmp_path, "Cháy rừng"), chime=False)
    gone = app.emergency.put(cart, chime=False)
    app.approvals.withdraw(f"cart:{cart}", approver, "đã hết bão")
    assert codes(app) == ["withdrawn"]
    assert app.emergency.drop_withdrawn() == [gone.slug]
    assert app.emergency.messages() == [kept]
    assert app.emergency.drop_withdrawn() == []
    with refused("emergency.not_approved"):
        app.emergency.put_back(gone.slug)


def test_the_command_puts_removes_and_restores(app: App, cart: str, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> tuple[int, str, str]:
        code = main(["--home", str(app.home.root), "emergency", *words])
        return code, *capsys.readouterr()

    code, out, _ = run("put", cart[-8:], "--as", OPERATOR, "--key", "2", "--every", "120", "--for", "1440", "--json")
    made = json.loads(out)
    assert (code, made["slug"], made["key"], made["every_minutes"]) == (0, "bao-so-3-so-tan", 2, 120)
    assert run("remove", made["slug"])[:2] == (0, "removed: bao-so-3-so-tan (broadcaster emergency restore "
                                                  "bao-so-3-so-tan)\n")
    assert json.loads(run("list", "--json")[1]) == {"messages": [], "problems": []}
    assert run("restore", made["slug"])[0] == 0
    assert json.loads(run("list", "--json")[1])["messages"] == [made]
    for words in (("put", "nothing"), ("put", cart, "--key", "0", "--every", "5"), ("remove", "nothing"),
                  ("restore", made["slug"])):
        code, out, err = run(*words)
        assert (code, out, err.count("\n")) == (1, "", 1), err
