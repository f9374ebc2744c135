"""A report profile written as the file a person reads, edits and shares."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from broadcaster.reports.profiles import ReportProfile

_HEAD = "# Nơi nhận báo cáo. Các chỗ {commune}, {station}, {superior}… được điền khi lập báo cáo.\n"


def profile_toml(profile: ReportProfile) -> str:
    """Only what differs from what a profile is without a word; a list of texts has a line each."""
    lines = [_HEAD]
    for item in fields(ReportProfile):
        value = getattr(profile, item.name)
        if item.name in {"id", "name"} or value != item.default:
            lines.append(f"{item.name} = {_value(value)}\n")
    return "".join(lines)


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        inside = "".join(f"    {_value(each)},\n" for each in value)
        return f"[\n{inside}]" if inside else "[]"
    # TOML's basic strings, booleans and numbers are written as JSON writes them.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
