"""A filter as groups of ticks and chips, in words, and as text to remember. No widgets."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.library.model import SOON_DAYS
from broadcaster.gui.library.vocabulary import Vocabulary, without_words
from broadcaster.library.model import SORTS, CartKind, Filter, State

GROUPS = ("kind", "state", "category", "validity", "airing", "checks", "origin", "language", "rights", "zone",
          "daypart")
_TUPLES = {"kind": "kinds", "state": "states", "category": "categories", "origin": "origins", "language": "languages",
           "rights": "rights", "zone": "zones", "daypart": "dayparts"}
_MAY_LACK = ("category", "rights")
"""Fields an item may leave empty: then one can look for those that do."""


def group_words(group: str) -> str:
    """The name of a group of ticks."""
    translate = QCoreApplication.translate
    return {
        "kind": translate("Library", "Kind"), "state": translate("Library", "State"),
        "category": translate("Library", "Category"), "validity": translate("Library", "Validity"),
        "airing": translate("Library", "Airing"), "checks": translate("Library", "Import check"),
        "origin": translate("Library", "Origin"), "language": translate("Library", "Language"),
        "rights": translate("Library", "Rights"), "zone": translate("Library", "Zones"),
        "daypart": translate("Library", "Time of day"),
    }[group]


def _fixed() -> dict[str, tuple[tuple[str, str], ...]]:
    translate = QCoreApplication.translate
    return {
        "validity": (("expired", translate("Library", "Expired")),
                     ("expiring", translate("Library", "Expires within {days} days").format(days=SOON_DAYS)),
                     ("valid", translate("Library", "Not expired"))),
        "airing": (("never", translate("Library", "Never aired")), ("aired", translate("Library", "Has aired"))),
        "checks": (("warned", translate("Library", "With warnings")),
                   ("clean", translate("Library", "Without warnings"))),
    }


def options(group: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """(value, words) of one group's ticks."""
    fixed = _fixed()
    if group in fixed:
        return fixed[group]
    known = vocabulary.of(group)
    return (*known, ("", without_words(group))) if known and group in _MAY_LACK else known


def chosen(asked: Filter, group: str) -> tuple[str, ...]:
    """Which ticks of a group are set."""
    if group in _TUPLES:
        return tuple(str(value) for value in getattr(asked, _TUPLES[group]))
    if group == "validity":
        if asked.expiring_within_days is not None:
            return ("expiring",)
        return () if asked.expired is None else ("expired" if asked.expired else "valid",)
    value, (yes, no) = {"airing": (asked.never_aired, ("never", "aired")),
                        "checks": (asked.has_warnings, ("warned", "clean"))}[group]
    return () if value is None else (yes if value else no,)


def single(group: str) -> bool:
    """Whether at most one tick of the group can be set."""
    return group not in _TUPLES


def with_chosen(asked: Filter, group: str, values: tuple[str, ...]) -> Filter:
    """The filter with exactly these ticks in one group; none opens the question again."""
    if group == "kind":
        return replace(asked, kinds=tuple(CartKind(value) for value in values))
    if group == "state":
        return replace(asked, states=tuple(State(value) for value in values))
    if group in _TUPLES:
        return replace(asked, **{_TUPLES[group]: values})  # type: ignore[arg-type]
    value = values[-1] if values else ""
    if group == "validity":
        return replace(asked, expired={"expired": True, "valid": False}.get(value),
                       expiring_within_days=SOON_DAYS if value == "expiring" else None)
    if group == "airing":
        return replace(asked, never_aired={"never": True, "aired": False}.get(value))
    return replace(asked, has_warnings={"warned": True, "clean": False}.get(value))


def narrowed(asked: Filter) -> bool:
    """Whether any tick is set; words and order do not count."""
    return any(chosen(asked, group) for group in GROUPS) or bool(asked.directive_id)


def cleared(asked: Filter) -> Filter:
    """Everything again, in the same order."""
    return Filter(sort=asked.sort, descending=asked.descending)


def chip_words(asked: Filter, group: str, vocabulary: Vocabulary) -> str:
    """“Kind: Music, News +2”; empty when the group is open. Ticks that explain themselves stand alone."""
    known = dict(options(group, vocabulary))
    words = [known.get(value, value) for value in chosen(asked, group)]
    if not words:
        return ""
    if single(group):
        return words[0]
    more = f" +{len(words) - 2}" if len(words) > 2 else ""
    return f"{group_words(group)}: {', '.join(words[:2])}{more}"


def chips(asked: Filter, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """(group, words) of every group that is set."""
    return [(group, words) for group in GROUPS if (words := chip_words(asked, group, vocabulary))]


def as_text(asked: Filter) -> str:
    """To remember between visits; the words searched for are not kept."""
    ticks: dict[str, object] = {group: list(chosen(asked, group)) for group in GROUPS if chosen(asked, group)}
    return json.dumps({**ticks, "sort": asked.sort, "descending": asked.descending}, ensure_ascii=False)


def from_text(text: str) -> Filter:
    """What was remembered, as far as it is still known."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return Filter()
    if not isinstance(kept, dict):
        return Filter()
    result = Filter(sort=kept["sort"] if kept.get("sort") in SORTS else "updated",
                    descending=kept.get("descending") is not False)
    for group in GROUPS:
        values = kept.get(group)
        try:
            if isinstance(values, list):
                result = with_chosen(result, group, tuple(str(value) for value in values))
        except ValueError:
            continue
    return result
