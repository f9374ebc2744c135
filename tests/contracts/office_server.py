"""A PostgreSQL server of the tests' own: made in a folder, on a socket, never as root, thrown away after."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from broadcaster.db.office import HEAD

_HURRIED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=20",
            "listen_addresses=")


def program(name: str) -> str:
    """Its path; empty where PostgreSQL is not installed."""
    found = [str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))]
    return shutil.which(name) or (found[-1] if found else "")


@contextmanager
def server() -> Iterator[str]:
    """The folder of its socket; user "office"."""
    memory = Path("/dev/shm")
    room = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 1 << 30
    root = Path(tempfile.mkdtemp(prefix="dxpg-", dir=memory if room else "/tmp"))
    who = _unprivileged()
    if who:
        shutil.chown(root, who)
    _run([program("initdb"), "-D", f"{root}/data", "-U", "office", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
          "--no-sync", "--no-instructions"], who)
    options = " ".join(f"-c {each}" + ("''" if each.endswith("=") else "") for each in _HURRIED)
    control = [program("pg_ctl"), "-D", f"{root}/data", "-w", "-l", f"{root}/log"]
    _run([*control, "-o", f"{options} -k {root}", "start"], who)
    try:
        yield str(root)
    finally:
        _run([*control, "-m", "immediate", "stop"], who)
        shutil.rmtree(root, ignore_errors=True)


def new_database(folder: str, name: str, like: str = "") -> str:
    """The address of an empty one, or of a copy."""
    with psycopg.connect(host=folder, user="office", dbname="postgres", autocommit=True) as c:
        c.execute(f"CREATE DATABASE {name} {like}")  # type: ignore[arg-type]
    return f"postgresql://office@/{name}?host={folder}"


def empty(address: str) -> bool:
    """Take every row out, to use it again; False where its tables are not as they were made."""
    with psycopg.connect(address, autocommit=True) as c:
        if not c.execute("SELECT to_regclass('alembic_version')").fetchone()[0]:  # type: ignore[index]
            return False
        names = [row[0] for row in c.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'")]
        for name in names:
            c.execute(f"DELETE FROM {name}")  # type: ignore[arg-type]
        revision = c.execute("SELECT version_num FROM alembic_version").fetchone()
        return bool(names) and revision == (HEAD,)


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root."""
    return pwd.getpwnam("nobody").pw_name if os.geteuid() == 0 else None


def _run(command: list[str], who: str | None) -> None:
    # The server keeps what it inherits open: nobody may wait for an end of its output.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, user=who, cwd="/",
                              check=False, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
        said.seek(0)
        assert done.returncode == 0, said.read().decode()
