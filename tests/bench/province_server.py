"""A PostgreSQL server of the bench's own: made, started and thrown away, never as root, on a socket in its folder."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

SETTINGS = {"listen_addresses": "", "fsync": "on", "synchronous_commit": "on", "shared_buffers": "1GB",
            "max_wal_size": "8GB", "checkpoint_timeout": "30min", "maintenance_work_mem": "256MB", "work_mem": "64MB"}
"""What a careful administrator would set on a machine with 8 GB or more; the disk is waited for, as it should be."""
_PLACES = (Path("/usr/lib/postgresql"), Path("/usr/local/pgsql"), Path("/opt/homebrew/opt/postgresql"))


@contextmanager
def server(folder: Path, changed: dict[str, str] | None = None) -> Iterator[str]:
    """The address of an empty database "office" below `folder`; `changed`: other settings. Ends the server after."""
    settings = SETTINGS | (changed or {})
    root = Path(mkdtemp(prefix="pg-", dir=folder))
    data, who = root / "data", _unprivileged()
    if who is not None:
        shutil.chown(root, who)
        _open_way(root)
    _run([_program("initdb"), "-D", str(data), "-U", "office", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
          "--no-sync"], who)
    options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in settings.items())
    _run([_program("pg_ctl"), "-D", str(data), "-w", "-l", str(root / "log"), "-o", f"{options} -k {root}",
          "start"], who)
    try:
        _run([_program("createdb"), "-h", str(root), "-U", "office", "office"], who)
        yield f"postgresql://office@/office?host={root}"
    finally:
        _run([_program("pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop"], who)
        shutil.rmtree(root, ignore_errors=True)


def size_of(folder: Path) -> int:
    """Bytes below `folder`."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise SystemExit("no user but root here: PostgreSQL does not run as root")


def _open_way(path: Path) -> None:
    for parent in path.parents:
        if parent != Path("/") and parent.stat().st_mode & 0o1 == 0:
            parent.chmod(parent.stat().st_mode | 0o11)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    beside = [path for place in _PLACES if place.is_dir() for path in sorted(place.glob(f"**/bin/{name}"))]
    if not beside:
        raise SystemExit(f"{name} of PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return str(beside[-1])


def _run(command: list[str], who: str | None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, user=who, cwd="/",
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stderr.strip() or done.stdout.strip()}")
