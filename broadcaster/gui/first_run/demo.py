"""The demo station beside the real one: made in a program of its own, opened in its own window, deleted again."""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO

from PySide6.QtCore import QLockFile

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.base.program import NO_WINDOW, own_command, start_and_forget
from broadcaster.base.settings import NOBODY, changed, load_settings, save_settings
from broadcaster.care.installed import start_command
from broadcaster.gui.ops import Cancelled, Step
from broadcaster.protocol.link import LinkClient

log = logging.getLogger(__name__)

STAGES = 34
"""Lines `init --demo --progress` prints; a few more or fewer only make the bar less even."""
_DAY = 3
"""A day on air takes about as long as three other stages."""
_STOP_SECONDS = 10.0


def demo_home(home: StationHome) -> StationHome:
    """Beside the real home, never within it."""
    return StationHome(home.root.with_name(f"{home.root.name}-demo"))


def _making(demo: StationHome) -> StationHome:
    """Where it is made and where it goes; cleared by whoever makes or deletes one next."""
    return StationHome(demo.root.with_name(f"{demo.root.name}.making"))


def is_made(home: StationHome) -> bool:
    """There is a whole demo station beside this home."""
    demo = demo_home(home)
    return demo.database.exists() and demo.demo_note.exists()


def make_demo(home: StationHome, step: Step, words: Callable[[str], str] = str) -> StationHome:
    """About half a minute; off the window's thread. Whatever was begun goes away when it is called off.

    Raises Refused: demo.failed, disk.*.
    """
    demo = demo_home(home)
    if is_made(home):
        return demo
    making = _making(demo)
    _clear(making)
    child = subprocess.Popen(own_command("--home", str(making.root), "init", "--demo", "--silent", "--progress"),
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             creationflags=NO_WINDOW)
    try:
        last = _follow(child, step, words)
        if child.wait() != 0:
            raise Refused("demo.failed", f"the demo station could not be made: {last}",
                          detail=last.removeprefix("broadcaster: "))
        _clear(demo)
        making.root.rename(demo.root)
    except OSError as error:
        raise unwritable(demo.root, error) from error
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
        assert child.stdout is not None
        child.stdout.close()
        _clear(making)
    return demo


def open_demo(home: StationHome, *, audible: bool) -> None:
    """Its own window in its own process. Raises Refused("demo.failed")."""
    demo = demo_home(home)
    settings = load_settings(demo)
    device = "" if audible else NOBODY
    if settings.audio.device != device:
        save_settings(demo, changed(settings, "audio", device=device))
    command = start_command("--home", str(demo.root), "demo", "--window", "--end-with-window", window=True)
    try:
        start_and_forget(command)
    except OSError as error:
        raise Refused("demo.failed", f"the demo station cannot be opened: {error}", detail=str(error)) from error


def delete_demo(home: StationHome) -> None:
    """All of the demo station, and nothing else. Raises Refused: demo.open, disk.*."""
    demo = demo_home(home)
    if not demo.demo_note.exists():
        return
    lock = QLockFile(str(demo.run / "window.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        raise Refused("demo.open", "the demo station's window is open")
    lock.unlock()
    stop_processes(demo)
    try:
        going = _making(demo)
        _clear(going)
        demo.root.rename(going.root)  # killed from here on, what is left is no station any more
        shutil.rmtree(going.root)
    except OSError as error:
        raise unwritable(demo.root, error) from error


def stop_processes(home: StationHome) -> None:
    """Helper first, or it would start the player again; waits until both are gone."""
    for process in ("keeper", "air"):
        end = time.monotonic() + _STOP_SECONDS
        while time.monotonic() < end:
            try:
                client = LinkClient(home, process, timeout=1.0)
            except Refused:
                break
            with suppress(Refused):
                client.ask("shutdown", by="demo")
            client.close()
            time.sleep(0.2)


def _follow(child: subprocess.Popen[bytes], step: Step, words: Callable[[str], str]) -> str:
    """Tell each stage; the last line that was none."""
    assert child.stdout is not None
    last, done = "", 0
    for line in _lines(child.stdout):
        if step.cancelled:
            raise Cancelled
        try:
            stage = str(json.loads(line)["stage"])
        except (ValueError, TypeError, KeyError):
            last = line or last
            continue
        done += _DAY if stage == "day" else 1
        step(min(done, STAGES - 1), STAGES, words(stage))
    return last


def _lines(stream: IO[bytes]) -> Iterator[str]:
    for raw in stream:
        yield raw.decode("utf-8", "replace").strip()


def _clear(home: StationHome) -> None:
    """What an attempt left behind."""
    if home.root.exists():
        shutil.rmtree(home.root, ignore_errors=True)
