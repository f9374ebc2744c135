"""A million random stations planned and judged: `python tests/bench/million_plans.py [PLANS] [FIRST_SEED]`. By hand."""

from __future__ import annotations

import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "schedule"))

from plan_worlds import faults, world_of

_BLOCK = 2000


def judged(first: int) -> tuple[Counter[str], list[str]]:
    """What the plans of one block of seeds hold, and what is wrong with them."""
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in range(first, first + _BLOCK):
        world = world_of(seed)
        plan = world.plan()
        wrong += [f"world_of({seed}): {fault}" for fault in faults(world, plan)]
        seen["plans"] += 1
        seen["days with a session"] += bool(plan.rundown.sessions)
        seen["sessions"] += len(plan.rundown.sessions)
        for choice in plan.choices:
            seen[f"event: {choice.code}"] += 1
        for warning in plan.warnings:
            seen[f"warning: {warning.code}"] += 1
    return seen, wrong


def main() -> int:
    plans = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    begun, seen, wrong = perf_counter(), Counter[str](), list[str]()
    with Pool() as pool:
        for counts, found in pool.imap_unordered(judged, range(first, first + plans, _BLOCK)):
            seen += counts
            wrong += found
    for name, count in sorted(seen.items()):
        print(f"{name:<34} {count:>12,}")
    print(f"faults {len(wrong)}, {perf_counter() - begun:.0f} s")
    print("\n".join(wrong[:20]))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
