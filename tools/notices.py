"""The notices of everything that is shipped: `python tools/notices.py OUT`, also run by tools/build.py.

Names, licences and texts are read out of the installed packages (requirements.lock says which), the fonts and icons in
resources/, Python itself, and packaging/licences/ where a package brings no text. docs/licences.md is the page for
people; this is the document the licences ask for. A licence nobody has allowed here stops the build.
"""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
LOCK = ROOT / "requirements.lock"

ALLOWED = ("MIT", "BSD", "0BSD", "Apache", "PSF", "MPL-2.0", "ISC", "Zlib", "CC0-1.0", "LGPL", "OFL",
           "GPL-3.0-or-later", "Dual License", "dependency licenses")
"""Beginnings of licences that let the whole be given to others. GPL-3.0 makes the whole collection GPL-3.0."""

_LGPL = ("LGPL-3.0-only", "packaging/licences/LGPL-3.0.txt")
UNTOLD = {"espeakng-loader": ("GPL-3.0-or-later", "packaging/licences/GPL-3.0.txt"),
          "pyserial": ("BSD-3-Clause", "packaging/licences/pyserial.txt"), "flatbuffers": ("Apache-2.0", "LICENSE"),
          "pyside6-essentials": _LGPL, "shiboken6": _LGPL, "segno": ("BSD-3-Clause", ""), "onnxruntime": ("MIT", ""),
          "pathspec": ("MPL-2.0", ""), "protobuf": ("BSD-3-Clause", ""), "reportlab": ("BSD-3-Clause", "")}
"""What a package's own metadata does not say, or says in many ways: the licence we use it under, the text's file."""

COPYLEFT = """\
Some parts are under licences that ask for more than being named:

  eSpeak NG (in espeakng-loader) and piper-tts: GNU General Public License, version 3 or later. They run in processes of
      their own, but are given to you together with this program: the collection as a whole may be passed on under the
      GPL version 3. This program's own sources stay under the Apache License 2.0, which allows it.
  FFmpeg with x264 and x265 (inside av): FFmpeg LGPL-2.1-or-later, x264 and x265 GPL-2.0-or-later.
  Qt 6 (PySide6-Essentials, shiboken6), psycopg, paramiko, libsndfile (inside soundfile), JACK, GnuTLS, Nettle, GMP,
      libunistring: GNU Lesser General Public License. They are used unchanged, as libraries in files of their own under
      _internal/, which you may replace with your own builds.
  pyttsx3, certifi: Mozilla Public License 2.0, unchanged.

You may have the complete source of every one of these parts: the exact versions stand below; each is published by its
authors under that name and version, and whoever gave you this program must give you those sources if you ask.
"""

LIBRARIES = """FFmpeg (libav*, libsw*): LGPL-2.1-or-later, with parts under GPL-2.0-or-later
x264, x265: GPL-2.0-or-later
SVT-AV1: BSD-3-Clause-Clear
dav1d, libvpx, Opus, WebP, libavif, libaom: BSD
opencore-amr: Apache-2.0
LAME: LGPL-2.0-or-later
oneVPL, libdrm, libXau, libxcb and its parts, libxkbcommon: MIT
ALSA (inside av), GnuTLS, libxcrypt, JACK, libsndfile: LGPL-2.1-or-later
Nettle, Hogweed, GMP, libunistring: LGPL-3.0-or-later
OpenBLAS: BSD-3-Clause
libgfortran, libquadmath: GPL-3.0-or-later with the GCC runtime exception
FreeType: FTL
HarfBuzz, LCMS 2, libjpeg-turbo, libpng, libtiff, OpenJPEG, Brotli: MIT, IJG, BSD, libtiff and libpng licences
libpq: PostgreSQL
OpenLDAP: OLDAP-2.8
Cyrus SASL: BSD with attribution
MIT Kerberos, libcom_err: MIT
keyutils: LGPL-2.0-or-later
OpenSSL 3: Apache-2.0
ICU (inside Qt): Unicode-3.0
PortAudio, libffi: MIT
Berkeley DB 5.3: Sleepycat
SQLite: public domain
bzip2: bzip2-1.0.6
XZ (liblzma): 0BSD and public domain
Zstandard, libuuid: BSD-3-Clause
FLAC, Ogg, Vorbis, mpg123 (inside libsndfile): BSD, LGPL-2.1
PDFium: BSD-3-Clause, Apache-2.0
libxml2, libxslt (inside lxml): MIT
libsodium (inside PyNaCl): ISC
"""
"""Libraries without a package of their own: they lie inside the packages, or come from the system that built it."""


@dataclass(frozen=True)
class Part:
    """One thing of others'."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def locked(lock: Path = LOCK) -> list[str]:
    """The packages users get, by name."""
    return sorted({plain(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text(encoding="utf-8"), re.M)})


def plain(name: str) -> str:
    """As in an index: "python_docx" and "python-docx" are one."""
    return re.sub(r"[-_.]+", "-", name).lower()


def parts() -> Iterator[Part]:
    """Python, what lies in resources/, and every locked package this system has."""
    yield Part("Python", sys.version.split()[0], "PSF-2.0", (_python_text(),))
    for name, licence, file in (("Be Vietnam Pro", "OFL-1.1", "fonts/BeVietnamPro-OFL.txt"),
                                ("Inter", "OFL-1.1", "fonts/Inter-OFL.txt"),
                                ("Liberation Serif", "OFL-1.1", "fonts/LiberationSerif-OFL.txt"),
                                ("Lucide icons", "ISC", "icons/LICENSE.txt")):
        yield Part(name, "", licence, ((ROOT / "resources" / file).read_text(encoding="utf-8"),))
    for name in locked():
        try:
            yield part_of(distribution(name))
        except PackageNotFoundError:
            continue  # of another system: the Windows voices on Linux


def part_of(package: Distribution) -> Part:
    """A package, from its own metadata."""
    meta: Message = package.metadata  # type: ignore[assignment]
    name = plain(str(meta["Name"]))
    known, file = UNTOLD.get(name, ("", ""))
    told = known or str(meta.get("License-Expression") or "") or _short(str(meta.get("License") or ""))
    told = told or next((value.rpartition("::")[2].strip() for key, value in meta.items()
                         if key == "Classifier" and value.startswith("License ::")), "")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in _licence_files(package)]
    if file:
        texts.append((ROOT / file).read_text(encoding="utf-8"))
    return Part(name, package.version, told, tuple(dict.fromkeys(text.strip() for text in texts)))


def allowed(licence: str) -> bool:
    """Whether every licence of an "A AND B" is on the list, and one of each "A OR B"."""
    asked = [word.strip(" ()") for word in re.split(r" AND |, ", licence)]
    return bool(licence) and all(any(way.strip().startswith(ALLOWED) for way in re.split(r" OR | or ", one))
                                 for one in asked)


def faults(found: Sequence[Part]) -> list[str]:
    """What keeps this from being given to others."""
    wrong = [f"{part.name}: the licence {part.licence!r} is not on the list" for part in found
             if not allowed(part.licence)]
    return wrong + [f"{part.name}: no licence text" for part in found if not any(part.texts)]


def written(found: Sequence[Part]) -> str:
    """The whole document; a text that several share stands once."""
    numbers: dict[str, int] = {}
    for part in found:
        for text in part.texts:
            numbers.setdefault(text, len(numbers) + 1)
    lines = ["Đài Xã: notices of the parts made by others", "=" * 43, "", COPYLEFT, "Parts", "-----", ""]
    lines += [f"{part.name} {part.version}".strip() + f": {part.licence} (text "
              + ", ".join(str(numbers[text]) for text in part.texts) + ")" for part in found]
    lines += ["", "Libraries inside them", "---------------------", "", LIBRARIES]
    for name in ("GPL-3.0.txt", "LGPL-3.0.txt"):
        numbers.setdefault((TEXTS / name).read_text(encoding="utf-8").strip(), len(numbers) + 1)
    for text, number in numbers.items():
        lines += ["", "", f"Text {number}", "-" * 40, "", text.strip()]
    return "\n".join(lines) + "\n"


def main(words: Sequence[str]) -> int:
    """Write the document; exit 1 with the faults when something may not be shipped."""
    found = list(parts())
    if wrong := faults(found):
        sys.stderr.write("\n".join(wrong) + "\n")
        return 1
    out = Path(words[0] if words else ROOT / "build" / "THIRD_PARTY_NOTICES.txt")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(written(found), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{out}: {len(found)} parts\n")
    return 0


def _licence_files(package: Distribution) -> list[Path]:
    """LICENSE, COPYING, NOTICE in the package's metadata or at the top of its folder."""
    word = re.compile(r"(licen[cs]e|copying|notice|thirdparty|authors\.rst)", re.I)
    found = []
    for file in package.files or ():
        path = Path(str(package.locate_file(file)))
        near = ".dist-info" in file.parts[0] or len(file.parts) == 2
        if near and file.suffix not in {".py", ".pyc", ".pyi"} and (
                word.match(file.name) or "licenses" in file.parts or "LICENSES" in file.parts) and path.is_file():
            found.append(path)
    return sorted(found)


def _short(licence: str) -> str:
    """The field also takes a whole licence text: its first line then."""
    return licence.strip().splitlines()[0].strip()[:60] if licence.strip() else ""


def _python_text() -> str:
    for place in (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt",
                  *Path("/usr/share/doc").glob("python3*/copyright")):
        if place.is_file():
            return place.read_text(encoding="utf-8", errors="replace").strip()
    return "Python Software Foundation License Version 2: see the file LICENSE of Python's sources."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
