"""What may be said of an item: every value an edit brings is checked before any item is touched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line
from broadcaster.library.model import Cart, CartKind

ORIGINS = ("own", "superior", "shipped")
UNSPOKEN = frozenset({"kind", "language", "origin", "valid_from", "valid_until", "dayparts", "zones", "rights",
                      "cue_frames"})
"""Values the search does not look into."""
_LONGEST_NOTE = 4000


@dataclass(frozen=True)
class Vocabulary:
    """Which keys and names there are at this station."""

    categories: Collection[str]
    rights: Collection[str]
    dayparts: Collection[str]
    languages: Collection[str]
    zones: Collection[str]


def checked(values: Mapping[str, object], known: Vocabulary) -> dict[str, Any]:
    """The values as Cart holds them. Raises Refused: cart.title, cart.value."""
    readers = _readers(known)
    result = {}
    for name, value in values.items():
        if name not in readers:
            raise Refused("cart.value", f"an item has no {name!r} that can be edited", name=name, value=_shown(value))
        try:
            result[name] = readers[name](value)
        except (ValueError, TypeError) as error:
            raise Refused("cart.value", f"{name}: {_shown(value)!r} is not known or not possible",
                          name=name, value=_shown(value)) from error
    return result


def check_together(cart: Cart) -> None:
    """Raises Refused: cart.dates, cart.cue."""
    if cart.valid_from and cart.valid_until and cart.valid_from > cart.valid_until:
        raise Refused("cart.dates", f"{cart.title!r} would end on {cart.valid_until}, before it begins on "
                      f"{cart.valid_from}", title=cart.title, valid_from=cart.valid_from, valid_until=cart.valid_until)
    if cart.cue_frames >= max(cart.cut.frames, 1):
        raise Refused("cart.cue", f"{cart.title!r} is only {cart.cut.seconds:.1f} s long", title=cart.title,
                      seconds=round(cart.cut.seconds, 1))


def as_columns(changed: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the table holds them."""
    columns = {name: list(value) if isinstance(value, tuple) else value for name, value in changed.items()}
    if "kind" in columns:
        columns["kind"] = CartKind(str(columns["kind"])).value
    if "directive_id" in columns:
        columns["directive_id"] = columns["directive_id"] or None
    return columns


def _readers(known: Vocabulary) -> dict[str, Callable[[Any], Any]]:
    return {
        "title": _title, "kind": CartKind, "category": _one_of(("", *known.categories)),
        "language": _one_of(known.languages), "origin": _one_of(ORIGINS), "directive_id": _text(100),
        "valid_from": _day, "valid_until": _day, "dayparts": _some_of(known.dayparts), "zones": _some_of(known.zones),
        "rights": _one_of(("", *known.rights)), "source_note": _text(_LONGEST_NOTE), "artist": _text(300),
        "note": _text(_LONGEST_NOTE), "cue_frames": _frames,
    }


def _title(value: Any) -> str:
    name = one_line(value) if isinstance(value, str) else ""
    if not name:
        raise Refused("cart.title", "an item needs a title")
    return name


def _one_of(allowed: Collection[str]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise ValueError(value)
        return value
    return read


def _some_of(allowed: Collection[str]) -> Callable[[Any], tuple[str, ...]]:
    """In the station's own order, each once."""
    def read(value: Any) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise TypeError(value)
        asked = set(value)
        if asked - set(allowed):
            raise ValueError(value)
        return tuple(item for item in allowed if item in asked)
    return read


def _text(longest: int) -> Callable[[Any], str]:
    """Lines are kept, control characters are not."""
    def read(value: Any) -> str:
        if not isinstance(value, str) or len(value) > longest:
            raise ValueError(value)
        return "\n".join(one_line(line, longest) for line in value.splitlines()).strip()
    return read


def _day(value: Any) -> str:
    if value in ("", None):
        return ""
    if not isinstance(value, str) or len(value) != 10:
        raise ValueError(value)
    return date.fromisoformat(value).isoformat()


def _frames(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 40:
        raise ValueError(value)
    return value


def _shown(value: object) -> str:
    return one_line(", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value), 100)
