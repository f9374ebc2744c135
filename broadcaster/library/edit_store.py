"""The SQL of what belongs to a cut beside its sound: what was cut off, its cover, its spectral print."""

from __future__ import annotations

from sqlalchemy import Connection, exists, insert, select, update

from broadcaster.db import schema
from broadcaster.library.shape import Edit

_EDIT = schema.cut_edit.c
_CUT = schema.cut.c


def add_edit(connection: Connection, cut_sha256: str, edit: Edit) -> None:
    """Remember how a new cut was made; what is known of an old one stays."""
    if edit_of(connection, cut_sha256) is None:
        connection.execute(insert(schema.cut_edit).values(
            cut_sha256=cut_sha256, head_frames=edit.head_frames, tail_frames=edit.tail_frames,
            fade_in_frames=edit.fade_in_frames, fade_out_frames=edit.fade_out_frames, ends_sha256=edit.ends_sha256))


def edit_of(connection: Connection, cut_sha256: str) -> Edit | None:
    """None: nothing was taken off."""
    row = connection.execute(select(schema.cut_edit).where(_EDIT.cut_sha256 == cut_sha256)).first()
    return None if row is None else Edit(row.head_frames, row.tail_frames, row.fade_in_frames, row.fade_out_frames,
                                         row.ends_sha256)


def ends_in_use(connection: Connection, ends_sha256: str) -> bool:
    """Whether a cut needs this ends file to be whole again."""
    return connection.scalar(select(_EDIT.cut_sha256).where(_EDIT.ends_sha256 == ends_sha256).limit(1)) is not None


def add_notes(connection: Connection, cut_sha256: str, checks: dict[str, object], fingerprint: bytes,
              cover: bytes) -> None:
    """What the import found about a new cut."""
    connection.execute(update(schema.cut).where(_CUT.sha256 == cut_sha256)
                       .values(checks=checks, fingerprint=fingerprint))
    if cover:
        connection.execute(insert(schema.cut_cover).values(cut_sha256=cut_sha256, image=cover))


def copy_notes(connection: Connection, from_sha256: str, to_sha256: str) -> None:
    """Another shape of a sound is known by the same marks."""
    row = connection.execute(select(_CUT.checks, _CUT.fingerprint).where(_CUT.sha256 == from_sha256)).one()
    add_notes(connection, to_sha256, dict(row.checks), bytes(row.fingerprint), cover(connection, from_sha256))


def prints(connection: Connection, low: int, high: int, but: str) -> list[tuple[str, bytes]]:
    """(hash, spectral print) of every sound of a length between two numbers of frames that some item plays."""
    query = select(_CUT.sha256, _CUT.fingerprint).where(
        _CUT.frames.between(low, high), _CUT.fingerprint != b"", _CUT.sha256 != but,
        exists().where(schema.cart.c.cut_sha256 == _CUT.sha256))
    return [(row.sha256, bytes(row.fingerprint)) for row in connection.execute(query)]


def original_of(connection: Connection, cut_sha256: str) -> str:
    """Hash of the file a cut was made from; empty when it was made here."""
    return str(connection.scalar(select(_CUT.original_sha256).where(_CUT.sha256 == cut_sha256)) or "")


def cover(connection: Connection, cut_sha256: str) -> bytes:
    """The cover picture as JPEG, or nothing."""
    image = connection.scalar(select(schema.cut_cover.c.image).where(schema.cut_cover.c.cut_sha256 == cut_sha256))
    return bytes(image or b"")
