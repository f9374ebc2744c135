"""What stands beside the list while several rows are selected: how many, how long, what can be done with all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton

from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.library import menu
from broadcaster.gui.library.model import state_words
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import Card, label, row, rule
from broadcaster.library.model import Cart, State

COUNTED = 2000
"""So many items are looked at to say how long they are together; more are only counted."""


class BulkPanel(Card):
    """`show_selection(count)` at once, `show_carts` when they have been read; `acts` maps names to callables."""

    def __init__(self, acts: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self.setMinimumWidth(350)
        self.title = label("", "strong", wrap=True)
        self.title.setObjectName("heading")
        close = icon_button("x", self.tr("Select nothing"), acts["close"])
        head = row(self.title, close)
        head.setStretch(0, 1)
        self.facts = Facts()
        self.edit_button = primary_button(self.tr("Change"), "pencil", acts["edit"])
        self.buttons: dict[str, QPushButton] = {
            "submit": button(self.tr("Submit for approval"), "send", acts["submit"]),
            "campaign": button(self.tr("Make campaigns…"), "calendar-plus", acts["campaign"]),
            "restore": button(self.tr("Put back"), "rotate-ccw", acts["restore"]),
            "unarchive": button(self.tr("Take out of the archive"), "rotate-ccw", acts["unarchive"]),
            "withdraw": button(self.tr("Withdraw…"), "undo-2", acts["withdraw"]),
            "archive": button(self.tr("Archive…"), "archive", acts["archive"]),
        }
        self.add(head, self.facts, rule(), self.edit_button, *self.buttons.values())
        self.add(label(self.tr("What does not fit an item, such as submitting one that is approved, is left out and "
                               "said."), "faint", wrap=True))
        self.body.addStretch(1)

    def show_selection(self, count: int) -> None:
        """Before anything is known of them."""
        text = number_text(count)
        self.title.setText(self.tr("{count} items selected").format(count=text))
        self.edit_button.setText(self.tr("Change {count} items…").format(count=text))
        self.edit_button.setAccessibleName(self.edit_button.text())
        if count > COUNTED:
            self.show_carts([])
            for part in self.buttons.values():
                part.setVisible(True)

    def show_carts(self, carts: Sequence[Cart]) -> None:
        """How long together, in which states; only what fits at least one of them is offered."""
        states = {state: sum(cart.state is state for cart in carts) for state in State}
        length = sum(cart.cut.seconds for cart in carts)
        self.facts.show_facts([
            (self.tr("Together"), length_text(length) if carts else ""),
            *((state_words(state), number_text(count)) for state, count in states.items() if count)])
        for name, part in self.buttons.items():
            part.setVisible(any(menu.possible(name, cart) for cart in carts))
