"""What confinement costs a worker: started, spoken to once and ended, with walls and without, in the same run.

    python tests/benchmarks/confinement.py [--workers 200]

The workers of each level take turns, so that whatever else the machine does falls on all alike; the median counts.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import time

from autograder.sandbox.fork_server_client import ForkServerClient
from autograder.sandbox.isolation import LEVELS, ProcessLimits
from autograder.sandbox.launcher import Starters

ALLOWED = 15  # milliseconds a worker, for the walls alone
MODULES = {"NumPy": ("numpy",), "Keras": ("keras",)}
ASK = {"op": "load", "cells": []}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workers", type=int, default=200)
    count = parser.parse_args().workers
    for name, modules in MODULES.items():
        with contextlib.ExitStack() as stack:
            starters = {level: stack.enter_context(Starters(highest_level=level)) for level in reversed(LEVELS)}
            servers = {level: one.get(modules) for level, one in starters.items()}
            found = {level: [] for level in servers if servers[level].level == level}
            for number in range(count + 5):
                for level in found:
                    took = _milliseconds(servers[level])
                    if number >= 5:  # the first ones touch memory for the first time
                        found[level].append(took)
        bare = statistics.median(found["none"])
        print(f"{name}: a worker without walls {bare:.1f} ms ({count} workers at each level)")
        for level in found:
            if level != "none":
                more = statistics.median(found[level]) - bare
                print(f"  {level:8} {more:+5.1f} ms   {1 + more / bare:.2f} of that   (at most +{ALLOWED} ms)")


def _milliseconds(server: ForkServerClient) -> float:
    started = time.perf_counter()
    worker = server.start(ProcessLimits())
    worker.ask(ASK, 60)
    worker.close()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
