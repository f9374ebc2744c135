"""`broadcaster log sign|correct|signatures`: names under the log, and what was said of it afterwards."""

from __future__ import annotations

from typing import Any


def configure(acts: Any) -> None:
    """Hook the acts in: `acts.add_parser(NAME).set_defaults(perform=FUNCTION of args, giving the exit code)`."""
