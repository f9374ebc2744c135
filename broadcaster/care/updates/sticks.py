"""Update files on a stick: at its root or one folder below, where people put what they were given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from broadcaster.base.errors import BroadcasterError
from broadcaster.care.updates.model import SUFFIX, Manifest
from broadcaster.care.updates.service import Updates

_MOST = 30


@dataclass(frozen=True)
class Found:
    """A file, and what it is or why it is none for us."""

    path: Path
    manifest: Manifest | None = None
    error: BroadcasterError | None = None


def updates_on(roots: Iterable[Path], updates: Updates) -> list[Found]:
    """The newest that fits first; a stick that is pulled out meanwhile is no fault."""
    found = []
    for root in roots:
        for pattern in (f"*{SUFFIX}", f"*/*{SUFFIX}"):
            try:
                paths = sorted(root.glob(pattern), key=lambda path: path.name, reverse=True)[:_MOST]
            except OSError:
                continue
            found += [_looked_at(path, updates) for path in paths]
    fits = [each for each in found if each.manifest]
    return sorted(fits, key=_key, reverse=True) + [each for each in found if not each.manifest]


def _key(found: Found) -> tuple[int, ...]:
    from broadcaster.care.installed import version_key

    return version_key(found.manifest.version) if found.manifest else ()


def _looked_at(path: Path, updates: Updates) -> Found:
    try:
        return Found(path, updates.check(path))
    except BroadcasterError as error:
        return Found(path, error=error)
