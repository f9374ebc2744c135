"""Text messages: what a telephone network counts, without accents if wanted, and short enough.

GSM 03.38: 160 septets in one message, 153 in each of several (70 and 67 units of UCS-2); a character of the extension
table takes two septets, and neither it nor a pair of surrogates is parted between two segments.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins.kit.message import Message
from broadcaster.bulletins.kit.wording import KitWords
from broadcaster.bulletins.wording import Template

_BASIC = frozenset("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                   "¿abcdefghijklmnopqrstuvwxyzäöñüà")
_EXTENSION = frozenset("\f^{}\\[~]|€")
_PLAIN = str.maketrans({
    "đ": "d", "Đ": "D", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "`": "'", "’": "'",
    "–": "-", "—": "-", "‑": "-", "−": "-", "…": "...", "•": "-", "·": "-", "\u00a0": " ", "\u202f": " ",
    "\u2009": " ", "₫": "d",
    "×": "x", "²": "2", "³": "3", "°": " do ", "№": "so", "≤": "<=", "≥": ">=", "½": "1/2", "¼": "1/4", "¾": "3/4",
    "\t": " ",
})
_FEWEST_IN_TITLE = 12


@dataclass(frozen=True)
class SmsCount:
    """What a message costs."""

    gsm: bool
    """True: GSM-7; False: UCS-2, because of `foreign`."""
    units: int
    """Septets, or 16-bit units."""
    segments: int
    room: int
    """Units left in the last segment."""
    foreign: str = ""
    """The first few characters that no GSM-7 message can carry."""


def count(text: str) -> SmsCount:
    """Encoding, units and segments of `text`, exactly as it is sent."""
    text = nfc(text)
    foreign = "".join(dict.fromkeys(c for c in text if c not in _BASIC and c not in _EXTENSION))
    sizes = [len(c.encode("utf-16-le", "surrogatepass")) // 2 if foreign else 1 + (c in _EXTENSION) for c in text]
    single, part = (70, 67) if foreign else (160, 153)
    units = sum(sizes)
    if units <= single:
        return SmsCount(not foreign, units, 1 if text else 0, single - units, foreign[:12])
    segments, used = 1, 0
    for size in sizes:
        if used + size > part:
            segments, used = segments + 1, 0
        used += size
    return SmsCount(not foreign, units, segments, part - used, foreign[:12])


def unaccented(text: str) -> str:
    """Without accents, in characters every telephone shows; what has no such form is left out."""
    plain = unicodedata.normalize("NFKD", nfc(text).translate(_PLAIN))
    kept = "".join(c for c in plain if c == "\n" or c in "€£¥§" or (" " <= c <= "~" and c != "`"))
    return "\n".join(" ".join(line.split()) for line in kept.splitlines()).strip()


def compose(message: Message, words: KitWords) -> str:
    """Who and what, the telephone number, then as many of the facts as there is room for, deadlines first."""
    template, options = words.of("sms"), words.options
    accents, most = options.sms_accents, options.sms_segments

    def written(parts: Sequence[str]) -> str:
        text = " ".join(part for part in parts if part)
        return nfc(text) if accents else unaccented(text)

    def fits(parts: Sequence[str]) -> bool:
        return count(written(parts)).segments <= most

    phone = message.phone_line(template)
    head = next((head for head in _heads(message, template) if fits([head, phone])), "")
    kept: dict[int, str] = {}
    for place, fact in sorted(enumerate(message.facts_told), key=lambda pair: (pair[1].rank, pair[0])):
        text = message.shortened(fact.text)
        if fits([head, *(kept[key] for key in sorted(kept)), text, phone]):
            kept[place] = text
    parts = [head, *(text for _, text in sorted(kept.items())), phone]
    link = template.line("link", **message.facts) if message.link else ""
    return written([*parts, link] if link and fits([*parts, link]) else parts)


def _heads(message: Message, template: Template) -> Iterator[str]:
    """The head with its whole title, then with ever shorter ones, cut between words."""
    yield template.line("head", **{**message.facts, "title": message.short_title})
    title = message.short_title.split()
    for length in range(len(title) - 1, 0, -1):
        cut = " ".join(title[:length]).rstrip(" ,;:-–")
        if len(cut) < _FEWEST_IN_TITLE:
            break
        yield template.line("head", **{**message.facts, "title": f"{cut}.."})
    yield template.line("head", **{**message.facts, "title": message.short_title[:40]})
