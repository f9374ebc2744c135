"""How long the mixing of a bulletin takes, and how much memory: `python tests/bench/production_figures.py`.

A bulletin of three minutes, said twice, with chime, ident, music underneath and a closing tune; then the levels of what
came out.
"""

from __future__ import annotations

import resource
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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = build_app(StationHome(Path(folder)), SystemClock())
        try:
            tune, bridge = (cart.id for cart in furnish(app.library))
            path = Path(folder) / "words.wav"
            swell = (np.sin(np.arange(180 * RATE) / 9000) > -0.4) * 0.2
            soundfile.write(path, swell * np.random.default_rng(1).standard_normal(180 * RATE).clip(-3, 3), RATE)
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
    main()
