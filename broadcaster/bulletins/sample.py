"""A letter that came with the program: the wording is tried on it before it is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from broadcaster.base.paths import shipped
from broadcaster.base.settings import StationSection
from broadcaster.bulletins.drafting import draft_text, told_by_default
from broadcaster.bulletins.officialese import Officialese
from broadcaster.bulletins.wording import Template, laid_over
from broadcaster.directives.model import Directive
from broadcaster.directives.parse import parse_letter


def preview(own: dict[str, Any], officialese: Officialese, station: StationSection, kind: str) -> str:
    """How a bulletin of that kind would sound in the station's words `own`. Raises Refused("template.broken")."""
    template = Template(laid_over(own, kind), officialese)
    letter = sample_letter()
    return draft_text(letter, told_by_default(letter, template), station, template)[1]


@cache
def sample_letter() -> Directive:
    """A notice of a commune, with days, places, a fee and a phone."""
    parsed = parse_letter(shipped("resources", "templates", "sample.txt").read_text(encoding="utf-8"))
    return Directive("sample", "", ".txt", "sample.txt", parsed.text, parsed.fields, parsed.points,
                     datetime(2026, 10, 2, tzinfo=UTC), "")
