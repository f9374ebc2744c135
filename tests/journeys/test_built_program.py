"""The built program on a machine without Python: it is built, put into a bare root and must pass its self-test there.

Building takes most of a minute of one core, so it happens once: the result lies in a folder named by what went into it,
and BUILT=DIR (a finished dist/dai-xa) skips it. The bare root holds what the Debian package asks of a system, and a
shell: no Python, no font of the system's, no locale, nothing mounted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

with contextlib.suppress(ImportError):  # not on Windows, where all of this is skipped
    import fcntl

ROOT = Path(__file__).parents[2]
SOURCES = ("broadcaster", "resources", "schedules", "packaging", "tools")
pytestmark = [pytest.mark.slow(140), pytest.mark.timeout(900),
              pytest.mark.skipif(sys.platform != "linux", reason="the bare root is made of Linux parts")]

OF_THE_SYSTEM = re.compile(
    r"/lib(c|m|dl|rt|pthread|util|resolv|nss_files|nss_dns|stdc\+\+|gcc_s|z|g(lib|thread|object|module|io)-2\.0|pcre2-8|mount|"
    r"blkid|selinux|dbus-1|systemd|cap|gcrypt|gpg-error|lz4|lzma|zstd|mvec|fontconfig|freetype|expat|png16|brotli[a-z]*|bz2|"
    r"uuid|GL|EGL|GLX|GLdispatch|OpenGL|X11|X11-xcb|xcb|Xau|Xdmcp|bsd|md|asound)[.-]")
"""Names of the libraries that the packages in packaging/linux/control bring, and what they bring themselves."""


def kept_build() -> Path:
    """Where the build of exactly these sources, packages and Python lies, or will."""
    digest = hashlib.sha256(sys.version.encode())
    files = [ROOT / name for name in ("build.spec", "requirements-dev.lock", "CHANGELOG.md")]
    for name in SOURCES:
        files += [path for path in (ROOT / name).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    for path in sorted(files):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return Path(tempfile.gettempdir()) / f"dai-xa-built-{os.getuid()}" / digest.hexdigest()[:20]


@pytest.fixture(scope="session")
def built() -> Path:
    """The collection."""
    if given := os.environ.get("BUILT"):
        return Path(given)
    pytest.importorskip("PyInstaller", reason="PyInstaller is not installed: ./station build would install it")
    kept = kept_build()
    with kept.parent.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one build, however many processes run the tests
        if not (kept / "dai-xa" / "build.json").exists():
            build(kept)
    return kept / "dai-xa"


def build(kept: Path) -> None:
    """Without its archives; builds of older sources go."""
    shutil.rmtree(kept.parent, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="dai-xa-work-") as work:
        done = subprocess.run(
            [sys.executable, str(ROOT / "tools" / "build.py"), "--no-archives", "--no-self-test",
             "--out", str(kept), "--work", work], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.fixture
def beside(built: Path) -> Iterator[Path]:
    """A folder on the same disk as the build, which can then be linked: half a gigabyte need not be copied."""
    with tempfile.TemporaryDirectory(prefix="dai-xa-linked-", dir=built.parent) as folder:
        yield Path(folder)


@pytest.fixture
def bare_root(built: Path, beside: Path) -> Iterator[Path]:
    """A root to change into: the collection, the system's libraries it asks for, /bin/sh and a few words in /etc."""
    if os.getuid() != 0:
        pytest.skip("only root may change the root folder: run this one as root")
    root = beside / "máy trần"
    for name in ("tmp", "root", "bin", "etc", "lib64", "usr/lib", "opt", "dev"):
        (root / name).mkdir(parents=True)
    (root / "lib").symlink_to("usr/lib")
    (root / "etc/passwd").write_text("root:x:0:0::/root:/bin/sh\n")
    (root / "dev/null").touch()  # an empty file does for one run
    for path in system_libraries(built):
        target = root / path.relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    shutil.copy("/bin/sh", root / "bin/sh")
    for settings in ("/etc/fonts", "/usr/share/alsa"):  # theirs; PortAudio aborts without ALSA's
        shutil.copytree(settings, root / settings[1:])
    shutil.copytree(built, root / "opt/dai-xa", symlinks=True, copy_function=link)
    yield root
    shutil.rmtree(root)


def link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def system_libraries(built: Path) -> list[Path]:
    """What this machine lends to the collection: by ldd, and only what the Debian package asks for."""
    inner = built / "_internal"
    asked = [built / "broadcaster", Path("/bin/sh"), *inner.glob("*.so*"), *inner.glob("PySide6/*.so"),
             *inner.glob("PySide6/Qt/lib/*.so*"), *inner.glob("PySide6/Qt/plugins/platforms/*.so")]
    found: set[Path] = set()
    done = subprocess.run(["ldd", *map(str, asked)], capture_output=True, text=True, check=False,
                          env={**os.environ, "LD_LIBRARY_PATH": str(inner)})
    for place in re.findall(r"(?:=> |^\s+)(/\S+) \(0x", done.stdout, re.M):
        path = Path(place)
        if not path.is_relative_to(built) and (path.name.startswith("ld-") or OF_THE_SYSTEM.search(place)):
            found.add(path)
    return sorted(found)


def test_it_works_where_no_python_is(bare_root: Path) -> None:
    assert not [path for path in bare_root.rglob("python3*") if "/opt/" not in str(path)], "there is a Python"
    chroot = shutil.which("chroot", path="/usr/sbin:/usr/bin:/sbin:/bin")
    assert chroot is not None
    done = subprocess.run([chroot, str(bare_root), "/opt/dai-xa/broadcaster", "self-test", "--json"],
                          capture_output=True, text=True, check=False, env={"HOME": "/root", "PATH": "/bin"})
    assert done.stdout.startswith("{"), done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert [(check["name"], check["detail"]) for check in told["checks"] if not check["ok"]] == []
    assert {"files", "voice", "player", "helper", "window"} <= {check["name"] for check in told["checks"]}
    assert done.returncode == 0


@pytest.mark.skipif("BROADCASTER_LONG" not in os.environ, reason="long: BROADCASTER_LONG=1 runs it")
def test_what_is_missing_is_told(built: Path, beside: Path) -> None:
    """A virus scanner takes away a file, another is changed: the self-test names both, and ends with 1."""
    copy = beside / "dai-xa"
    shutil.copytree(built, copy, symlinks=True, copy_function=link)
    (copy / "_internal/resources/audio/chuong.flac").unlink()
    notice = copy / "_internal/NOTICE"
    notice.unlink()
    notice.write_text("another")
    done = subprocess.run([str(copy / "broadcaster"), "self-test", "--only", "files"], capture_output=True, text=True,
                          check=False)
    assert done.returncode == 1
    assert "2 files are not as they were built" in done.stdout
    assert "chuong.flac" in done.stdout
    assert "NOTICE: changed" in done.stdout


def test_nothing_of_the_builders_is_in_it(built: Path) -> None:
    names = {path.name for path in (built / "_internal").iterdir()}
    assert not names & {"moto", "boto3", "pytest", "_pytest", "hypothesis", "werkzeug", "mypy", "ruff", "tkinter"}
    dictionaries = {path.name for path in (built / "_internal/espeakng_loader").rglob("*_dict")}
    assert dictionaries == {"vi_dict", "en_dict"}
    assert not list((built / "_internal").glob("libstdc++*")), "the desktop's drivers want their own, newer one"


def test_both_programs_are_the_same_one(built: Path) -> None:
    told = [subprocess.run([str(built / name), "--version"], capture_output=True, text=True, check=True).stdout
            for name in ("broadcaster", "dai-xa")]
    assert told[0] == told[1] != ""
    facts = json.loads((built / "build.json").read_text(encoding="utf-8"))
    assert told[0].split()[-1] == facts["version"]
