"""A screen of one's own (Xvfb, a window manager), and a pair of hands on mouse, keyboard and clipboard (xdotool)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"
SETTLE = 0.45
"""The window tells five times a second where everything is: longer than one such turn."""

Part = dict[str, Any]


def missing_tools() -> str:
    """What of X server, hands and clipboard is not on this machine."""
    return ", ".join(name for name in ("Xvfb", "xdotool", "xclip") if shutil.which(name) is None)


def vietnamese(area: str = "*") -> dict[str, str]:
    """The window's words, English → Vietnamese, so that better wording breaks no test."""
    words: dict[str, str] = {}
    for path in sorted(TRANSLATIONS.glob(f"{area}_vi.ts")):
        for message in ElementTree.parse(path).iter("message"):
            words[message.findtext("source", "")] = message.findtext("translation", "")
    return words


class Screen:
    """Everything a person at the desk can do, and what they see; pictures of each step in `folder`."""

    def __init__(self, folder: Path, size: str = "1366x768") -> None:
        self.folder = folder
        self.map = folder / "map.json"
        self._words = vietnamese()
        self._shots = 0
        self._children: list[subprocess.Popen[bytes]] = []
        server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._children.append(server)
        assert server.stdout is not None
        number = server.stdout.readline().decode().strip()
        server.stdout.close()
        assert number, "Xvfb did not start"
        self.env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
                    "BROADCASTER_TEST_MAP": str(self.map)}
        self.env.pop("WAYLAND_DISPLAY", None)
        if shutil.which("openbox"):
            self._children.append(subprocess.Popen(["openbox"], env=self.env, stdout=subprocess.DEVNULL,
                                                   stderr=subprocess.DEVNULL))

    def close(self) -> None:
        for child in reversed(self._children):
            child.terminate()
            child.wait(10)

    # Seeing

    def vi(self, english: str, area: str = "") -> str:
        """A word of the window, in Vietnamese; with `area`, as that part of the window says it."""
        return vietnamese(area)[english] if area else self._words[english]

    def parts(self) -> list[Part]:
        """What can be reached now."""
        return list(self._look().get("widgets", []))

    def windows(self) -> list[Part]:
        return list(self._look().get("windows", []))

    def find(self, text: str = "", *, kind: str = "", name: str = "", enabled: bool = True) -> Part | None:
        """The first part that shows exactly this text (or has this kind, this accessible name)."""
        for part in self.parts():
            if ((not text or part["text"] == text) and (not kind or part["kind"] == kind)
                    and (not name or part["name"] == name) and (not enabled or part["enabled"])):
                return part
        return None

    def says(self, words: str) -> bool:
        """Whether these words stand anywhere."""
        return any(words in part["text"] for part in self.parts())

    def wait(self, condition: Callable[[], Any], what: str, seconds: float = 20.0) -> Any:
        """Look until it is so; a picture and a plain sentence when it never is."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := condition():
                return found
            time.sleep(0.1)
        self.shot("never")
        seen = [part["text"] for part in self.parts() if part["text"]]
        raise AssertionError(f"waited {seconds:.0f} s in vain: {what}; the screen says {seen}")

    def wait_part(self, text: str = "", *, kind: str = "", name: str = "", seconds: float = 20.0) -> Part:
        return dict(self.wait(lambda: self.find(text, kind=kind, name=name), f"{text} {kind} {name}", seconds))

    def shot(self, name: str) -> None:
        """A picture of the whole screen, when ImageMagick is there to take it."""
        self._shots += 1
        if shutil.which("import"):
            path = self.folder / f"{self._shots:02}-{name}.png"
            subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=False, capture_output=True,
                           timeout=20)

    # Doing

    def click(self, text: str = "", *, kind: str = "", name: str = "", seconds: float = 20.0) -> None:
        """Move the mouse there and press; waits until it can be pressed."""
        self.press(self.wait_part(text, kind=kind, name=name, seconds=seconds))

    def choose(self, action: str, name: str) -> None:
        """An action of the menu behind the button of that name; the button may move while its page fills."""
        for _ in range(4):
            self.click(name=name)
            try:
                self.wait_part(action, kind="action", seconds=4)
            except AssertionError:
                continue
            break
        self.click(action, kind="action")

    def press(self, part: Part, count: int = 1) -> None:
        left, top, width, height = part["rect"]
        self._hands("mousemove", str(left + width // 2), str(top + height // 2), "click", "--repeat", str(count), "1")

    def scroll_down(self, part: Part, turns: int = 3) -> None:
        """The wheel, over this part."""
        left, top, width, height = part["rect"]
        self._hands("mousemove", str(left + width // 2), str(top + height // 2), "click", "--repeat", str(turns),
                    "--delay", "15", "5")

    def keys(self, *names: str) -> None:
        """Chords as xdotool writes them: alt+2, ctrl+a, Return."""
        self._hands("key", "--clearmodifiers", *names)

    def page(self, key: str, text: str = "", *, name: str = "") -> None:
        """Open a page by its key, known by a part of it; a dialog that is closing still swallows keys."""
        for _ in range(5):
            self.keys(key)
            try:
                self.wait_part(text, name=name, seconds=4)
            except AssertionError:
                continue
            return
        self.wait_part(text, name=name)

    def digits(self, text: str) -> None:
        """Plain ASCII; letters with accents go through `paste`."""
        self._hands("type", "--delay", "30", text)

    def paste(self, text: str) -> None:
        """Through the clipboard: xdotool loses Vietnamese letters."""
        # xclip stays behind and owns the clipboard until another text takes it over or the screen closes.
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text.encode(), env=self.env, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.keys("ctrl+v")

    def _hands(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.env, check=True, capture_output=True, timeout=20)
        time.sleep(SETTLE)

    def _look(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self.map.read_bytes()))
        except (OSError, ValueError):
            return {}
