"""Whoever reads the log sees whether a machine or a person was heard."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

import pytest

from broadcaster.asrun.model import Airing
from broadcaster.gui.log.model import voice_words
from broadcaster.reports import wording


def airing(**values: Any) -> Airing:
    """A row with nothing in it but these."""
    empty = {item.name: "" for item in fields(Airing) if item.default is MISSING and item.default_factory is MISSING}
    return Airing(**{**empty, **values})


@pytest.mark.parametrize(("row", "written", "shown"), [
    (airing(kind="tin", voice="vi-vn-x-south"), "giọng máy (vi-vn-x-south)", "synthetic voice"),
    (airing(kind="khan_cap", voice="piper:vais1000"), "giọng máy (piper:vais1000)", "synthetic voice"),
    (airing(kind="thong_diep"), "giọng người", "a person's voice"),
    (airing(kind="truc_tiep"), "giọng người", "a person's voice"),
    (airing(kind="nhac"), "", ""), (airing(kind="tiep_song"), "", ""),
    (airing(kind="thong_diep", is_relay=True), "", ""),
])
def test_machine_and_person_are_told_apart(row: Airing, written: str, shown: str) -> None:
    assert wording.voice(row) == written
    assert voice_words(row) in {shown, {"synthetic voice": "giọng máy", "a person's voice": "giọng người"}.get(shown)}
