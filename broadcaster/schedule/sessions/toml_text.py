"""Writing a session file or a rule profile so that a person reads it with ease."""

from __future__ import annotations

import json
from datetime import time


def clock_text(moment: time) -> str:
    """HH:MM, with seconds only where there are any."""
    return moment.isoformat("seconds" if moment.second else "minutes")


def toml_value(value: object) -> str:
    """TOML's strings, numbers and lists are written as JSON writes them; but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def commented(line: str, words: str) -> str:
    """A line and what it means, in a column of its own."""
    return f"{line:<42} # {words}" if words else line
