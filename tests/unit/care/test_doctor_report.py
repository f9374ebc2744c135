"""The file for whoever helps holds nothing of anybody: a home full of marked words, and not one of them gets out."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import pytest
from doctor_patient import look, machine

from broadcaster.accounts.model import Role
from broadcaster.base import crashes
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, ZoneSection, changed, save_settings
from broadcaster.base.vietnamese import fold
from broadcaster.care.doctor.report import write_report
from broadcaster.care.doctor.scrub import Scrubber
from broadcaster.care.doctor.vocabulary import SYLLABLES, words
from broadcaster.wiring import build_app

PERSON, STATION, TITLE = "Quách Thị Zạ Mẫu", "Đài truyền thanh xã Zậu Mẫu", "Tiêm phòng zại đợt mẫu"
MARKS = ("Quách", "quach", "Zạ", "Zậu", "zau", "zại", "zai", "Tiêm", "tiem", "phong", "0912", "345678", "zmail",
         "zhost", "zsecret", "zpass", "zuser", "Zthon", "zfile", "10.9.8.7", "mat1khau")
"""What may stand nowhere in the report, in whatever form it was written."""
LINES = (
    f"2026-11-21 05:00:01,123 WARNING broadcaster.air.airlog: missed 01j9x8y7z6 ({TITLE}): file_missing",
    f"ValueError: {fold(TITLE)} cua {fold(PERSON)}",
    f"KeyError: '{PERSON}'",
    f"Refused: cannot write to /home/zuser/Tài liệu/{TITLE}.docx: Permission denied",
    r"OSError: [Errno 22] Invalid argument: 'C:\\Users\\zuser\\Tài liệu\\zfile.mp3'",
    r"cannot read C:\Users\zuser one\zfile two.mp3: gone",
    "icecast://zuser:zpass@zhost.example.vn:8000/mount lost",
    "sent to zmail.mau@zhost.example.vn, tel. 0912 345 678 or +84 912.345.678 (0912345678)",
    "password=zpass token zsecret mat1khau from 10.9.8.7",
    f'  File "/home/zuser/{TITLE}/zfile.py", line 3, in zsecret',
    f"{unicodedata.normalize('NFD', TITLE)} / {TITLE.upper()} / {TITLE.lower()}",
    "ZThon Zmau: Zau‑Mau Q​uach",
    f"UnicodeDecodeError in “{TITLE}” of ‹{PERSON}›",
)


@pytest.fixture
def told(home: StationHome, tmp_path: Path) -> str:
    """Everything in the report of a home full of them."""
    settings = changed(Settings(), "station", name=STATION, commune="xã Zậu Mẫu", issuer=PERSON)
    settings = changed(settings, "upward", to="sftp://zuser@zhost.example.vn/zfile")
    zone = ZoneSection("Zthon 1", output="icecast://zuser:zpass@zhost:8000/zmount", monitor="zsecret")
    save_settings(home, type(settings)(**{**vars(settings), "zones": (zone,)}))
    app = build_app(home)
    app.accounts.add(PERSON, TITLE, Role.OPERATOR, "1111")
    app.close()
    for name in ("window.log", "keeper.log", "air.stderr", "zfile.log"):
        (home.logs / name).write_text("\n".join(LINES), encoding="utf-8")
    home.secrets.write_text("zpass", encoding="utf-8")
    try:
        raise ValueError(f"{TITLE} ({PERSON}, 0912 345 678)\nzsecret: zpass")
    except ValueError as error:
        crashes.note_error(home, "air", "ended", error)
    target = write_report(home, tmp_path / "r.zip", look(home, machine()))
    with zipfile.ZipFile(target) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode('utf-8')}" for name in archive.namelist())


def test_not_one_marked_word_gets_out(told: str) -> None:
    plain = fold(told)
    assert [mark for mark in MARKS if fold(mark) in plain] == []
    rest = told.partition("system.txt")[2]
    assert [letter for letter in rest if letter.isalpha() and not letter.isascii()] == []


def test_what_helps_is_still_there(told: str) -> None:
    for word in ("version ", "check-up.txt", "settings.txt", "quiet_from = ", "ValueError", "broadcaster.air.airlog",
                 "2026-11-21 05:00:01,123", "file_missing", "Permission denied", "OSError: [Errno 22]", "KeyError"):
        assert word in told
    assert "test_doctor_report.py" not in told


@pytest.mark.parametrize("line", LINES)
def test_lines_alone_without_anything_known(line: str) -> None:
    """What is in no database (a file on a stick, a name in an e-mail) does not leave either."""
    clean = fold(Scrubber().text(line))
    assert [mark for mark in MARKS if fold(mark) in clean and mark not in {"phong"}] == []


def test_the_programs_own_words_stay() -> None:
    scrub = Scrubber([PERSON])
    for line in ("sqlite3.OperationalError: database is locked", "started the player, process 12345",
                 '  File "broadcaster/air/process.py", line 78, in run_air',
                 "ALSA lib pcm.c:8432:(snd_pcm_recover) underrun occurred", "settings.broken 'audio.device'"):
        assert scrub.line(line) == line
    assert not words() & SYLLABLES - {"an", "can", "do", "long", "on", "song", "than", "that", "the", "to"}
    assert scrub.line("An Long") == "[…] "


def test_the_same_text_has_the_same_mark() -> None:
    scrub = Scrubber([TITLE])
    one, other = scrub.line(f"missed {TITLE}"), scrub.line(f"file of {fold(TITLE)} gone")
    assert one.split("[known ")[1][:6] == other.split("[known ")[1][:6]
