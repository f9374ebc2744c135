"""What can be done with an item, by where it stands: one list for buttons, the menu and the right mouse button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.library.model import FURNITURE
from broadcaster.library.model import Cart, State

_OUT = frozenset({State.WITHDRAWN, State.SUPERSEDED, State.ARCHIVED})


@dataclass(frozen=True)
class Choice:
    """One thing that can be done; `name` is the page's act."""

    name: str
    words: str
    icon: str
    weight: str = "menu"
    """primary, button, or menu (behind “More”)."""


def _all() -> list[Choice]:
    translate = QCoreApplication.translate
    return [
        Choice("submit", translate("Library", "Submit for approval"), "send", "primary"),
        Choice("approve", translate("Library", "Approve…"), "circle-check", "primary"),
        Choice("give_back", translate("Library", "Give back…"), "undo-2", "button"),
        Choice("campaign", translate("Library", "Make a campaign…"), "calendar-plus", "primary"),
        Choice("restore", translate("Library", "Put back"), "rotate-ccw", "primary"),
        Choice("unarchive", translate("Library", "Take out of the archive"), "rotate-ccw", "primary"),
        Choice("bulletin", translate("Library", "Open the bulletin"), "mic", "button"),
        Choice("emergency", translate("Library", "Keep ready for emergencies…"), "siren"),
        Choice("replace", translate("Library", "Replace the sound…"), "upload"),
        Choice("supersede", translate("Library", "Another item takes its place…"), "refresh-cw"),
        Choice("withdraw", translate("Library", "Withdraw…"), "undo-2"),
        Choice("archive", translate("Library", "Archive…"), "archive"),
        Choice("rename", translate("Library", "Rename (F2)"), "pencil"),
    ]


def choices(cart: Cart | None) -> list[Choice]:
    """Those that make sense for it; all there are when no item is given."""
    return [choice for choice in _all() if cart is None or possible(choice.name, cart)]


def possible(name: str, cart: Cart) -> bool:
    """Whether an act makes sense for an item as it stands."""
    state, out = cart.state, cart.state in _OUT
    item = cart.kind not in FURNITURE
    return {
        "submit": state in {State.DRAFT, State.RETURNED},
        "approve": state in {State.SUBMITTED, State.CHECKED},
        "give_back": state in {State.SUBMITTED, State.CHECKED},
        "campaign": item and state is State.APPROVED,
        "restore": state in {State.WITHDRAWN, State.SUPERSEDED} and not cart.bulletin_id,
        "unarchive": state is State.ARCHIVED,
        "bulletin": bool(cart.bulletin_id),
        "emergency": item and state is State.APPROVED,
        "replace": not out and not cart.bulletin_id,
        "supersede": not out,
        "withdraw": not out,
        "archive": state is not State.ARCHIVED,
        "rename": True,
    }[name]
