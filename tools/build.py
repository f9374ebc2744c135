"""Builds the program that needs no Python: `./station build`, or `.venv/bin/python tools/build.py [--no-archives]`.

Into dist/: dai-xa/ (the collection: build.spec), and of it, on Linux, a Debian package and an archive with its own
installer (tools/pack.py). Writes the notices first, build.json into the collection, and lets the built program try
itself before anything is packed. Times, order and owners are fixed, so that little differs when it is built again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import notices  # noqa: E402 - beside this file
import pack  # noqa: E402

from broadcaster import __version__  # noqa: E402

PROGRAM = "broadcaster.exe" if sys.platform == "win32" else "broadcaster"
_TRIAL_SECONDS = 300


def main(words: Sequence[str] | None = None) -> int:
    """Build, try, pack. Exit 1 with a sentence when one of it fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the result")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="folder for what is needed on the way")
    parser.add_argument("--no-archives", action="store_true", help="only the collection")
    parser.add_argument("--no-self-test", action="store_true", help="do not let the built program try itself")
    args = parser.parse_args(words)
    try:
        folder = build(args.out.resolve(), args.work.resolve())
        if not args.no_self_test:
            _say(try_out(folder))
        if not args.no_archives and sys.platform == "linux":
            for made in pack.pack(folder, args.out.resolve(), __version__, epoch()):
                _say(f"{made}: {made.stat().st_size / 1e6:.0f} MB")
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"build: {error}\n")
        return 1
    return 0


def build(out: Path, work: Path) -> Path:
    """The collection, with its facts. Raises RuntimeError when something may not be shipped."""
    folder = out / "dai-xa"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(work / "build", ignore_errors=True)
    found = list(notices.parts())
    if wrong := notices.faults(found):
        raise RuntimeError("; ".join(wrong))
    work.mkdir(parents=True, exist_ok=True)
    (work / "THIRD_PARTY_NOTICES.txt").write_text(notices.written(found), encoding="utf-8", newline="\n")
    if sys.platform == "win32":
        pack.write_windows_parts(work, __version__)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "1", "DAI_XA_WORK": str(work)}
    subprocess.run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(out),
                    "--workpath", str(work), str(ROOT / "build.spec")], check=True, env=environment, cwd=ROOT)
    _lighten(folder)
    _write_facts(folder)
    return folder


def epoch() -> int:
    """The time this build claims: SOURCE_DATE_EPOCH, else that of the commit, else of the newest source."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    told = _git("log", "-1", "--format=%ct")
    return int(told) if told else int(max(path.stat().st_mtime for path in (ROOT / "broadcaster").rglob("*.py")))


def try_out(folder: Path) -> str:
    """Let the built program try itself, away from this environment. Raises RuntimeError with what failed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(folder / PROGRAM), "self-test", "--json"], capture_output=True, text=True, check=False,
                          encoding="utf-8", timeout=_TRIAL_SECONDS, env=environment, cwd=folder.parent)
    try:
        told = json.loads(done.stdout)
    except ValueError:
        raise RuntimeError(f"the built program does not start: {(done.stderr or done.stdout)[-800:]}") from None
    failed = [f"{check['name']}: {check['detail']}" for check in told["checks"] if not check["ok"]]
    if failed or done.returncode:
        raise RuntimeError("the self-test failed: " + "; ".join(failed))
    return f"self-test: {len(told['checks'])} checks in {told['seconds']} s"


def _lighten(folder: Path) -> None:
    """Python built from sources carries 17 MB of symbols that nobody here reads."""
    strip = shutil.which("strip")
    for library in (folder / "_internal").glob("libpython3.*.so*"):
        if strip and library.is_file() and not library.is_symlink():
            subprocess.run([strip, "--strip-unneeded", str(library)], check=True)


def _write_facts(folder: Path) -> None:
    """build.json: what this was built from, and every file's sha256, by which a virus scanner's work is found."""
    files = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "build.json"}
    facts = {"version": __version__, "commit": _git("rev-parse", "HEAD"),
             "changed": bool(_git("status", "--porcelain")),
             "date": datetime.fromtimestamp(epoch(), UTC).isoformat(timespec="seconds"),
             "python": platform.python_version(), "qt": version("PySide6-Essentials"),
             "pyinstaller": version("pyinstaller"), "platform": f"{platform.system()} {platform.machine()}",
             "files": files}
    (folder / "build.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8", newline="\n")


def _git(*words: str) -> str:
    """What git says; empty where the sources came without their history."""
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _say(text: str) -> None:
    sys.stdout.write(f"build: {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
