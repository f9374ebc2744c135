"""The words of the library: kinds, states, verdicts on imported files. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.gui.i18n import number_text
from broadcaster.library.model import Cart, CartKind, State

STATE_TONES = {State.DRAFT: "plain", State.SUBMITTED: "wait", State.APPROVED: "good", State.RETURNED: "bad",
               State.WITHDRAWN: "plain", State.CHECKED: "wait", State.SUPERSEDED: "plain", State.ARCHIVED: "plain"}
FURNITURE = (CartKind.SIGNATURE, CartKind.BRIDGE, CartKind.OPENING, CartKind.CLOSING, CartKind.CHIME)
"""The frame of a session; never an item of a campaign."""
SOON_DAYS = 30
"""Near enough to its last day to think of a successor."""


@dataclass(frozen=True)
class CartRow:
    """One line of the list."""

    cart: Cart
    number: str = ""
    """Of the letter it serves."""

    @property
    def id(self) -> str:
        return self.cart.id


@dataclass(frozen=True)
class Verdict:
    """What became of one file."""

    id: int
    name: str
    tone: str
    """good, wait (taken with a warning), info (known already), bad (refused), plain (not tried)."""
    words: str
    sentence: str = ""
    cart_id: str = ""


def kind_words(kind: str) -> str:
    """A kind of item; the code itself when unknown."""
    translate = QCoreApplication.translate
    return {
        "tin": translate("Library", "News"), "bai": translate("Library", "Feature"),
        "thong_bao": translate("Library", "Notice"), "chuyen_muc": translate("Library", "Column"),
        "thong_diep": translate("Library", "Message"), "nhac": translate("Library", "Music"),
        "nhac_hieu": translate("Library", "Signature tune"), "nhac_cat": translate("Library", "Bridge tune"),
        "loi_xuong": translate("Library", "Opening words"), "loi_chao": translate("Library", "Closing words"),
        "chuong": translate("Library", "Chime"), "nhac_cho": translate("Library", "Waiting music"),
    }.get(str(kind), str(kind))


def state_words(state: State) -> str:
    """Where an item stands on its way to the air."""
    translate = QCoreApplication.translate
    return {
        State.DRAFT: translate("Library", "Draft"), State.SUBMITTED: translate("Library", "Waiting for approval"),
        State.APPROVED: translate("Library", "Approved"), State.RETURNED: translate("Library", "Given back"),
        State.WITHDRAWN: translate("Library", "Withdrawn"),
        State.CHECKED: translate("Library", "Waiting for the second approval"),
        State.SUPERSEDED: translate("Library", "Superseded"), State.ARCHIVED: translate("Library", "Archived"),
    }[state]


def kinds() -> list[tuple[str, str]]:
    """(value, words) of all kinds."""
    return [(str(kind), kind_words(kind)) for kind in CartKind]


def origins() -> list[tuple[str, str]]:
    """(value, words): who made a sound."""
    return [("superior", origin_words("superior")), ("own", origin_words("own"))]


def origin_words(origin: str) -> str:
    translate = QCoreApplication.translate
    return {"superior": translate("Library", "sent from above"), "own": translate("Library", "made by this station"),
            "shipped": translate("Library", "came with the program")}.get(origin, origin)


def updated_text(cart: Cart) -> str:
    """21/11/2026."""
    return f"{parse_time(cart.updated_at):%d/%m/%Y}" if cart.updated_at else ""


def day_words(iso_day: str) -> str:
    """21/11/2026; empty stays empty."""
    return "/".join(reversed(iso_day.split("-")))


def validity_tone(cart: Cart, today: str) -> str:
    """The tone of an item's last day: over, near, or none."""
    if not cart.valid_until or not today:
        return ""
    if cart.expired_on(today):
        return "bad"
    return "wait" if (date.fromisoformat(cart.valid_until) - date.fromisoformat(today)).days <= SOON_DAYS else ""


def warning_count(cart: Cart) -> int:
    """How many things the import found worth a second look."""
    found = cart.cut.checks.get("warnings", ())
    return len(found) if isinstance(found, (list, tuple)) else 0


def loudness_text(cart: Cart) -> str:
    """−18,0 LUFS; a dash when the sound is too short to measure."""
    lufs = cart.cut.lufs
    return "–" if lufs is None else f"{number_text(lufs, 1).replace('-', '−')} LUFS"


def count_text(count: int) -> str:
    return QCoreApplication.translate("Library", "{count} items").format(count=number_text(count))


def warning_words(code: str) -> str:
    """What was noticed about a sound that was taken all the same; the code itself when unknown."""
    translate = QCoreApplication.translate
    return {
        "clipped": translate("Library", "The recording is distorted: it was recorded too loud."),
        "silent_head": translate("Library", "Silence at the beginning was cut off."),
        "silent_tail": translate("Library", "Silence at the end was cut off."),
        "quiet": translate("Library", "The recording is very quiet; it was made louder as far as possible."),
        "short": translate("Library", "The sound is very short."),
        "truncated": translate("Library", "The end of the file is missing: listen before it is approved."),
        "resampled": translate("Library", "The file has telephone quality: words may be hard to understand."),
        "silent_middle": translate("Library", "There is a long silence in the middle: listen before it is approved."),
    }.get(code, code)


def refused(number: int, name: str, sentence: str) -> Verdict:
    return Verdict(number, name, "bad", QCoreApplication.translate("Library", "refused"), sentence)


def waiting(number: int, name: str) -> Verdict:
    return Verdict(number, name, "plain", QCoreApplication.translate("Library", "waiting"))


def tally(verdicts: list[Verdict]) -> str:
    """How it went, in one line."""
    translate = QCoreApplication.translate
    count = {tone: sum(item.tone == tone for item in verdicts) for tone in ("good", "wait", "info", "bad", "plain")}
    parts = [(count["good"] + count["wait"], translate("Library", "{count} taken")),
             (count["info"], translate("Library", "{count} known already")),
             (count["bad"], translate("Library", "{count} refused")),
             (count["plain"], translate("Library", "{count} not tried"))]
    return " · ".join(words.format(count=number) for number, words in parts if number) or "–"
