"""A short run of mutated_packs."""

from __future__ import annotations

from pathlib import Path

import mutated_packs


def test_damaged_packs_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    seen = mutated_packs.run(tmp_path, 7, 300)
    assert sum(seen.values()) == 300
    assert seen["speech.pack_broken"] > 50
    assert set(seen) <= {"taken", "file.unreadable", *(code for code in seen if code.startswith("speech.pack_"))}
    assert {path.name for path in tmp_path.iterdir()} == {"pack.zip", "voices"}
    assert not [path for path in tmp_path.rglob(".new-*")]
