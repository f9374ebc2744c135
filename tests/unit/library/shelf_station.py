"""A library with rows and small real sound files, without importing anything."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import insert, update

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.db import schema
from broadcaster.db.engine import Database
from broadcaster.library import store
from broadcaster.library.model import Cart, CartKind, Cut, State

_ROW: dict[str, dict[str, Any]] = {
    "directive": {"sha256": "", "suffix": ".txt", "file_name": "cv.txt", "text": "", "text_sha256": "", "fields": {},
                  "received_at": ""},
    "bulletin": {"title": "Bản tin", "kind": "tin", "points": [], "state": "draft", "author": "", "created_at": "",
                 "updated_at": ""},
    "campaign": {"title": "Đợt", "times": 2, "urgency": "routine", "state": "active", "created_by": "",
                 "created_at": ""},
    "approval": {"approver": "Phó Chủ tịch", "approved_at": "2026-11-01", "seal": "s"},
    "airing": {"session_id": "s", "session_name": "Sáng", "title": "Tin", "kind": "tin", "urgency": "routine",
               "planned_start": "", "planned_frames": 1, "aired_frames": 48_000, "outcome": "aired"},
}


class Station:
    """Puts rows straight where they belong."""

    def __init__(self, database: Database, home: StationHome, clock: Clock) -> None:
        self.database = database
        self.home = home
        self.clock = clock

    def cut(self, words: str, *, at: str = "", warnings: tuple[str, ...] = (), frames: int = 480_000) -> Cut:
        """A file of the shelf: its bytes are no sound, which nothing here listens to."""
        data = words.encode("utf-8")
        cut = Cut(hashlib.sha256(data).hexdigest(), frames, -18.0, -2.0, "import", f"{words}.mp3", b"\0",
                  {"warnings": list(warnings)})
        path = self.home.audio(cut.sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        with self.database.write("cut") as c:
            store.add_cut(c, cut, "", at or format_time(self.clock.now()))
            c.execute(update(schema.cut).where(schema.cut.c.sha256 == cut.sha256).values(checks=cut.checks))
        return cut

    def cart(self, title: str, cut: Cut | None = None, **values: Any) -> Cart:
        at = values.pop("at", "") or format_time(self.clock.now())
        cut = cut or self.cut(title, at=at, warnings=values.pop("warnings", ()), frames=values.pop("frames", 480_000))
        cart_id = f"c{hashlib.sha256(title.encode()).hexdigest()[:8]}"
        cart = Cart(**{"id": cart_id, "kind": CartKind.NEWS, "title": title, "cut": cut, "state": State.DRAFT,
                       "origin": "own", "created_at": at, "updated_at": at, **values})
        with self.database.write("cart") as c:
            store.add_cart(c, cart)
        return cart

    def row(self, table: str, **values: Any) -> None:
        with self.database.write(table) as c:
            c.execute(insert(getattr(schema, table)).values({**_ROW.get(table, {}), **values}))

    def approve(self, cart: Cart, **values: Any) -> str:
        """Gives the approval's id."""
        approval = f"a-{cart.id}"
        subject = f"bulletin:{cart.bulletin_id}" if cart.bulletin_id else f"cart:{cart.id}"
        self.row("approval", id=approval, subject=subject, audio_sha256=cart.cut.sha256, **values)
        with self.database.write("cart") as c:
            store.change_cart(c, cart.id, cart.updated_at, state=State.APPROVED.value, approval_id=approval)
        return approval
