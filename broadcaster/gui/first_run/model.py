"""What the first steps propose and remember. No widgets."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from broadcaster.base.settings import StationSection
from broadcaster.base.vietnamese import fold, one_line

WELCOME, STATION, PEOPLE, RECOVERY, SOUND, VOICE, RULES, SESSIONS, READY = (
    "welcome", "station", "people", "recovery", "sound", "voice", "rules", "sessions", "ready")
STEPS = (WELCOME, STATION, PEOPLE, RECOVERY, SOUND, VOICE, RULES, SESSIONS, READY)
OFFICE_STEPS = (WELCOME, STATION, PEOPLE, RECOVERY, READY)
"""An office above plays nothing itself."""
OWN_STEPS = (STATION, PEOPLE, RECOVERY, SOUND, VOICE, RULES, SESSIONS)
"""Those that store something, in order."""

COMMUNE_KINDS = ("xã", "phường", "đặc khu")
_CITIES = ("Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ")
_PROVINCES = (
    "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai",
    "Hà Tĩnh", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Nghệ An", "Ninh Bình",
    "Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Nguyên", "Thanh Hóa",
    "Tuyên Quang", "Vĩnh Long")
PROVINCES = tuple(sorted([f"tỉnh {name}" for name in _PROVINCES] + [f"thành phố {name}" for name in _CITIES],
                         key=lambda name: fold(name.removeprefix("tỉnh ").removeprefix("thành phố "))))
"""The 34 since 1 July 2025; only offered, anything may be written."""

_DONE, _AT, _TOLD = "first_run/done", "first_run/at", "first_run/told"
_TOLD_BEFORE = "people/set_up_told"
"""What windows before this one remembered."""


@dataclass(frozen=True)
class Proposal:
    """Names that follow from commune and province; every one may be written otherwise."""

    name: str
    issuer: str
    superior: str


def commune_parts(text: str) -> tuple[str, str]:
    """("xã", "Mẫu") of "Xã Mẫu"; a name without its kind is taken as a xã's."""
    words = one_line(text)
    for kind in COMMUNE_KINDS:
        if words.casefold().startswith(f"{kind} "):
            return kind, words[len(kind) + 1:].strip()
    return COMMUNE_KINDS[0], words


def proposal(commune: str, province: str) -> Proposal:
    """What offices of that place are usually called; empty where nothing is known yet."""
    place = one_line(commune)
    above = one_line(province)
    department = "Sở Văn hóa và Thể thao" if above.casefold().startswith("thành phố") else \
        "Sở Văn hóa, Thể thao và Du lịch"
    return Proposal(f"Đài truyền thanh {place}" if place else "",
                    f"ỦY BAN NHÂN DÂN {place.upper()}" if place else "",
                    f"{department} {above}" if above else "")


def is_named(station: StationSection) -> bool:
    """Somebody has said which station this is."""
    plain = StationSection()
    return (station.name, station.commune) != (plain.name, plain.commune)


class Memory:
    """How far the set-up has come, in window.ini: a choice of the window, never data of the station."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def done(self) -> frozenset[str]:
        words = str(self._settings.value(_DONE, ""))
        return frozenset(word for word in words.split(",") if word in STEPS)

    def mark(self, step: str) -> None:
        """This step is stored."""
        self._settings.setValue(_DONE, ",".join(name for name in STEPS if name in self.done | {step}))
        self._settings.sync()

    @property
    def at(self) -> str:
        """The step that was open last."""
        word = str(self._settings.value(_AT, WELCOME))
        return word if word in STEPS else WELCOME

    def stand_at(self, step: str) -> None:
        self._settings.setValue(_AT, step)
        self._settings.sync()

    @property
    def told(self) -> bool:
        """A person has closed it: it does not come by itself again."""
        return bool(self._settings.value(_TOLD, False, bool)) or bool(self._settings.value(_TOLD_BEFORE, False, bool))

    def tell(self) -> None:
        self._settings.setValue(_TOLD, True)
        self._settings.sync()


def next_open(done: Collection[str], steps: Collection[str]) -> str:
    """The first step that still stores something; the last one when nothing is open."""
    return next((name for name in steps if name in OWN_STEPS and name not in done), READY)
