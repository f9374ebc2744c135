"""Station homes that cannot be used: read-only, full, newer, damaged, no folder at all; and those with odd names."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import LETTERS, Ground, Ran, assert_plain_refusal, command, make_ground, picture, write_database

from broadcaster.base.paths import StationHome, shipped
from broadcaster.protocol.seal import read_key, seal
from broadcaster.protocol.verifier import canonical, link

ANY_VERB = [("directive", "list"), ("library", "find"), ("plan",), ("log", "list"), ("people", "list")]
SOUND = str(shipped("resources", "audio", "thong-diep-mau.mp3"))


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    made = make_ground(tmp_path / "trạm mẫu")
    made.app.close()
    return made


def own_mounts() -> list[str]:
    """A command in front of another that gives it mounts of its own; skips where that is not allowed."""
    words = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    if shutil.which("unshare") is None or subprocess.run(
            [*words, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False).returncode != 0:
        pytest.skip("mounts of our own are not allowed here")
    return words


def read_only(home: StationHome, *words: str) -> Ran:
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    return command(home, *words, before=(*own_mounts(), "sh", "-c", script, str(home.root)))


@pytest.mark.parametrize("words", [
    ("directive", "add", str(LETTERS / "01.txt")), ("library", "add", SOUND),
    ("people", "add", "Người mới", "--pin", "1234"), ("init",),
], ids=lambda words: " ".join(words[:2]))
def test_a_read_only_home_is_refused(ground: Ground, words: tuple[str, ...]) -> None:
    before = picture(ground.home)
    assert_plain_refusal(read_only(ground.home, *words))
    assert picture(ground.home) == before


def test_no_station_is_made_in_a_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "đĩa chỉ đọc"
    folder.mkdir()
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    ran = command(StationHome(folder / "trạm"), "init", before=(*own_mounts(), "sh", "-c", script, str(folder)))
    assert_plain_refusal(ran, str(folder))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("words", [("directive", "add", str(LETTERS / "01.txt")), ("library", "add", SOUND)],
                         ids=lambda words: words[0])
def test_a_full_disk_is_refused_and_leaves_nothing(ground: Ground, tmp_path: Path, words: tuple[str, ...]) -> None:
    """The home lies on a small disk with a few free kilobytes; a copy is looked at afterwards."""
    place = tmp_path / "đĩa"
    place.mkdir()
    after = tmp_path / "sau"
    script = ('place="$0"; from="$1"; copy="$2"; shift 2\n'
              'mount -t tmpfs -o size=2m none "$place" && cp -a "$from" "$place/tram" || exit 99\n'
              'dd if=/dev/zero of="$place/full" bs=1k count=4000 2>/dev/null; truncate -s -16k "$place/full"\n'
              '"$@"; code=$?; cp -a "$place/tram" "$copy"; exit $code')
    home = StationHome(place / "tram")
    before = picture(ground.home)
    ran = command(home, *words, before=(*own_mounts(), "sh", "-c", script, str(place), str(ground.home.root),
                                        str(after)))
    assert_plain_refusal(ran, "full")
    assert picture(StationHome(after)) == before


def test_a_newer_database_is_left_alone(ground: Ground) -> None:
    assert write_database(ground.home, "UPDATE alembic_version SET version_num = '9999'") == 1
    before = ground.home.database.read_bytes()
    for words in (*ANY_VERB, ("directive", "add", str(LETTERS / "01.txt"))):
        assert_plain_refusal(command(ground.home, *words), "9999", "newer")
    assert ground.home.database.read_bytes() == before


@pytest.mark.parametrize("damage", ["noise", "header", "pages", "half"])
def test_a_damaged_database_is_said_to_be_damaged(ground: Ground, damage: str) -> None:
    whole = ground.home.database.read_bytes()
    ground.home.database.write_bytes({
        "noise": os.urandom(len(whole)),
        "header": b"x" * 100 + whole[100:],
        "pages": whole[:4096] + bytes(byte ^ 0x5A for byte in whole[4096:]),
        "half": whole[:len(whole) // 2],
    }[damage])
    before = ground.home.database.read_bytes()
    for words in (("directive", "list"), ("directive", "add", str(LETTERS / "01.txt")), ("plan",)):
        assert_plain_refusal(command(ground.home, *words), "database")
    assert ground.home.database.read_bytes() == before
    assert list((ground.home.root / "directives").iterdir()) == []


def test_a_rundown_of_a_newer_program_is_not_planned_over(ground: Ground) -> None:
    """Its seal holds; only its version is unknown here."""
    key = read_key(ground.home)
    day = "2030-05-01"
    body = {"format": "dai-xa.rundown", "version": 2, "day": day, "surprise": True}
    path = ground.home.rundowns / f"{day}.r7.json"
    path.write_text(json.dumps({**body, "seal": seal(body, key)}), encoding="utf-8")
    before = path.read_bytes()
    ran = command(ground.home, "plan", "--date", day, "--json")
    assert ran.code in {0, 1}, ran
    assert "Traceback" not in ran.err
    assert path.read_bytes() == before
    for made in ground.home.rundowns.iterdir():
        assert made == path or made.name == f"{day}.r8.json"


def test_a_journal_of_a_newer_program_is_left_alone(ground: Ground) -> None:
    line = link({"v": 2, "seq": 1, "at": "2026-11-20T05:00:00.000+07:00", "kind": "SURPRISE", "data": {}}, "0" * 64)
    path = ground.home.asrun / "2026-11-20.jsonl"
    path.write_bytes(canonical(line) + b"\n")
    before = path.read_bytes()
    assert_plain_refusal(command(ground.home, "log", "list"), "newer")
    assert_plain_refusal(command(ground.home, "air", "--sink", "wav:/dev/null"), "newer")
    assert path.read_bytes() == before


def test_a_file_is_no_home(tmp_path: Path) -> None:
    file = tmp_path / "tệp.txt"
    file.write_text("không phải trạm", encoding="utf-8")
    for home in (StationHome(file), StationHome(file / "trong")):
        for words in (*ANY_VERB, ("init",), ("air",)):
            assert_plain_refusal(command(home, *words), "tệp.txt")
    assert file.read_text(encoding="utf-8") == "không phải trạm"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("content", ["[station\n", "[station]\nname = 5\n", "[statoin]\n", "\0\0",
                                     "[audio]\nlatency = nan\n"], ids=repr)
def test_broken_settings_are_named(ground: Ground, content: str) -> None:
    ground.home.settings.write_text(content, encoding="utf-8")
    assert_plain_refusal(command(ground.home, "directive", "list"))
    assert ground.home.settings.read_text(encoding="utf-8") == content


def test_a_key_that_is_no_key_is_named(ground: Ground) -> None:
    ground.home.key.write_text("0123", encoding="ascii")
    assert_plain_refusal(command(ground.home, "plan"), "station.key")
    assert ground.home.key.read_text(encoding="ascii") == "0123"


@pytest.mark.parametrize("name", [
    "trạm 100% #1?x=2 &đài; $HOME `ls` 'q' \"Q\"", "ă" * 60 + "/" + "b" * 120, "xuống\ndòng", "-dấu trừ",
], ids=["signs", "long", "newline", "dash"])
def test_a_home_may_be_called_anything(tmp_path: Path, name: str) -> None:
    home = StationHome(tmp_path / name)
    assert command(home, "init").code == 0
    assert command(home, "directive", "add", str(LETTERS / "01.txt")).code == 0
    listed = command(home, "directive", "list", "--json")
    assert [row["number"] for row in json.loads(listed.out)] == ["574/VHTT-TTCS"]
    assert home.database.stat().st_size > 0
    ran = command(home, "library", "add", SOUND)
    assert (ran.code, ran.err) == (0, "")
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {Path(name).parts[0]}, "nothing beside the home"


def test_a_relative_home_in_the_environment_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    environment = {**os.environ, "BROADCASTER_HOME": "trạm"}
    for _ in range(2):  # the second finds the database there
        done = subprocess.run([sys.executable, "-m", "broadcaster", "directive", "list"], capture_output=True,
                              text=True, check=False, timeout=60, env=environment)
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "trạm" / "station.db").exists()
