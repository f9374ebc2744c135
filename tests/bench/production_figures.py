"""How long the mixing of a bulletin takes, and how much memory: `python tests/bench/production_figures.py [SECONDS]`.

A bulletin of three minutes (or SECONDS), said twice, with chime, ident, music underneath and a closing tune; then the
levels of what came out.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from broadcaster.base.clock import SystemClock
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.model import Production
from broadcaster.library.furniture import furnish
from broadcaster.wiring import build_app


def main(seconds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = build_app(StationHome(Path(folder)), SystemClock())
        try:
            tune, bridge = (cart.id for cart in furnish(app.library))
            path = Path(folder) / "words.wav"
            random, swell = np.random.default_rng(1), np.sin(np.arange(RATE) / 1500) > -0.4
            with soundfile.SoundFile(path, "w", RATE, 1) as file:
                for _ in range(seconds):
                    file.write(0.2 * swell * random.standard_normal(RATE).clip(-3, 3))
            made = app.bulletins.new("Thử", "Lời thử.")
            app.bulletins.record(made.id, path)
            wanted = Production("default", tune, tune, repeats=2, closing=bridge)
            before = resource.getrusage(resource.RUSAGE_SELF)
            began = time.perf_counter()
            cut = app.bulletins.produce(made.id, wanted).cut
            after = resource.getrusage(resource.RUSAGE_SELF)
            assert cut is not None
            plan = app.bulletins.producer.layout(wanted, app.library.cut(app.bulletins.get(made.id).speech_sha256)
                                                 .seconds)
            print(f"{cut.seconds:.3f} s of sound (planned {plan.seconds:.3f}) in {time.perf_counter() - began:.1f} s, "
                  f"{after.ru_utime - before.ru_utime:.1f} s of CPU, {after.ru_maxrss // 1024} MB at most; "
                  f"{cut.lufs} LUFS, {cut.true_peak_db} dBTP")
        finally:
            app.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 180)
