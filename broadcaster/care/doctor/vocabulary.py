"""The words this program itself uses: what else stands in a log or an error is somebody's, and does not leave.

Read from the program's own code, as sources or as built, so that there is no list to forget.
"""

from __future__ import annotations

import builtins
import errno
import os
import pkgutil
import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from types import CodeType

import broadcaster

_WORD = re.compile(r"[A-Za-z]{2,}")
_SHORT = frozenset(("as", "at", "be", "by", "db", "gb", "id", "if", "in", "io", "is", "it", "kb", "mb", "ms", "no",
                    "of", "ok", "or", "os", "so", "up", "us", "we"))
"""Any other two letters could be somebody's name."""
_PARTS = ("base", "protocol", "db", "air", "keeper", "care", "wiring")
"""Parts whose words are English and the machine's; what deals with letters, voices and documents knows names."""
_LIBRARIES = ("sqlite3.dbapi2", "pathlib", "json.decoder", "socket", "subprocess", "threading", "queue", "ssl",
              "zipfile", "logging", "logging.handlers", "shutil", "tempfile", "tomllib._parser")
_MESSAGES = """
a an and are at be by for from has have in is it no not of on or than that the this to too was were will with without
access address after already bad because before bind busy bytes cannot cannot closed code command connect connection
corrupt could damaged database denied device directory disk does during empty end error errors exists expected failed
file files first fault format found full handle host image input invalid key last length line lines list locked lost
malformed memory missing more must name network number object open operation out output path permission permitted pipe
process read readonly refused reset return sample section signal size socket space stack start stopped stream such
supported system table temporarily thread time timed traceback type unable unavailable unexpected unknown unsupported
value version write wrong year
alsa jack portaudio pulseaudio pipewire wasapi host overflow underrun underflow segmentation aborted terminated killed
linux windows microsoft debian ubuntu python pyside qt glibc amd intel x86 arm platform release machine processor
"""

_SYLLABLES = """
an anh ba bach ban bang bao bich binh bui ca cam can cao chau chi chien chinh chu cong cu cuc cuong dai dam dan dang
danh dao dat diem dien diep dieu dinh do doan doi dong du duc dung duong duy gia giang giao giap ha hai ham han hang
hanh hao hau hien hiep hieu hinh ho hoa hoai hoan hoang hoat hoi hong hop hue hung huong huu huy huyen huynh khai
khang khanh khiem khoa khoi khue khuong kieu kien kim ky la lac lai lam lan lang lanh le lich lien lieu linh lo loan
loc loi long lu luan luat luc luong luu ly mac mai man manh mau mien minh mo my nam nga ngan nghi nghia ngo ngoc ngon
nguyen nguyet nhan nhat nhi nhu nhung ninh noi nong nu oanh on pham phan phat phi phong phu phuc phung phuoc phuong
quach quan quang que qui quoc quy quyen quyet quynh sam sang sinh son song sy ta tai tam tan tang tao tat thach thai
tham than thang thanh thao that the thi thich thiem thien thiet thieu thinh tho thoa thoai thom thong thu thua thuan
thuc thuong thuy thy tien tiep tin tinh to toai toan ton tong tra trac trai tram tran trang tri trieu trinh tro trong
truc trung truong tu tuan tung tuong tuyen tuyet ty uy uyen van vi vien viet vinh vo vu vuong vy xa xuan xuyen yen
"""
SYLLABLES = frozenset(_SYLLABLES.split())
"""Vietnamese syllables people, villages and streets are called by, without their accents; some are English, too."""
HARMLESS = frozenset(("an", "can", "do", "long", "on", "song", "than", "that", "the", "to"))
"""English words among them: kept in small letters, where they are no names."""


@cache
def words() -> frozenset[str]:
    """In lower case."""
    found: set[str] = set(_MESSAGES.split())
    for text in (*dir(builtins), *map(os.strerror, errno.errorcode), *errno.errorcode.values(), *dir(sqlite3)):
        found.update(_split(text))
    for name in (*_modules(), *_LIBRARIES):
        found.update(_split(name))
        code = _code(name)
        if code is not None:
            found.update(word for text in _texts(code) for word in _split(text))
    longer = {word for word in found if len(word) > 2 or word in _SHORT}
    return frozenset((longer - SYLLABLES) | (found & HARMLESS))


def _modules() -> Iterator[str]:
    for part in _PARTS:
        name = f"broadcaster.{part}"
        yield name
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield from (each.name for each in pkgutil.walk_packages([place], f"{name}."))
    # Names alone of all the rest, for the lines of a trace.
    yield from (each.name for each in pkgutil.iter_modules(broadcaster.__path__, "broadcaster."))


def _code(name: str) -> CodeType | None:
    """As the sources or the built program hold it; nothing is imported."""
    try:
        spec = find_spec(name)
        getter = getattr(spec.loader, "get_code", None) if spec else None
        code = getter(name) if getter else None
    except Exception:  # a part that is not there teaches us no words
        return None
    return code if isinstance(code, CodeType) else None


def _texts(code: CodeType) -> Iterator[str]:
    yield from (code.co_name, *code.co_names, *code.co_varnames)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _texts(constant)
        elif isinstance(constant, str) and constant.isascii():
            yield constant


def _split(text: str) -> set[str]:
    """"FileNotFoundError" is four words and one."""
    whole = _WORD.findall(text)
    parts = (part for word in whole for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", word) if len(part) > 1)
    return {word.lower() for word in (*whole, *parts)}
