"""The pages for programmers are true: every path, test, verb and link they name is there."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from broadcaster import __version__
from broadcaster.cli.main import VERBS
from broadcaster.gui.help.markdown import slug

ROOT = Path(__file__).parents[2]
PAGES = sorted(str(path.relative_to(ROOT)) for path in (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *(ROOT / "docs" / f"{name}.md" for name in (
        "adapters", "architecture", "design-system", "figures", "formats", "glossary", "licences", "release")),
    *(ROOT / "docs" / "decisions").glob("*.md")))
_TOPS = ("broadcaster", "docs", "packaging", "resources", "schedules", "tests", "tools")
_PATH = re.compile(rf"(?<![\w/.])((?:{'|'.join(_TOPS)})/[\w./*-]+)")
_SHORT = re.compile(r"(?<![\w/.])((?:air|asrun|aggregation|bulletins|care|directives|gui|keeper|library|protocol|"
                    r"reports|schedule|speech)/[\w/]+\.py)")
_PLACEHOLDER = re.compile(r"/[A-Z]+(\.py)?$")
_MADE = "resources/THIRD_PARTY_NOTICES.txt"
"""Only the built program has it."""
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\(([^)\s]+)\)")
_VERB = re.compile(r"`(?:\.venv/bin/)?broadcaster ([a-z][a-z-]+)")
_TEST = re.compile(r"\btest_\w+\b")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def known_tests() -> set[str]:
    """Every test function, and every module of tests."""
    found = set()
    for path in (ROOT / "tests").rglob("*.py"):
        found.add(path.stem)
        found |= {node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                  if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}
    return found


def anchors(text: str) -> set[str]:
    return {slug(line.lstrip("#").strip()) for line in text.splitlines() if line.startswith("#")}


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_is_named_exists(page: str) -> None:
    text = text_of(page)
    for name in _PATH.findall(text):
        name = name.rstrip("./")
        there = any(ROOT.glob(name)) if "*" in name else (ROOT / name).exists()
        assert there or name == _MADE or _PLACEHOLDER.search(name), name
    for name in _SHORT.findall(text):
        assert (ROOT / "broadcaster" / name).exists(), name


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    for link in (*_LINK.findall(text_of(page)), *_PICTURE.findall(text_of(page))):
        if link.startswith(("https://", "http://")):
            continue
        name, _, anchor = link.partition("#")
        target = folder / name if name else ROOT / page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("page", PAGES)
def test_every_verb_and_test_that_is_named_exists(page: str) -> None:
    text = text_of(page)
    assert set(_VERB.findall(text)) <= set(VERBS), page
    assert {name for name in _TEST.findall(text) if not name.endswith("_")} <= known_tests(), page


def test_the_version_stands_everywhere_alike() -> None:
    assert tomllib.loads(text_of("pyproject.toml"))["project"]["version"] == __version__
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", text_of("CHANGELOG.md"), re.MULTILINE)
    assert versions
    assert versions[0] == __version__


def test_decisions_are_numbered_and_listed() -> None:
    listed = text_of("docs/decisions/README.md")
    pages = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("0*.md"))
    assert [page[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert all(f"({page})" in listed for page in pages)
