"""Written Vietnamese into words to be read aloud.

Each rule claims stretches of the text that no earlier rule has claimed; what nobody claims is read as it stands.
"""

from __future__ import annotations

import re

from broadcaster.base.vietnamese import nfc
from broadcaster.speech.model import Reading
from broadcaster.speech.normalise.forms import TAKEN as _TAKEN
from broadcaster.speech.normalise.rules import rules


def readings(text: str) -> list[Reading]:
    """Aligned stretches that cover the (composed) text, in order, each with its spoken form."""
    composed = nfc(text)
    masked, claims = composed.replace(_TAKEN, " "), []
    for pattern, spoken in rules():
        pieces, last = [], 0
        for match in pattern.finditer(masked):
            if match.end() == match.start() or _TAKEN in match[0]:
                continue
            said = spoken(match)
            if said == match[0]:
                continue
            claims.append(Reading(composed[match.start():match.end()], said, match.start(), match.end()))
            pieces += [masked[last:match.start()], _TAKEN * (match.end() - match.start())]
            last = match.end()
        masked = "".join([*pieces, masked[last:]])
    return _covering(composed, sorted(claims, key=lambda claim: claim.start))


def normalise(text: str) -> str:
    """The text as it will be read aloud: one line a line, plain words and punctuation. Never raises."""
    spoken = "".join(reading.spoken for reading in readings(text))
    spoken = "".join(c if c in "\n\t" or c.isprintable() else " " for c in spoken)
    lines = [_tidy(line) for line in spoken.split("\n")]
    return "\n".join(lines).strip("\n")


def _tidy(line: str) -> str:
    line = re.sub(r"[ \t\u3000]+", " ", line).strip()
    line = re.sub(r" +([,.;:!?])", r"\1", line)
    line = re.sub(r",(?:\s*,)+", ",", line)
    line = re.sub(r",\s*([.;:!?])", r"\1", line)
    line = re.sub(r"([.;:!?])\s*,", r"\1", line)
    line = re.sub(r"([.;:!?])(?:\s*[.;:])+", r"\1", line)
    return line.lstrip(",.;: ").rstrip(", ")


def _covering(text: str, claims: list[Reading]) -> list[Reading]:
    found: list[Reading] = []
    last = 0
    for claim in claims:
        if claim.start > last:
            found.append(Reading(text[last:claim.start], text[last:claim.start], last, claim.start))
        found.append(claim)
        last = claim.end
    if last < len(text):
        found.append(Reading(text[last:], text[last:], last, len(text)))
    return found
