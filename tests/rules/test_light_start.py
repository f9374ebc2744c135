"""The window stands soon after it was asked for: what is heavy is loaded by whoever needs it first."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("numpy", "av", "soundfile", "sounddevice", "docx", "xlsxwriter", "pypdfium2", "alembic", "apscheduler",
         "pyttsx3", "paramiko", "fsspec", "s3fs", "httpx", "webdav4", "psycopg")


def test_heavy_parts_wait() -> None:
    code = ("import sys; import broadcaster.cli.gui, broadcaster.gui.main_window, broadcaster.gui.on_air.page; "
            f"print(*[name for name in {HEAVY!r} if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
