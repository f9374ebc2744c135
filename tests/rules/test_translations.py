"""Every string of the window has its Vietnamese, with the same placeholders, compiled."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "tools" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_all_is_translated() -> None:
    assert tool().check() == []


def test_faults_are_seen(tmp_path: Path) -> None:
    text = """<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="vi_VN"><context><name>Page</name>
    <message><source>One {count}</source><translation>Một {number}</translation></message>
    <message><source>Two</source><translation type="unfinished"></translation></message></context></TS>"""
    (tmp_path / "shell_vi.ts").write_text(text, encoding="utf-8")
    first, second = tool().faults(tmp_path)
    assert "other placeholders" in first
    assert "not translated" in second
