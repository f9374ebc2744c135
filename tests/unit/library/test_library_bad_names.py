"""Names, folders and things that are no files, through the whole import: each has its verdict, none holds it up."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from library_sounds import babble, wav
from station_consistency import consistency

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.gui.errors import explain
from broadcaster.library.importing.model import ImportFile, Wish
from broadcaster.wiring import App, build_app

posix = pytest.mark.skipif(sys.platform == "win32", reason="names, pipes and rights as Linux has them")
COMPOSED = unicodedata.normalize("NFC", "Tiếng Việt.wav")
NAMES = ("CON.wav", "NUL.", "aux.mp3", "com1", "dấu chấm.wav.", "khoảng trắng.wav ", "hai: chấm?.wav", "a\\b.wav",
         "xuống\ndòng.wav", "\u202evaw.3pm", "\u200fphải sang trái.wav", "😀🎺.wav", "-rf.wav", "%s{}%00.wav",
         "\x1b[31mđỏ.wav", "đ" * 125 + "x.wav", COMPOSED, unicodedata.normalize("NFD", COMPOSED))


@pytest.fixture
def app(home: StationHome) -> Iterator[App]:
    made = build_app(home)
    yield made
    made.close()


def verdicts(app: App, run_id: str) -> dict[str, str]:
    return {file.path.name: str(file.verdict.get("code", file.state.value)) for file in app.imports.files(run_id)}


def came(app: App, paths: list[Path]) -> dict[str, str]:
    run_id = app.imports.start(paths, Wish())
    assert app.imports.go_on(run_id).state == "done"
    for file in app.imports.files(run_id):
        assert "\n" not in file.name
        file.name.encode("utf-8")
        if file.state.value == "refused":
            verdict = file.verdict
            refusal = Refused(str(verdict["code"]), str(verdict["text"]), **verdict["facts"])  # type: ignore[arg-type]
            assert explain(refusal).details == "", verdict
    return verdicts(app, run_id)


@posix
def test_any_name_comes_in_under_a_title_that_can_be_read(app: App, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    source = wav(tmp_path / "nguồn.wav", babble(0.6))
    paths = [stick / name for name in NAMES]
    paths.append(Path(os.fsdecode(os.fsencode(stick) + b"/\xff\xfe\x80.wav")))
    for number, path in enumerate(paths):
        data = source.read_bytes()
        path.write_bytes(data[:-2] + (number * 700).to_bytes(2, "little"))  # each another sound
    found = came(app, paths)
    assert len(found) == len(paths)
    assert set(found.values()) <= {"accepted", "warning"}, found
    for cart in app.library.find(limit=100):
        assert cart.title.isprintable()
        assert cart.title.strip()
    assert {path.name for path in stick.iterdir()} == {path.name for path in paths}, "the stick was not touched"
    assert consistency(app.home) == []


@posix
def test_what_is_no_file_is_refused_at_once(app: App, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.wav")
    (tmp_path / "vòng.wav").symlink_to(tmp_path / "vòng.wav")
    (tmp_path / "thiết bị.wav").symlink_to("/dev/zero")
    (tmp_path / "đứt.wav").symlink_to(tmp_path / "không có")
    (tmp_path / "thư mục.mp3").mkdir()
    wav(tmp_path / "thư mục.mp3" / "trong.wav", babble(0.6))
    deep = tmp_path.joinpath(*["sâu" * 60] * 20, "tin.wav")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(tmp_path)  # the address of a socket must be short
        try:
            listening.bind("cổng.wav")
        finally:
            os.chdir(here)
        names = ("ống.wav", "vòng.wav", "thiết bị.wav", "đứt.wav", "cổng.wav", "rỗng\0.wav", "dài" * 100 + ".wav")
        named = [tmp_path / name for name in names]
        found = came(app, [*named, deep, tmp_path / "thư mục.mp3"])
    assert len(os.fsencode(deep)) > 4_096
    unreadable, missing = "file.unreadable", "file.missing"
    assert found == {"ống.wav": unreadable, "thiết bị.wav": unreadable, "cổng.wav": unreadable, "vòng.wav": unreadable,
                     "đứt.wav": missing, "rỗng\0.wav": missing, "tin.wav": unreadable, "dài" * 100 + ".wav": unreadable,
                     "trong.wav": "warning"}
    assert consistency(app.home) == []


@posix
def test_a_file_without_rights_is_refused(app: App, tmp_path: Path) -> None:
    path = wav(tmp_path / "kín.wav", babble(0.6))
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root reads everything")
    assert came(app, [path]) == {"kín.wav": "file.unreadable"}


@posix
def test_a_file_that_grows_while_it_is_read_is_not_taken(app: App, tmp_path: Path) -> None:
    path = wav(tmp_path / "đang chép.wav", babble(20.0))
    over = threading.Event()

    def copy_on() -> None:
        with path.open("ab") as file:
            while not over.wait(0.01):
                file.write(b"\0" * 2000)
                file.flush()

    copying = threading.Thread(target=copy_on)
    copying.start()
    try:
        assert came(app, [path]) == {"đang chép.wav": "file.changing"}
    finally:
        over.set()
        copying.join()
    assert came(app, [path]) != {"đang chép.wav": "file.changing"}
    assert consistency(app.home) == []


@pytest.mark.parametrize("mount_point_stays", [False, True])
def test_a_folder_removed_while_it_is_read_waits_for_its_return(app: App, tmp_path: Path,
                                                               mount_point_stays: bool) -> None:
    """A stand-in for a stick that is pulled out; with a mounted one, by hand: tests/chaos/import_stick.py."""
    stick = tmp_path / "usb"
    stick.mkdir()
    for number in range(4):
        wav(stick / f"{number}.wav", babble(0.6, seed=number + 1))
    shutil.copytree(stick, tmp_path / "bản sao")
    run_id = app.imports.start([stick], Wish())

    def remove(_: ImportFile) -> None:
        shutil.rmtree(stick, ignore_errors=True)
        if mount_point_stays:
            stick.mkdir(exist_ok=True)

    with pytest.raises(Refused) as refusal:
        app.imports.go_on(run_id, tell=remove)
    assert refusal.value.code == "import.source_gone"
    assert "refused" not in verdicts(app, run_id).values()
    assert consistency(app.home) == []
    shutil.copytree(tmp_path / "bản sao", stick, dirs_exist_ok=True)
    assert app.imports.go_on(run_id).state == "done"
    assert set(verdicts(app, run_id).values()) == {"warning"}  # short
    assert app.library.count() == 4
    assert consistency(app.home) == []
