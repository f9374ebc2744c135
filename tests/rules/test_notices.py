"""What is given to others is named, with its licence and the licence's text; nothing comes along that may not."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))

import notices  # noqa: E402 - a tool, not part of the package


@pytest.fixture(scope="module")
def found() -> list[notices.Part]:
    return list(notices.parts())


def test_every_locked_package_is_in_with_its_text(found: list[notices.Part]) -> None:
    named = {part.name for part in found}
    absent = []
    for name in notices.locked():
        try:
            distribution(name)
        except PackageNotFoundError:
            continue  # of another system
        if name not in named:
            absent.append(name)
    assert absent == []
    assert notices.faults(found) == []
    assert {"Be Vietnam Pro", "Inter", "Liberation Serif", "Lucide icons", "Python"} <= named


def test_the_copyleft_ones_are_told_apart(found: list[notices.Part]) -> None:
    licences = {part.name: part.licence for part in found}
    strong = {name for name, licence in licences.items() if licence.startswith("GPL")}
    assert strong == {"espeakng-loader", "piper-tts"}, "another package under the GPL: say in COPYLEFT what it means"
    document = notices.written(found)
    for words in ("eSpeak NG", "piper-tts", "GNU GENERAL PUBLIC LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE", "x264"):
        assert words in document


@pytest.mark.parametrize(("licence", "fine"), [
    ("MIT", True), ("Apache-2.0 OR BSD-3-Clause", True), ("BSD-3-Clause AND 0BSD AND MIT", True), ("", False),
    ("AGPL-3.0-only", False), ("Proprietary", False), ("MIT AND SSPL-1.0", False), ("GPL-2.0-only", False),
    ("GPL-2.0-only OR MIT", True)])
def test_only_known_licences_pass(licence: str, fine: bool) -> None:
    assert notices.allowed(licence) is fine


def test_a_text_that_is_missing_is_a_fault() -> None:
    assert notices.faults([notices.Part("new", "1", "MIT", ())]) == ["new: no licence text"]


def test_the_page_for_people_names_them_too(found: list[notices.Part]) -> None:
    page = notices.plain((ROOT / "docs" / "licences.md").read_text(encoding="utf-8"))
    assert [part.name for part in found if notices.plain(part.name.split(" ")[0]) not in page] == []
