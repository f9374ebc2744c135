"""The piles on the approver's desk: each thing lies on one, in the order in which it wants to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ApprovalSection, Settings, save_settings
from broadcaster.bulletins.desk import ApprovalDesk, Pile
from broadcaster.library.model import CartKind
from broadcaster.wiring import App, build_app

AUTHOR = "Cán bộ truyền thanh"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")


def submitted(app: App, title: str) -> str:
    made = app.bulletins.new(title, f"{title}, mời bà con.", by=AUTHOR)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    return f"bulletin:{made.id}"


def titles(app: App, pile: Pile, words: str = "") -> list[str]:
    return [row.title for row in ApprovalDesk(app.database, app.clock).pile(pile, words)]


def test_each_thing_lies_on_its_pile(app: App, chief: Person, clock: VirtualClock, tmp_path: Path) -> None:
    subjects = {}
    for title in ("Chờ lâu", "Trả lại", "Duyệt", "Sắp hết", "Rút"):
        subjects[title] = submitted(app, title)
        clock.advance(60)
    soundfile.write(tmp_path / "a.wav", 0.2 * np.random.default_rng(1).standard_normal(96_000), 48_000)
    cart = app.library.add(tmp_path / "a.wav", title="Âm thanh", kind=CartKind.NOTICE, by=AUTHOR).cart
    app.approvals.submit(f"cart:{cart.id}", AUTHOR)
    app.approvals.give_back(subjects["Trả lại"], chief, "Thiếu giờ")
    app.approvals.approve(subjects["Duyệt"], chief, "2026-12-31")
    app.approvals.approve(subjects["Sắp hết"], chief, "2026-11-25")
    app.approvals.approve(subjects["Rút"], chief)
    app.approvals.withdraw(subjects["Rút"], chief, "Đã qua")
    app.comments.add(subjects["Chờ lâu"], "Xem giúp.", AUTHOR)
    desk = ApprovalDesk(app.database, app.clock)
    assert titles(app, Pile.WAITING) == ["Chờ lâu", "Âm thanh"]
    assert titles(app, Pile.RETURNED) == ["Trả lại"]
    assert set(titles(app, Pile.APPROVED)) == {"Duyệt", "Sắp hết"}
    assert titles(app, Pile.ENDING) == ["Sắp hết"]
    assert titles(app, Pile.WITHDRAWN) == ["Rút"]
    assert desk.counts() == {Pile.WAITING: 2, Pile.SECOND: 0, Pile.RETURNED: 1, Pile.APPROVED: 2, Pile.ENDING: 1,
                             Pile.WITHDRAWN: 1}
    first = desk.pile(Pile.WAITING)[0]
    assert (first.subject, first.author, first.remarks) == (subjects["Chờ lâu"], AUTHOR, 1)
    assert first.since.startswith("2026-11-21T04:50")
    assert first.seconds > 0.5
    assert desk.pile(Pile.RETURNED)[0].reason == "Thiếu giờ"
    assert titles(app, Pile.WAITING, "cho LAU") == ["Chờ lâu"]
    assert titles(app, Pile.WAITING, "am th") == ["Âm thanh"]
    assert len(titles(app, Pile.WAITING, AUTHOR)) == 2
    assert titles(app, Pile.WAITING, "không có") == []
    clock.advance(20 * 86_400)
    assert titles(app, Pile.ENDING) == ["Sắp hết"]
    clock.advance(20 * 86_400)
    assert titles(app, Pile.ENDING) == ["Duyệt"]


def test_what_the_first_of_two_agreed_to_waits_for_the_second(home: StationHome, clock: VirtualClock) -> None:
    save_settings(home, Settings(approval=ApprovalSection(second_approver=True)))
    app = build_app(home, clock)
    first = app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")
    app.approvals.approve(submitted(app, "Họp thôn"), first)
    assert titles(app, Pile.WAITING) == []
    found = ApprovalDesk(app.database, app.clock).pile(Pile.SECOND)
    assert [(row.title, row.approver) for row in found] == [("Họp thôn", "Phó Chủ tịch")]
    app.close()
