"""One act on one item or on many: in the background, with a bar when it takes longer, and one sentence at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import number_text
from broadcaster.gui.ops import Step
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.library.model import Cart

PATIENCE_MS = 1000
LANE = "items"
"""Its own: voicing a long text must not keep ten items from being archived."""


@dataclass(frozen=True)
class Outcome:
    """What became of each."""

    done: tuple[str, ...]
    refused: tuple[tuple[str, Exception], ...] = ()
    """(id, why)."""


class PatientProgress(ProgressDialog):
    """Stays away while the work is quick; Cancel stops before the next item, and what is done is told."""

    stopped = False

    def reject(self) -> None:
        self.stopped = True
        QDialog.reject(self)

    def open(self) -> None:
        QTimer.singleShot(PATIENCE_MS, self, self._open_late)

    def _open_late(self) -> None:
        if self._op is not None and not self._op.finished and not self._op.cancelled:
            super().open()


def for_each(carts: Sequence[Cart], work: Callable[[Cart], object], after: Callable[[], object] | None,
             step: Step, stopped: Callable[[], bool]) -> Outcome:
    """One by one; what one item refuses does not stop the others, a person may."""
    done: list[str] = []
    refused: list[tuple[str, Exception]] = []
    for number, cart in enumerate(carts):
        if stopped():
            break
        step(number, len(carts), cart.title)
        try:
            work(cart)
            done.append(cart.id)
        except BroadcasterError as error:
            refused.append((cart.id, error))
    if after is not None and done:
        after()
    return Outcome(tuple(done), tuple(refused))


def summary(outcome: Outcome, total: int) -> str:
    """“11 of 12 done. 1 not: …”; empty when all went well."""
    translate = QCoreApplication.translate
    if len(outcome.done) == total:
        return ""
    words = [translate("Library", "{done} of {total} done.").format(done=number_text(len(outcome.done)),
                                                                  total=number_text(total))]
    reasons: dict[str, int] = {}
    for _, error in outcome.refused:
        text = explain(error).text
        reasons[text] = reasons.get(text, 0) + 1
    words += [translate("Library", "{count} not: {why}").format(count=number_text(count), why=text)
              for text, count in sorted(reasons.items(), key=lambda item: -item[1])[:3]]
    return " ".join(words)


def run_each(owner: QWidget, title: str, carts: Sequence[Cart], work: Callable[[Cart], object],
             done: Callable[[Outcome], object], after: Callable[[], object] | None = None) -> PatientProgress:
    """Start it; `done` gets the outcome on the window's thread, also when a person stopped it half-way: then those
    not reached are neither done nor refused."""
    dialog = PatientProgress(owner.window(), title)

    def finish(outcome: Outcome) -> None:
        done(outcome)
        dialog.deleteLater()
    dialog.run(lambda step: for_each(carts, work, after, step, lambda: dialog.stopped), finish,
               lane=LANE)
    return dialog
