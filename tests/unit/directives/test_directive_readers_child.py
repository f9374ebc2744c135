"""The reading process: progress comes, it can be called off, it ends in time, it leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.directives import readers
from broadcaster.directives.readers import child

LETTERS = Path(__file__).parents[2] / "data" / "letters"


def test_time_limit() -> None:
    with pytest.raises(Refused) as caught:
        child.read("pdf", LETTERS / "seed-000.pdf", time_limit=0.001)
    assert caught.value.code == "letter.slow"
    assert caught.value.facts["name"] == "seed-000.pdf"


def test_called_off() -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 1

    with pytest.raises(Refused) as caught:
        readers.read(LETTERS / "seed-000.docx", cancelled=cancelled)
    assert (caught.value.code, caught.value.facts) == ("letter.cancelled", {"name": "seed-000.docx"})


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert "TIỂU BAN" in readers.read(LETTERS / "seed-004.docx")
    with pytest.raises(Refused):
        readers.read(LETTERS / "seed-004.docx", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def in_its_place(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """A child that does something else than reading."""
    def start(_kind: str, _path: Path, _folder: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True)

    monkeypatch.setattr(child, "_start", start)


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
def test_a_child_that_hangs_is_ended_with_its_own_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "grandchild"
    in_its_place(monkeypatch, "import subprocess, pathlib, time\np = subprocess.Popen(['sleep', '100'])\n"
                              f"pathlib.Path({str(mark)!r}).write_text(str(p.pid))\ntime.sleep(100)")
    with pytest.raises(Refused) as caught:
        child.read("docx", LETTERS / "seed-000.docx", cancelled=lambda: mark.exists() and bool(mark.read_text()))
    assert caught.value.code == "letter.cancelled"
    grandchild = int(mark.read_text())
    for _ in range(200):
        if not _runs(grandchild):
            return
        time.sleep(0.02)
    pytest.fail("the grandchild runs on")


def test_progress_comes_and_the_last_line_is_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ['{"progress": [0, 2]}', '{"progress": [2, 2]}', '{"text": "x", "unsure": [[0, 1]]}']
    in_its_place(monkeypatch, f"for line in {lines!r}: print(line)")
    seen: list[tuple[int, int]] = []
    found = child.read("scan", LETTERS / "scan.pdf", lambda done, total: seen.append((done, total)))
    assert (seen, found.text, found.unsure) == ([(0, 2), (2, 2)], "x", ((0, 1),))


@pytest.mark.parametrize("code", ["print('no line of ours')", "", "import os; os.kill(os.getpid(), 11)",
                                  "print('[1, 2]')", "print('{\"progress\": [1, 1]}')"])
def test_a_child_that_says_nothing_sensible_read_a_damaged_letter(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    in_its_place(monkeypatch, code)
    with pytest.raises(Refused) as caught:
        child.read("docx", LETTERS / "seed-000.docx")
    assert (caught.value.code, caught.value.facts["name"]) == ("letter.damaged", "seed-000.docx")


def _runs(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in {"Z", "X"}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of the process")
def test_the_child_may_write_nothing_and_take_no_more_memory_than_allowed(tmp_path: Path) -> None:
    code = ("from broadcaster.directives.readers import child; child._limit('docx')\n"
            "try:\n    with open('out', 'wb') as f: f.write(b'x' * 10)\n    print('wrote')\n"
            "except OSError: print('no file')\n"
            "try:\n    bytearray(1_500_000_000); print('took')\n"
            "except MemoryError: print('no memory')\n")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False,
                          env=os.environ | {"PYTHONPATH": str(Path(child.__file__).parents[3])})
    assert done.stdout.split("\n")[:2] == ["no file", "no memory"], done.stderr


def test_an_error_inside_a_reader_is_a_damaged_letter(tmp_path: Path) -> None:
    path = tmp_path / "thư.docx"
    path.write_bytes((LETTERS / "seed-000.docx").read_bytes()[:9000])
    answer = child.answer("docx", path, lambda done, total: None)
    assert (answer["code"], answer["facts"]["name"]) == ("letter.damaged", "thư.docx")
