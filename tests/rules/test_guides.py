"""The guides: every link and picture is there, every picture is used, every page of the window has its part."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from broadcaster.gui.help.book import GUIDES, OPERATOR, PARTS, guide_text, part_of
from broadcaster.gui.help.markdown import Look, links, parts, pictures, slug, to_html
from broadcaster.gui.sidebar import places

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LOOK = Look("#000", "#111", "#222", "#333", "#444", "#555", lambda name: (600, 300))


def anchors(guide: str) -> set[str]:
    return {part.anchor for part in parts(guide_text(guide))}


@pytest.mark.parametrize("guide", GUIDES)
def test_every_link_leads_somewhere(guide: str) -> None:
    for link in links(guide_text(guide)):
        other, _, anchor = link.partition("#")
        assert (other or guide) in GUIDES, link
        assert not anchor or anchor in anchors(other or guide), link


@pytest.mark.parametrize("guide", GUIDES)
def test_no_heading_stands_twice(guide: str) -> None:
    names = [part.anchor for part in parts(guide_text(guide))]
    assert len(names) == len(set(names))


def test_every_picture_is_there_and_used() -> None:
    named = {Path(name).name for guide in GUIDES for name in pictures(guide_text(guide))}
    named |= set(re.findall(r"screenshots/([\w.-]+\.png)", (ROOT / "README.md").read_text("utf-8")))
    assert sorted(named ^ {path.name for path in (DOCS / "screenshots").iterdir()}) == []


def test_every_page_has_its_part() -> None:
    known = anchors(OPERATOR)
    for place in places("both"):
        guide, anchor = part_of(place.name)
        assert guide in GUIDES
        assert guide != OPERATOR or anchor in known, place.name
    assert set(PARTS) <= {place.name for place in places("both")}


def test_the_guides_are_shipped() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shipped = build["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for name in (*(f"docs/{guide}" for guide in GUIDES), "docs/screenshots"):
        assert shipped[name] == f"broadcaster/_data/{name}"


def test_anchors_are_githubs() -> None:
    assert slug("Loa phát sai: dừng ngay") == "loa-phát-sai-dừng-ngay"
    assert slug("Văn bản × đài") == "văn-bản--đài"
    assert slug("Đợt `a_b` **đậm**") == "đợt-a_b-đậm"


def test_markdown_becomes_a_page() -> None:
    text = ("# A & B\n\nMột **đậm**, *nghiêng*, [nối](#b), `gõ <x>`.\nTiếp.\n\n1. một\n   hai\n   - con\n2. ba\n\n"
            "| a | b |\n|---|---|\n| 1 | **2** |\n\n    lệnh --x\n\n![Hình](h.png)\n")
    page = to_html(text, LOOK)
    for piece in ("A &amp; B", "<b>đậm</b>", "<i>nghiêng</i>", '<a href="#b">nối</a>', "gõ &lt;x&gt;",
                  "một hai<ul", "<th align=\"left\">a</th>", "<td align=\"left\"><b>2</b></td>", "lệnh --x</pre>",
                  'src="h.png" width="600" height="300"'):
        assert piece in page
    assert page.count("<li") == 3


def test_a_times_b_is_not_slanted() -> None:
    assert "<i>" not in to_html("2*3*4 và 5 * 6", LOOK)
