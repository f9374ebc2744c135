"""Step: which station this is; most names follow from commune and province while they are typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from broadcaster.base.ids import new_id
from broadcaster.base.settings import StationSection, changed
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.gui.first_run.model import (
    COMMUNE_KINDS,
    PROVINCES,
    STATION,
    commune_parts,
    is_named,
    proposal,
)
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.settings.model import complaints
from broadcaster.gui.widgets.form import Form, choice, number_field, text_field


class StationStep(Step):
    """Name, commune, province, the body on reports, whom reports go to."""

    name = STATION

    def build(self) -> None:
        self.form = Form(label_width=190)
        self.kind = choice([(kind, kind) for kind in COMMUNE_KINDS])
        self.kind.setAccessibleName(self.tr("Kind of commune"))
        self.commune = text_field(limit=70)
        self.province, self.station = text_field(limit=80), text_field(limit=120)
        self.issuer, self.superior = text_field(limit=160), text_field(limit=160)
        self.clusters = number_field(0, 0, 999)
        self._own: set[QLineEdit] = set()
        self._read = False
        both = QWidget()
        both.setObjectName("plain")
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.kind)
        line.addWidget(self.commune, 1)
        both.setFocusProxy(self.commune)
        self.place = both
        self.form.add(self.tr("Commune or ward"), both)
        for field in (self.kind, self.commune):
            field.setMinimumHeight(36)
        self.commune.setAccessibleName(self.tr("Commune or ward"))
        self.form.add(self.tr("Province or city"), self.province,
                      self.tr("Type a few letters, with or without accents."))
        self.province.setCompleter(_accent_free(self.province))
        office = self.run.settings().office.role == "office"
        self.form.add(self.tr("Name of the office") if office else self.tr("Name of the station"), self.station,
                      "" if office else self.tr("As it is spoken on air."))
        self.form.add(self.tr("Body on reports"), self.issuer)
        self.form.add(self.tr("Reports go to"), self.superior,
                      "" if office else self.tr("Proposed; write another if need be."))
        self.form.add(self.tr("Loudspeaker clusters"), self.clusters, self.tr("0 when you do not know it yet."))
        self._office = office
        for part in (both, self.clusters):
            self.form.set_row_visible(part, not office)
        if office:  # what is proposed is for a commune
            self._own = {self.station, self.issuer, self.superior}
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _: self._propose())
        for field in (self.commune, self.province):
            field.textChanged.connect(lambda _: self._propose())
        for proposed in (self.station, self.issuer, self.superior):
            proposed.textEdited.connect(lambda text, one=proposed: self._edited(one, text))

    def short(self) -> str:
        return self.tr("Station")

    def heading(self) -> tuple[str, str]:
        if self._office:
            return (self.tr("Which office is this?"),
                    self.tr("The name stands on reports and on what goes down to the stations."))
        return (self.tr("Which station is this?"),
                self.tr("Write commune and province: the other names are proposed from them."))

    def enter(self) -> None:
        if not self._read:
            self._read = True
            self._fill(self.run.settings().station)
        (self.station if self._office else self.commune).setFocus()

    def finish(self, then: Callable[[], object]) -> None:
        self.form.clear()
        before = self.run.settings()
        values = self.values(before.station)
        wrong = complaints(changed(before, "station", **values))
        if not one_line(self.commune.text()) and before.office.role != "office":
            wrong["station.commune"] = self.tr("Write the name of the commune or ward.")
        fields: dict[str, QWidget] = {"commune": self.place, "province": self.province, "name": self.station,
                                      "issuer": self.issuer}
        for name, field in reversed(fields.items()):
            if text := wrong.get(f"station.{name}"):
                self.form.wrong(field, text)
        if wrong:
            return
        self.do(lambda: self.run.keep("station", self.run.first, **values), lambda _: then())

    def values(self, before: StationSection) -> dict[str, object]:
        """As station.toml has them."""
        commune = one_line(self.commune.text())
        return {"id": before.id or new_id(), "name": one_line(self.station.text()),
                "commune": f"{self.kind.currentData()} {commune}" if commune else "",
                "province": one_line(self.province.text()), "issuer": one_line(self.issuer.text()).upper(),
                "superior": one_line(self.superior.text()), "clusters": self.clusters.value()}

    def _fill(self, station: StationSection) -> None:
        self.clusters.setValue(station.clusters)
        if not is_named(station):
            return
        kind, name = commune_parts(station.commune)
        self._own = {self.station, self.issuer, self.superior}
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.commune.setText(name)
        self.province.setText(station.province)
        self.station.setText(station.name)
        self.issuer.setText(station.issuer)
        self.superior.setText(station.superior)

    def _edited(self, field: QLineEdit, text: str) -> None:
        """Once somebody writes a name, it is theirs; an emptied one is proposed again."""
        if text:
            self._own.add(field)
        else:
            self._own.discard(field)

    def _propose(self) -> None:
        kind, name = commune_parts(self.commune.text())
        if name != one_line(self.commune.text()):  # "xã Mẫu" was typed whole
            self.kind.setCurrentIndex(self.kind.findData(kind))
            self.commune.setText(name)
            return
        made = proposal(f"{self.kind.currentData()} {name}" if name else "", self.province.text())
        for field, text in ((self.station, made.name), (self.issuer, made.issuer), (self.superior, made.superior)):
            if field not in self._own:
                field.setText(text)
                field.setCursorPosition(0)


class _AccentFree(QCompleter):
    """"cao bang" finds tỉnh Cao Bằng."""

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data())


class _Names(QStringListModel):
    """Shows the names, is searched by them without accents."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return fold(PROVINCES[index.row()])
        return super().data(index, role)


def _accent_free(field: QLineEdit) -> QCompleter:
    result = _AccentFree(_Names(list(PROVINCES), field), field)
    result.setCompletionRole(Qt.ItemDataRole.UserRole)
    result.setFilterMode(Qt.MatchFlag.MatchContains)
    result.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return result
