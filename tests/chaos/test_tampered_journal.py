"""Three hundred tamperings here; thousands by hand: tampered_journal.py."""

from __future__ import annotations

from pathlib import Path

from tampered_journal import TAMPERINGS, run


def test_no_tampering_with_a_sealed_journal_goes_unseen(tmp_path: Path) -> None:
    done, missed = run(300, 20261121, tmp_path)
    assert missed == []
    assert set(done) == set(TAMPERINGS)
