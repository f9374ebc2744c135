"""The tables a linguist can edit: resources/speech/*.tsv."""

from __future__ import annotations

import functools
import re

from broadcaster.base.paths import shipped
from broadcaster.base.vietnamese import nfc


@functools.cache
def table(name: str) -> dict[str, str]:
    """Written form → spoken form."""
    found: dict[str, str] = {}
    for line in nfc(shipped("resources", "speech", f"{name}.tsv").read_text(encoding="utf-8")).splitlines():
        written, tab, spoken = line.partition("\t")
        if tab and not line.startswith("#"):
            found[written.strip()] = spoken.strip()
    return found


def alternatives(name: str) -> str:
    """A regular expression of all written forms, the longest first."""
    return "|".join(re.escape(word) for word in sorted(table(name), key=len, reverse=True))
