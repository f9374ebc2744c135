"""The command line without its start: one process has read the program already and makes a child for each command.

A child is what `python -m broadcaster …` is after its imports: its own process, files, exit code and end.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_PARENT = """
import importlib, json, os, sys, time
sys.path.insert(0, os.getcwd())
from broadcaster.cli.main import VERBS, main
import broadcaster.wiring
for verb in sorted(set(VERBS) - {"gui", "demo", "air", "keeper"}):
    importlib.import_module("broadcaster.cli." + verb.replace("-", "_"))
for line in sys.stdin:
    order = json.loads(line)
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        for number, name, flags in ((0, os.devnull, os.O_RDONLY), (1, order["out"], os.O_WRONLY),
                                    (2, order["err"], os.O_WRONLY)):
            os.dup2(os.open(name, flags), number)
        os.environ.update(order["env"])
        os.chdir(order["folder"])
        sys.stdin = open(0, encoding="utf-8", closefd=False)
        break
    _, status, used = os.wait4(child, 0)
    print(json.dumps([os.waitstatus_to_exitcode(status), time.monotonic() - begun, used.ru_maxrss / 1024]), flush=True)
else:
    sys.exit(0)
sys.exit(main(order["words"]))
"""


@dataclass(frozen=True)
class Ran:
    """One command and what came of it."""

    code: int
    out: str
    err: str
    seconds: float
    peak_mb: float


@lru_cache(maxsize=1)
def _parent() -> subprocess.Popen[str]:
    made = subprocess.Popen([sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(_end, made)
    return made


def _end(parent: subprocess.Popen[str]) -> None:
    parent.communicate(timeout=30)


def run_command(words: list[str], env: dict[str, str] | None = None) -> Ran:
    """As typed after `broadcaster`; `env` is added to the environment."""
    parent = _parent()
    assert parent.stdin is not None
    assert parent.stdout is not None
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        out.touch()
        err.touch()
        order = {"words": words, "env": env or {}, "out": str(out), "err": str(err), "folder": os.getcwd()}  # noqa: PTH109
        parent.stdin.write(json.dumps(order) + "\n")
        parent.stdin.flush()
        code, seconds, peak = json.loads(parent.stdout.readline())
        return Ran(code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"), seconds, peak)
