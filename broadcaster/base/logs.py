"""Program logs: English, bounded in size, one file per process; crashes are kept beside them (crashes.py)."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import sys
import threading
from typing import Any

from broadcaster.base import crashes
from broadcaster.base.paths import StationHome

_RESIDENT = {"air", "keeper"}
"""Processes that end in order when they are asked to: without a word they were killed."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(home: StationHome, process: str, *, to_stderr: bool = True) -> None:
    """Log to logs/<process>.log (5 × 1 MB) and, for a person at a terminal, warnings to stderr."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    formatter = logging.Formatter(_FORMAT)
    handlers: list[logging.Handler] = []
    try:
        home.logs.mkdir(parents=True, exist_ok=True)
        handlers.append(logging.handlers.RotatingFileHandler(
            home.logs / f"{process}.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8"))
        crashes.take_up(home, process)
        faulthandler.enable((home.logs / f"{process}.crash").open("a", encoding="utf-8"))
        if process in _RESIDENT:
            crashes.mark_alive(home, process)
    except OSError:
        to_stderr = True
    if to_stderr and sys.stderr is not None:
        console = logging.StreamHandler()
        console.setLevel(logging.WARNING)
        handlers.append(console)
    for handler in handlers:
        handler.setFormatter(formatter)
        root.addHandler(handler)
    _log_uncaught(home, process)


def _log_uncaught(home: StationHome, process: str) -> None:
    log = logging.getLogger(process)

    def on_main(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        log.critical("uncaught error", exc_info=(kind, error, trace))
        # What a slot of the window lets through has the window's own frames below it, and the window lives on.
        lives_on = trace is not None and trace.tb_frame.f_back is not None
        crashes.note_error(home, process, "error" if lives_on else "ended", error)

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            log.critical("a thread ended with an error", exc_info=args.exc_value)
            crashes.note_error(home, process, "thread", args.exc_value)

    sys.excepthook = on_main
    threading.excepthook = on_thread
