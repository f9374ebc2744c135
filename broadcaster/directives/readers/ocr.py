"""The recogniser: the system's tesseract with its Vietnamese model, a picture in, words with their places out.

Nothing is written to disk: the picture goes in and the words come out through pipes.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.program import NO_WINDOW, folder

LANGUAGE = "vie"
_SECONDS_A_PICTURE = 50
_BESIDE = "ocr"
"""A folder of this name beside the program may bring tesseract along."""


@dataclass(frozen=True)
class Word:
    """One recognised word; pixels from the upper left corner."""

    left: int
    top: int
    width: int
    height: int
    confidence: float
    """0…100."""
    line: tuple[int, ...]
    """Words of one printed line share this."""
    text: str


def words(image: Any, name: str, *, layout: int = 3) -> list[Word]:
    """The words of a Pillow picture. Raises Refused: letter.no_ocr, letter.damaged."""
    png = io.BytesIO()
    image.save(png, "PNG", compress_level=1, dpi=(200, 200))
    done = _run(["stdin", "stdout", "-l", LANGUAGE, "--psm", str(layout), "tsv"], png.getvalue(), name)
    return [word for row in done.splitlines() if (word := _word(row)) is not None]


def upright_angle(image: Any, name: str) -> int:
    """How many degrees clockwise set the picture upright: 0, 90, 180 or 270; 0 too when nobody can tell."""
    if "osd" not in languages(program(name), name):
        return 0
    png = io.BytesIO()
    image.save(png, "PNG", compress_level=1, dpi=(200, 200))
    try:
        told = _run(["stdin", "stdout", "-l", "osd", "--psm", "0"], png.getvalue(), name)
    except Refused:
        return 0
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    try:
        return int(facts["Rotate"]) % 360 if float(facts["Orientation confidence"]) > 1 else 0
    except (KeyError, ValueError):
        return 0


def require(name: str) -> None:
    """Raises Refused letter.no_ocr where pictures cannot be read on this computer."""
    if LANGUAGE not in languages(program(name), name):
        raise _absent(name, "vie")


@lru_cache(maxsize=4)
def languages(tool: str, name: str) -> frozenset[str]:
    """The models this tesseract has. Raises Refused: letter.no_ocr."""
    try:
        done = subprocess.run([tool, "--list-langs"], capture_output=True, stdin=subprocess.DEVNULL,
                              timeout=20, check=False, env=_environment(tool), creationflags=NO_WINDOW)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _absent(name, "tesseract") from error
    listed = done.stdout.decode("utf-8", "replace").split("\n")[1:]
    return frozenset(line.strip() for line in listed if line.strip())


def program(name: str) -> str:
    """Where tesseract is. Raises Refused: letter.no_ocr."""
    exe = "tesseract.exe" if sys.platform == "win32" else "tesseract"
    beside = folder() / _BESIDE / exe
    folders = [beside, *(Path(os.environ[each]) / "Tesseract-OCR" / exe
                         for each in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA") if os.environ.get(each))]
    found = next((str(path) for path in folders if path.is_file()), None) or shutil.which("tesseract")
    if found is None:
        raise _absent(name, "tesseract")
    return found


def _run(words: list[str], data: bytes, name: str) -> str:
    tool = program(name)
    try:
        done = subprocess.run([tool, *words], input=data, capture_output=True, timeout=_SECONDS_A_PICTURE, check=False,
                              env=_environment(tool), creationflags=NO_WINDOW)
    except OSError as error:
        raise _absent(name, "tesseract") from error
    except subprocess.TimeoutExpired as error:
        raise Refused("letter.slow", f"a page of {name} could not be read within {_SECONDS_A_PICTURE} seconds",
                      name=name, seconds=_SECONDS_A_PICTURE) from error
    if done.returncode != 0:
        last = done.stderr.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1][:200]
        raise Refused("letter.damaged", f"{name}: the recogniser gave up: {last}", name=name, kind="scan",
                      detail=last or str(done.returncode))
    return done.stdout.decode("utf-8", "replace")


def _environment(tool: str) -> Mapping[str, str]:
    # One thread: its own parallel work makes a page slower on two cores and starves the player.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    models = Path(tool).parent / "tessdata"
    if models.is_dir():
        environment["TESSDATA_PREFIX"] = str(models)
    return environment


def _word(row: str) -> Word | None:
    cells = row.split("\t")
    if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
        return None
    try:
        left, top, width, height = (int(cell) for cell in cells[6:10])
        return Word(left, top, width, height, float(cells[10]), tuple(int(cell) for cell in cells[1:5]),
                    cells[11].strip())
    except ValueError:
        return None


def _absent(name: str, missing: str) -> Refused:
    what = "tesseract is not installed" if missing == "tesseract" else "tesseract has no Vietnamese model (vie)"
    return Refused("letter.no_ocr", f"{name} is a scan and {what}: install it, or paste the letter's text",
                   name=name, missing=missing)
