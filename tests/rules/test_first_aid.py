"""Every alarm and risk says what to do now; nothing is listed that nobody raises; every way leads somewhere."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import broadcaster
from broadcaster.base.paths import shipped
from broadcaster.care.first_aid import everything, first_aid
from broadcaster.gui.care.page import _TABS
from broadcaster.gui.errors import SENTENCES
from broadcaster.gui.help.book import OPERATOR, guide_text
from broadcaster.gui.help.markdown import parts
from broadcaster.gui.sidebar import places

FOLDER = Path(shipped("resources", "help"))
_RAISED = re.compile(r"(?:raise_|_raise_alarm|Alarm)\(\s*\"(\w+)\"")


@cache
def raised() -> set[str]:
    """Alarms and risks: literal codes of the sources, and those with a sentence (some are made from tables)."""
    sources = (path.read_text("utf-8") for path in Path(broadcaster.__file__).parent.rglob("*.py"))
    alarms = {f"alarm.{code}" for source in sources for code in _RAISED.findall(source)}
    return alarms | {code for code in SENTENCES if code.startswith(("alarm.", "risk."))}


def test_every_alarm_and_risk_has_steps() -> None:
    assert len(raised()) > 70
    assert sorted(raised() - set(everything())) == []


def test_nothing_is_listed_that_nobody_raises() -> None:
    listed = {code for code in everything() if code.startswith(("alarm.", "risk."))}
    assert sorted(listed - raised()) == []


def test_no_code_stands_twice() -> None:
    codes = Counter(code for path in FOLDER.glob("*.toml") for code in tomllib.loads(path.read_text("utf-8")))
    assert [code for code, times in codes.items() if times > 1] == []


def test_steps_are_few_and_short_enough_to_follow() -> None:
    for code, aid in everything().items():
        assert 1 < len(aid.steps) < 6, code
        for line in (*aid.steps, aid.call):
            assert line == line.strip(), code
            assert line[-1] in ".…?!", (code, line)
            assert len(line) < 170, (code, line)


def test_every_way_leads_somewhere() -> None:
    pages = {place.name for role in ("station", "both") for place in places(role)}
    anchors = {part.anchor for part in parts(guide_text(OPERATOR))}
    for code, aid in everything().items():
        assert aid.page in {*pages, ""}, code
        assert aid.anchor in anchors, (code, aid.anchor)
        if aid.page == "care":
            assert aid.item in {*_TABS, ""}, code


def test_an_unknown_code_has_none() -> None:
    assert first_aid("alarm.nobody_knows") is None
