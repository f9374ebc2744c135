"""What bears out one airing: journal lines, the seal over them and who signed, the package's hash."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from broadcaster.aggregation.office.proof import Proof
from broadcaster.base.clock import parse_time
from broadcaster.gui.log.journal_words import journal_kind_words, journal_note
from broadcaster.gui.office import model
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import caption_label, column
from broadcaster.protocol.journal import Kind, Line

_HASH = 16
"""Digits of a hash that are shown; the whole one is on the line in the package."""


class ProofView(QWidget):
    """`clear`, `say` while it is looked for, `show_proof`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.verdict = Banner("")
        self.caption = caption_label(self.tr("Journal of the station"))
        self.lines = Facts()
        self.papers = Facts()
        box = column(self.verdict, self.papers, self.caption, self.lines, None, spacing=8)
        box.setContentsMargins(0, 0, 8, 0)
        self.setLayout(box)
        self.clear()

    def clear(self) -> None:
        self.verdict.show_text("")
        self._show([], [])

    def say(self, text: str, tone: str = "plain") -> None:
        self.clear()
        self.verdict.show_text(text, tone, "info")

    def show_proof(self, proof: Proof) -> None:
        seal = proof.seal
        if proof.is_set_aside:
            self.verdict.show_text(self.tr("This belongs to a course of the log that was not chosen."), "wait", "info")
        elif seal is None:
            self.verdict.show_text(self.tr(
                "The journal is whole and signed within its package; the seal of that day has not come yet."), "wait",
                "info")
        elif seal.holds:
            self.verdict.show_text(self.tr(
                "Proven: the journal lines are whole, sealed, and signed with this station's own key."), "good",
                "shield-check")
        else:
            self.verdict.show_text(self.tr("The seal of {day} does not hold. Do not rely on this line.").format(
                day=model.plain_day(seal.day)), "bad", "triangle-alert")
        self._show(self._papers(proof), [_line(file, line) for file, line in proof.lines])

    def _papers(self, proof: Proof) -> list[tuple[str, str]]:
        seal, package = proof.seal, proof.package
        pairs = [(self.tr("Seal"), self.tr("{day}, lines {first}–{last}, {hash}…").format(
            day=model.plain_day(seal.day), first=seal.first_seq, last=seal.last_seq,
            hash=seal.sha256[:_HASH]))] if seal else []
        if seal is not None:
            pairs.append((self.tr("Signed with"), seal.fingerprint))
        pairs += [(self.tr("Signed by"), " · ".join(filter(None, (
            str(name["person"]), str(name["role"]), model.moment(str(name["at"])))))) for name in proof.signatures]
        pairs += [(self.tr("Corrected"), " · ".join(filter(None, (
            each.by, model.moment(each.at), each.reason, each.note)))) for each in proof.corrections]
        pairs.append((self.tr("Package"), self.tr("No. {number}, came {time}, {hash}…").format(
            number=package.number, time=model.moment(package.received_at), hash=package.sha256[:_HASH])))
        if proof.airing.directive_number:
            pairs.append((self.tr("Letter"), proof.airing.directive_number))
        if proof.airing.cut_sha256:
            pairs.append((self.tr("Sound"), f"{proof.airing.cut_sha256[:_HASH]}…"))
        return pairs

    def _show(self, papers: list[tuple[str, str]], lines: list[tuple[str, str]]) -> None:
        self.papers.show_facts(papers)
        self.caption.setVisible(bool(lines))
        self.lines.show_facts(lines)


def _line(file: str, line: dict[str, Any]) -> tuple[str, str]:
    read = Line(int(line["seq"]), parse_time(str(line["at"])), Kind(str(line["kind"])), dict(line["data"]),
                str(line["hash"]))
    return f"{file}: {read.seq}", " · ".join(filter(None, (
        f"{read.at:%H:%M:%S}", journal_kind_words(read.kind), journal_note(read), f"{read.hash[:_HASH]}…")))
