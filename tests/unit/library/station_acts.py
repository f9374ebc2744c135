"""Everything people do with the library, approvals and papers, each on a station made ready for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import soundfile
from library_sounds import babble, wav

from broadcaster.accounts.model import Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, sha256_of, write_atomic
from broadcaster.base.settings import changed, save_settings
from broadcaster.library.importing.model import Wish
from broadcaster.library.model import CartKind, Filter, State
from broadcaster.units.model import Unit
from broadcaster.wiring import App, build_app

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=STATION_ZONE)
LONG_AGO = datetime(2024, 1, 5, 9, 0, tzinfo=STATION_ZONE)
WRITER, APPROVER = "Cán bộ truyền thanh", "Phó Chủ tịch"


@dataclass(frozen=True)
class Ready:
    """A station, its items by title, and sound files that are not in it yet."""

    app: App
    sources: Path

    def cart(self, title: str) -> str:
        found = self.app.library.find(Filter(states=tuple(State)), limit=500)
        return next(cart.id for cart in found if cart.title == title)


Act = Callable[[Ready], object]


def prepare(folder: Path) -> None:
    """The station `home` and the folder `sources` in `folder`; copied for every try."""
    home, sources = StationHome(folder / "home"), folder / "sources"
    sources.mkdir(parents=True)
    for number in range(12):
        wav(sources / f"{number}.wav", babble(1.2, seed=number + 1))
    with_clock(home, LONG_AGO, lambda app: [
        app.library.add(sources / f"{number}.wav", title=f"cũ {number}") and app.library.archive(
            next(cart.id for cart in app.library.find(f"cũ {number}")), WRITER, "xong") for number in (0, 1)])
    with_clock(home, NOW, lambda app: _fill(app, sources))


def _fill(app: App, sources: Path) -> None:
    app.accounts.add(WRITER, "", Role.OPERATOR, "246813")
    app.accounts.add(APPROVER, "", Role.APPROVER, "135792")
    for number in range(2, 7):
        app.library.add(sources / f"{number}.wav", title=f"tin {number}", by=WRITER)
    _approve(app, "tin 3")
    app.retention.remove([removal for removal in app.retention.plan() if removal.title == "cũ 1"], APPROVER, "cũ")
    stray = sources / "stray.flac"
    soundfile.write(stray, babble(1.0, seed=40), 48_000, subtype="PCM_16", format="FLAC")
    place = app.home.audio(sha256_of(stray))
    place.parent.mkdir(exist_ok=True)
    shutil.copyfile(stray, place)


def with_clock(home: StationHome, now: datetime, work: Callable[[App], object]) -> None:
    app = build_app(home, VirtualClock(now))
    try:
        work(app)
    finally:
        app.close()


def ready(folder: Path) -> Ready:
    """Open what `prepare` made, or a copy of it."""
    return Ready(build_app(StationHome(folder / "home"), VirtualClock(NOW)), folder / "sources")


def _approve(app: App, title: str) -> None:
    cart = next(cart for cart in app.library.find(title))
    if cart.state.value in {"draft", "returned"}:
        app.approvals.submit(f"cart:{cart.id}", WRITER)
    app.approvals.approve(f"cart:{cart.id}", app.accounts.by_name(APPROVER))


def _import(made: Ready) -> None:
    waiting = made.app.imports.unfinished()
    run_id = waiting[0].id if waiting else made.app.imports.start([made.sources / "7.wav"], Wish(CartKind.NEWS))
    made.app.imports.go_on(run_id)


def _shape(made: Ready) -> None:
    cart = made.cart("tin 4")
    shape = made.app.shaping.shape_of(cart)
    made.app.shaping.shape(cart, replace(shape, head_frames=shape.head_frames + 4800, fade_out_frames=2400), WRITER)


def _older_version(made: Ready) -> None:
    cart = made.cart("tin 5")
    if len(made.app.library.versions(cart)) == 1:
        made.app.library.replace_audio(cart, made.sources / "8.wav", WRITER)
    made.app.library.use_version(cart, 1, WRITER)


def _remove(made: Ready) -> None:
    retention = made.app.retention
    if not any(removal.title == "cũ 0" for removal in retention.removed()):
        gone = retention.remove([item for item in retention.plan() if item.title == "cũ 0"], APPROVER, "đã cũ")
        assert [item.title for item in gone] == ["cũ 0"]


def _bring_back(made: Ready) -> None:
    for removal in made.app.retention.removed():
        made.app.retention.bring_back(removal.sha256, APPROVER)


def _sheet(made: Ready) -> None:
    try:
        made.app.sheets.submit(NOW.date(), WRITER)
    except Refused as refusal:
        if refusal.code not in {"sheet.unchanged", "sheet.empty"}:
            raise


def _recovery(made: Ready) -> None:
    paper = made.app.home.root / "recovery.txt"
    made.app.recovery.new_sheet(lambda codes: write_atomic(paper, "\n".join(codes).encode()), WRITER)


def _settings(made: Ready) -> None:
    save_settings(made.app.home, changed(made.app.settings, "library", watch="/srv/sticks"))


ACTS: dict[str, Act] = {
    "import": _import,
    "edit": lambda made: made.app.library.edit([made.cart("tin 2")], {"note": "đ" * 3000}, WRITER),
    "shape": _shape,
    "version": _older_version,
    "archive": lambda made: made.app.library.archive(made.cart("tin 3"), WRITER, "xong"),
    "remove": _remove,
    "bring back": _bring_back,
    "approve": lambda made: _approve(made.app, "tin 6"),
    "withdraw": lambda made: made.app.approvals.withdraw(f"cart:{made.cart('tin 3')}", APPROVER, "sai"),
    "comment": lambda made: made.app.comments.add(f"cart:{made.cart('tin 2')}", "đ" * 900, WRITER),
    "slip": lambda made: write_atomic(made.app.home.root / "slip.pdf",
                                      made.app.slips.pdf(f"cart:{made.cart('tin 3')}")),
    "sheet": _sheet,
    "recovery": _recovery,
    "units": lambda made: made.app.units.save(Unit("u1", "Xã Mẫu", made_level()), WRITER),
    "trail": lambda made: made.app.trail.export(made.app.home.root / "trail.csv", "csv"),
    "settings": _settings,
    "take in": lambda made: [made.app.strays.take_in(stray.sha256, WRITER) for stray in made.app.strays.found()],
    "publish": lambda made: made.app.schedule.publish_days(NOW.date(), 2),
}


def made_level() -> str:
    from broadcaster.units.service import levels

    return levels()[-1].key
