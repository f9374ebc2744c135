"""Letters and lines of papers in the look of Nghị định 30/2020: the shapes of Times New Roman, embedded by file."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph

from broadcaster.base.paths import shipped
from broadcaster.bulletins.kit.paper import drawable

REGULAR, BOLD = "LiberationSerif-Regular", "LiberationSerif-Bold"
ITALIC, BOLD_ITALIC = "LiberationSerif-Italic", "LiberationSerif-BoldItalic"
LEFT, CENTER, RIGHT, JUSTIFY = TA_LEFT, TA_CENTER, TA_RIGHT, TA_JUSTIFY
_LONGEST = 4_000

UPRIGHT, ACROSS = "upright", "across"
"""Names of page templates."""
_LINES = 22
_GAP = re.compile(" {2,}")

Story = list[Flowable]


@cache
def register_serif() -> None:
    """By file, so that no other version of the same name is taken."""
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        pdfmetrics.registerFont(TTFont(name, str(shipped("resources", "fonts", f"{name}.ttf"))))


def serif(text: str, size: float, font: str = REGULAR, **look: Any) -> Paragraph:
    """A paragraph; "\\n" breaks a line. `look`: measures of reportlab's ParagraphStyle."""
    lines = [escape(drawable(_GAP.sub(_unbroken, line), font)) for line in text[:_LONGEST].split("\n")]
    return Paragraph("<br/>".join(lines), style(size, font, **look))


def _unbroken(gap: re.Match[str]) -> str:
    """Room left for a number to be written in stays as wide as it is."""
    return "\u00a0" * len(gap[0])


@lru_cache(200)
def style(size: float, font: str = REGULAR, **look: Any) -> ParagraphStyle:
    return ParagraphStyle(f"{font}{size}", **{"fontName": font, "fontSize": size, "leading": size * 1.19,
                                              "splitLongWords": 1, **look})


@lru_cache(4_000)
def fitted(text: str, width: float, font: str, size: float) -> str:
    """A word too long for its column, mostly the number of a letter, goes on after its stroke or hyphen."""
    lines = []
    for line in text.split("\n"):
        words = []
        for word in line.split(" "):
            rest = word
            while pdfmetrics.stringWidth(rest, font, size) > width:
                cut = max((place for place in range(1, len(rest)) if rest[place - 1] in "/-–_."
                           and pdfmetrics.stringWidth(rest[:place], font, size) <= width), default=0)
                if not cut:
                    break
                words.append(rest[:cut])
                rest = rest[cut:]
            words.append(rest)
        lines.append(" ".join(words))
    return "\n".join(lines)


def shortened(text: str, width: float, size: float) -> str:
    """At most some twenty lines of a column: a row has to fit on a page, across too."""
    most = int(_LINES * max(1.0, width / (size * 0.5)))
    return text if len(text) <= most else text[:most - 1].rstrip() + "…"


class Mark(Flowable):  # type: ignore[misc]
    """Nothing on paper: an entry in the list of contents beside the pages."""

    def __init__(self, text: str, level: int = 0) -> None:
        super().__init__()
        self._text, self._level = text, level

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        key = f"mark{id(self)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self._text, key, self._level, closed=False)
