"""The tongues a bulletin may be in. Only Vietnamese is read aloud by a voice; the others are recorded."""

from __future__ import annotations

from broadcaster.base.errors import Refused
from broadcaster.library.categories import languages

VIETNAMESE = "vi"
LANGUAGES = languages()
"""BCP 47 code to the name people use."""


def check_language(code: str) -> str:
    """Raises Refused("bulletin.language_unknown")."""
    if code not in LANGUAGES:
        raise Refused("bulletin.language_unknown", f"no such language: {code!r}; one of {', '.join(LANGUAGES)}",
                      language=code)
    return code


def check_readable(code: str, title: str) -> None:
    """Raises Refused("bulletin.language") for a text no voice here can read."""
    if code != VIETNAMESE:
        name = LANGUAGES.get(code, code)
        raise Refused("bulletin.language", f"no voice reads {name} ({code}): record {title!r} instead", language=name,
                      title=title)
