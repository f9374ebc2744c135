"""The tables a linguist can edit: resources/speech/*.tsv."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

from broadcaster.base.paths import shipped
from broadcaster.base.vietnamese import nfc


@functools.cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of every line that is no comment."""
    text = nfc(shipped("resources", "speech", f"{name}.tsv").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if "\t" in line and not line.startswith("#")]
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@functools.cache
def table(name: str) -> dict[str, str]:
    """Written form → spoken form."""
    return {row[0]: row[1] for row in rows(name)}


def alternatives(name: str) -> str:
    """A regular expression of all written forms of a table."""
    return one_of(table(name))


def one_of(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first; shared beginnings are tried once."""
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(trie)


def _branches(node: dict[str, Any]) -> str:
    ends = "" in node
    found = [re.escape(character) + _branches(after) for character, after in node.items() if character]
    if not found:
        return ""
    if len(found) == 1 and not ends:
        return found[0]
    return f"(?:{'|'.join(found)}){'?' if ends else ''}"
