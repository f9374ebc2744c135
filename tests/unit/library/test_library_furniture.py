"""A new station has a tune and a bridge waiting for approval, once."""

from __future__ import annotations

import subprocess
import sys

from broadcaster.base.paths import StationHome
from broadcaster.library.furniture import furnish
from broadcaster.library.model import CartKind, State
from broadcaster.wiring import build_app


def test_init_leaves_the_tunes_as_drafts_and_no_twins(home: StationHome) -> None:
    done = subprocess.run([sys.executable, "-m", "broadcaster", "--home", str(home.root), "init", "--name", "Đài mới"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    app = build_app(home)
    try:
        furnish(app.library)
        carts = app.library.find()
        assert sorted(cart.kind for cart in carts) == sorted([CartKind.SIGNATURE, CartKind.BRIDGE])
        assert all(cart.state is State.DRAFT and not cart.approval_id for cart in carts)
    finally:
        app.close()
