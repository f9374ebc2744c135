"""Bringing letters in is called off in the middle of a scan: what is in stays, the rest is not begun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import ocr
from broadcaster.gui.directives import actions
from broadcaster.gui.ops import Cancelled
from broadcaster.wiring import App

LETTERS = Path(__file__).parents[1] / "data" / "letters"


class Steps:
    """Called off by hand, as the window's button does it, at the first message that `stop` accepts."""

    def __init__(self, stop: Callable[[str], bool]) -> None:
        self.stop = stop
        self.cancelled = False
        self.told: list[str] = []

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        if self.cancelled:
            raise Cancelled
        self.told.append(text)
        self.cancelled = self.stop(text)


def test_calling_off_in_a_scan(station: App, tmp_path: Path) -> None:
    try:
        ocr.require("")
    except Refused:
        pytest.skip("tesseract with the model vie is not installed")
    page = Image.open(LETTERS / "scan-photo.jpg").convert("L")
    scan = tmp_path / "dài.tif"
    page.save(scan, save_all=True, append_images=[page] * 9)
    steps = Steps(lambda text: text.startswith("dài.tif:"))
    with pytest.raises(Cancelled):
        actions.add_files(station, [LETTERS / "seed-004.txt", scan, LETTERS / "seed-002.txt"], steps)  # type: ignore[arg-type]
    assert [row.number for row in station.directives.list()] == ["855/BCĐ-TBTTTT"]
    assert "seed-002.txt" not in steps.told
    assert len([text for text in steps.told if text.startswith("dài.tif:")]) == 1
