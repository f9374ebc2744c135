"""The one ZIP layout a package has (docs/formats.md "The package"): every header field is fixed or counted.

Plain ZIP as any tool opens it, but without anything a ZIP leaves open: entries follow each other without a gap from the
first byte, no extra fields, no comments, no flags, no ZIP64, one date. So a reader needs no tolerance, and there is no
place to hide anything in.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from broadcaster.base.errors import Refused

STORED, DEFLATED = 0, 8
_NEEDS, _MADE_BY_UNIX, _DATE_1980, _PLAIN_FILE = 20, 3 << 8 | 20, 1 << 5 | 1, 0o100644 << 16
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

LOCAL_SIZE, CENTRAL_SIZE, END_SIZE = _LOCAL.size, _CENTRAL.size, _END.size
MOST_ENTRIES = 20_000
LARGEST_FILE = (1 << 31) - 1
"""Bytes of a package, and of any entry: beyond that a ZIP needs other fields."""
LARGEST_WHOLE = 8 << 30
"""Bytes of all entries unpacked."""
LARGEST_MANIFEST = 8 << 20


@dataclass(frozen=True)
class Place:
    """Where an entry lies and how."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    """Of its local header."""

    @property
    def data(self) -> int:
        """Offset of its first byte."""
        return self.offset + LOCAL_SIZE + len(self.name)

    @property
    def end(self) -> int:
        return self.data + self.packed


def local_header(place: Place) -> bytes:
    """What stands before the entry's bytes."""
    return _LOCAL.pack(b"PK\3\4", _NEEDS, 0, place.method, 0, _DATE_1980, place.crc, place.packed, place.size,
                       len(place.name), 0) + place.name.encode("ascii")


def central_header(place: Place) -> bytes:
    """The entry's line in the directory at the end."""
    return _CENTRAL.pack(b"PK\1\2", _MADE_BY_UNIX, _NEEDS, 0, place.method, 0, _DATE_1980, place.crc, place.packed,
                         place.size, len(place.name), 0, 0, 0, 0, _PLAIN_FILE, place.offset) \
        + place.name.encode("ascii")


def end_record(count: int, size: int, offset: int) -> bytes:
    """The last 22 bytes."""
    return _END.pack(b"PK\5\6", 0, 0, count, count, size, offset, 0)


def read_end(raw: bytes) -> tuple[int, int, int]:
    """Entries, size and offset of the directory. Raises ValueError unless it is exactly such an end."""
    fields = _END.unpack(raw)
    count, size, offset = fields[4], fields[5], fields[6]
    if raw != end_record(count, size, offset) or not 2 <= count <= MOST_ENTRIES:
        raise ValueError("the end of the file is not that of a package")
    return count, size, offset


def read_directory(raw: bytes, count: int) -> list[Place]:
    """The entries, each behind the one before it. Raises ValueError for anything out of the form."""
    places: list[Place] = []
    at = offset = 0
    for _ in range(count):
        if at + CENTRAL_SIZE > len(raw):
            raise ValueError("its table of contents is too short")
        fields = _CENTRAL.unpack_from(raw, at)
        length = fields[10]
        name = raw[at + CENTRAL_SIZE:at + CENTRAL_SIZE + length].decode("ascii")
        place = Place(name, fields[4], fields[7], fields[8], fields[9], fields[16])
        header = central_header(place)
        if raw[at:at + len(header)] != header or place.offset != offset or place.method not in {STORED, DEFLATED} \
                or (place.method == STORED and place.size != place.packed):
            raise ValueError("its table of contents is out of the form")
        places.append(place)
        at, offset = at + len(header), place.end
    if at != len(raw) or len({place.name for place in places}) != count:
        raise ValueError("its table of contents is out of the form")
    return places


def too_large(name: str) -> Refused:
    """More than any reader takes."""
    return Refused("package.too_large", f"{name} is larger than a package may be", name=name)
