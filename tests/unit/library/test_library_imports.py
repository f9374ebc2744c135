"""Many files in: verdicts, stopping, going on, and whatever goes wrong on the way, with real reading processes."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from library_sounds import babble, encode, wav

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db import engine
from broadcaster.library.importing import reader as reader_module
from broadcaster.library.importing.model import ImportFile, Wish
from broadcaster.library.importing.reader import Reader
from broadcaster.library.model import CartKind
from broadcaster.wiring import App, build_app

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices as Linux has them")


@pytest.fixture
def app(home: StationHome) -> Iterator[App]:
    made = build_app(home)
    yield made
    made.close()


def sounds(folder: Path, count: int, seconds: float = 1.2, first: int = 0) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return [wav(folder / f"tin {n}.wav", babble(seconds, seed=n + 1)) for n in range(first, first + count)]


def states(app: App, run_id: str) -> list[str]:
    return [file.state.value for file in app.imports.files(run_id)]


def imports_in_trail(app: App) -> int:
    with closing(sqlite3.connect(app.home.database)) as connection:
        return int(connection.execute("select count(*) from audit where action = 'cart.import'").fetchone()[0])


def nothing_is_left(home: StationHome) -> bool:
    return not list(home.run.glob("import*"))


def files_of_the_audio_folder(home: StationHome) -> set[str]:
    return {path.stem for path in (home.root / "audio").rglob("*.flac")}


def test_every_file_gets_a_verdict_and_no_source_is_touched(app: App, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    composed = unicodedata.normalize("NFC", "Tiếng Việt.wav")
    sounds(stick, 1)
    for name in (composed, unicodedata.normalize("NFD", composed), "CON.wav", "đ" * 125 + "x.wav"):
        shutil.copy2(stick / "tin 0.wav", stick / name)
    encode(stick / "bài.mp3", babble(1.5, seed=9), title="Tin vắn")
    (stick / "rỗng.mp3").write_bytes(b"")
    (stick / "văn bản.wav").write_text("xin chào", encoding="utf-8")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in stick.iterdir()}
    told: list[ImportFile] = []
    run_id = app.imports.start([stick, stick / "không có.wav"], Wish(CartKind.NEWS, "own", "an_ninh"), "Cán bộ")
    run = app.imports.go_on(run_id, tell=told.append)
    assert (run.state, run.files, run.waiting) == ("done", 9, 0)
    files = app.imports.files(run_id)
    assert sorted(told, key=lambda file: file.number) == files
    assert sorted(file.state.value for file in files) == ["accepted"] * 2 + ["known"] * 4 + ["refused"] * 3
    assert {file.name: file.verdict["code"] for file in files if file.state == "refused"} == {
        "rỗng.mp3": "sound.empty", "văn bản.wav": "sound.unreadable", "không có.wav": "file.missing"}
    assert app.library.count() == 2
    (cart,) = [cart for cart in app.library.find() if cart.title == "Tin vắn"]
    assert (cart.kind, cart.origin, cart.category, cart.author) == (CartKind.NEWS, "own", "an_ninh", "Cán bộ")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in stick.iterdir()} == before
    assert nothing_is_left(app.home)
    assert app.imports.unfinished() == []


def test_stopped_and_gone_on_with_nothing_is_done_twice(app: App, tmp_path: Path) -> None:
    run_id = app.imports.start(sounds(tmp_path, 5), Wish())
    done = threading.Event()
    shown: list[int] = []
    run = app.imports.go_on(run_id, lambda now: shown.append(now.files_done), done.is_set, lambda _: done.set())
    assert 1 <= 5 - run.waiting < 5
    assert run.state == "running"
    assert app.library.count() == 5 - run.waiting
    assert [left.id for left in app.imports.unfinished()] == [run_id]
    assert app.imports.go_on(run_id).state == "done"
    assert states(app, run_id) == ["accepted"] * 5
    assert imports_in_trail(app) == app.library.count() == 5
    assert app.imports.go_on(run_id).waiting == 0
    assert imports_in_trail(app) == 5


def test_given_up_keeps_what_is_in(app: App, tmp_path: Path) -> None:
    run_id = app.imports.start(sounds(tmp_path, 2), Wish())
    assert app.imports.cancel(run_id).state == "cancelled"
    assert app.imports.unfinished() == []
    with pytest.raises(Refused, match="no such import"):
        app.imports.cancel("gone")
    (tmp_path / "rỗng").mkdir()
    with pytest.raises(Refused, match="no sound file"):
        app.imports.start([tmp_path / "rỗng"], Wish())


@posix
def test_after_a_power_cut_it_goes_on(app: App, tmp_path: Path) -> None:
    stick = sounds(tmp_path / "usb", 6, 3.0)[0].parent
    program = subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(app.home.root), "library", "add",
                                str(stick)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: app.library.count() >= 1)
        (running,) = [row for row in runs_of(app)]
        assert app.imports.unfinished() == []
        with pytest.raises(Refused) as refusal:
            app.imports.go_on(running)
        assert refusal.value.code == "import.running"
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()
    (left,) = app.imports.unfinished()
    assert 1 <= left.waiting < 6
    assert app.imports.go_on(left.id).state == "done"
    assert states(app, left.id) == ["accepted"] * 6
    assert imports_in_trail(app) == app.library.count() == 6
    assert files_of_the_audio_folder(app.home) == {cart.cut.sha256 for cart in app.library.find()}
    wait_for(lambda: nothing_is_left(app.home))


def runs_of(app: App) -> list[str]:
    with closing(sqlite3.connect(app.home.database)) as connection:
        return [row[0] for row in connection.execute("select id from import_run")]


def wait_for(come: object, seconds: float = 40.0) -> None:
    over = threading.Event()
    for _ in range(int(seconds / 0.05)):
        if come():  # type: ignore[operator]
            return
        over.wait(0.05)
    raise AssertionError("waited in vain")


def test_two_imports_of_the_same_files_at_once(app: App, tmp_path: Path) -> None:
    files = sounds(tmp_path, 3)
    other = build_app(app.home)
    try:
        runs = [one.imports.start(files, Wish()) for one in (app, other)]
        threads = [threading.Thread(target=one.imports.go_on, args=(run,)) for one, run in zip((app, other), runs,
                                                                                              strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        other.close()
    assert sorted(states(app, runs[0]) + states(app, runs[1])) == ["accepted"] * 3 + ["known"] * 3
    assert imports_in_trail(app) == app.library.count() == 3
    assert files_of_the_audio_folder(app.home) == {cart.cut.sha256 for cart in app.library.find()}


def test_a_stick_pulled_out_waits_for_its_return(app: App, tmp_path: Path) -> None:
    stick = sounds(tmp_path / "usb", 6)[0].parent
    own = sounds(tmp_path / "máy", 1, first=20)
    run_id = app.imports.start([stick, *own], Wish())
    gone = tmp_path / "đã rút"

    def pull(_: ImportFile) -> None:
        if stick.exists():
            stick.rename(gone)

    with pytest.raises(Refused) as refusal:
        app.imports.go_on(run_id, tell=pull)
    assert refusal.value.code == "import.source_gone"
    waiting = states(app, run_id).count("waiting")
    assert refusal.value.facts == {"path": str(stick), "left": waiting}
    assert waiting >= 2
    assert states(app, run_id)[-1] == "accepted", "what lies elsewhere comes in all the same"
    assert "refused" not in states(app, run_id)
    gone.rename(stick)
    assert app.imports.go_on(run_id).state == "done"
    assert states(app, run_id) == ["accepted"] * 7


@posix
def test_a_medium_that_fails_is_not_blamed_on_the_files(app: App, tmp_path: Path) -> None:
    bad = tmp_path / "hỏng.mp3"
    bad.symlink_to("/proc/self/mem")  # a real file that answers every read with an input/output error
    run_id = app.imports.start([bad, *sounds(tmp_path / "usb", 1)], Wish())
    app.imports.go_on(run_id)
    assert states(app, run_id) == ["refused", "accepted"]
    assert app.imports.files(run_id)[0].verdict["code"] == "file.unreadable"
    links = [tmp_path / f"hỏng {n}.mp3" for n in range(3)]
    for link in links:
        link.symlink_to("/proc/self/mem")
    run_id = app.imports.start(links, Wish())
    with pytest.raises(Refused, match="3 files wait"):
        app.imports.go_on(run_id)
    assert states(app, run_id) == ["waiting"] * 3


def test_a_locked_database_blames_no_file(home: StationHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0)
    app = build_app(home)
    try:
        run_id = app.imports.start(sounds(tmp_path, 2), Wish())
        with closing(sqlite3.connect(home.database, isolation_level=None)) as other:
            def lock(now: object) -> None:
                if not other.in_transaction:
                    other.execute("BEGIN IMMEDIATE")

            with pytest.raises(Refused) as refusal:
                app.imports.go_on(run_id, lock)
            other.execute("ROLLBACK")
        assert refusal.value.code == "database.busy"
        assert states(app, run_id) == ["waiting"] * 2
        assert files_of_the_audio_folder(home) == set()
        assert app.imports.go_on(run_id).state == "done"
        assert states(app, run_id) == ["accepted"] * 2
    finally:
        app.close()


@posix
def test_a_full_disk_stops_the_run_which_goes_on_later(app: App, tmp_path: Path) -> None:
    run_id = app.imports.start(sounds(tmp_path, 1, 6.0), Wish())
    words = [sys.executable, "-m", "broadcaster", "--home", str(app.home.root), "library", "add", "--go-on"]
    full = "import resource,signal,os,sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); " \
           "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)); os.execv(sys.argv[1], sys.argv[1:])"
    tried = subprocess.run([sys.executable, "-c", full, *words], capture_output=True, text=True, check=False)
    assert tried.returncode == 1
    # A limit on the size of files has an error of its own.
    assert tried.stderr.startswith(("broadcaster: the disk is full", "broadcaster: cannot write to "))
    assert tried.stderr.endswith("1 files wait: library add --go-on\n")
    assert "Traceback" not in tried.stderr
    assert states(app, run_id) == ["waiting"]
    assert files_of_the_audio_folder(app.home) == set()
    assert app.imports.go_on(run_id).state == "done"
    assert states(app, run_id) == ["accepted"]


@posix
def test_a_reader_that_dies_costs_one_file(home: StationHome, tmp_path: Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = sounds(tmp_path, 2)
    reader = Reader(home.run / "import.t" / "0", -18.0, lambda: False)
    try:
        reader.open(first, first.stat().st_size)
        assert os.getpriority(os.PRIO_PROCESS, reader.pid) >= 10, "the player comes first"
        limits = Path(f"/proc/{reader.pid}/limits").read_text(encoding="ascii")
        assert "2000000000" in limits
        os.kill(reader.pid, signal.SIGSEGV)
        with pytest.raises(Refused) as refusal:
            reader.make()
        assert refusal.value.code == "sound.breaks_reader"
        assert reader.pid == 0
        assert len(reader.open(second, second.stat().st_size)) == 64
        sound = reader.make()
        assert sound.frames == 57_600
        reader.drop()
        assert not sound.file.exists()
        monkeypatch.setattr(reader_module, "LEAST_SECONDS", 0.0)
        monkeypatch.setattr(reader_module, "SECONDS_PER_MEGABYTE", 0.0)
        with pytest.raises(Refused) as refusal:
            reader.open(first, 10)
        assert refusal.value.code == "sound.slow"
        assert reader.pid == 0
    finally:
        reader.end()
    assert not (home.run / "import.t" / "0").exists()
