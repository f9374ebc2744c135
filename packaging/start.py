"""Where the built program begins: both of them, the one with a window and the one for a terminal."""

import ctypes.util
import multiprocessing
import os
import sys


def _leave_others_their_libraries() -> None:
    """What we start of the system (a browser, tesseract) must load its own libraries, not those packed with us."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
    # Our own children are programs of their own, and set that path for themselves.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


def _find_packed_portaudio() -> None:
    """sounddevice asks the system where PortAudio is; a system without it shall use the packed one."""
    ask = ctypes.util.find_library
    ctypes.util.find_library = lambda name: ask(name) or ("libportaudio.so.2" if name == "portaudio" else None)


if __name__ == "__main__":
    if sys.platform == "linux":
        _leave_others_their_libraries()
        _find_packed_portaudio()
    multiprocessing.freeze_support()
    from broadcaster.cli.main import main

    sys.exit(main())
