"""What the numbers were measured on: enough to compare, and nothing that tells whose machine it is."""

from __future__ import annotations

import os
import platform
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("tensorflow", "keras", "numpy", "matplotlib", "pytest", "nbgrader")
CORES = 2  # all commands get as many, whatever there is


def use_two_cores() -> int:
    """Keeps this process, and so all that it starts, on two cores. Returns how many they are."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def describe(cores: int, data: str, otter: str) -> list[str]:
    """The machine in lines of Markdown.

    Args:
        cores: that were used; data: title of the data set; otter: its version, or empty.
    """
    there = [f"{name} {_version(name)}" for name in PACKAGES] + ([otter.replace("==", " ")] if otter else [])
    return [
        f"- date: {date.today().isoformat()}",
        f"- processor: {_processor()}; {cores} cores used of {os.cpu_count()}",
        f"- memory: {_memory()} GiB",
        f"- system: {platform.system()} {platform.release().split('-')[0]}, Python {platform.python_version()}",
        f"- versions: {', '.join(there)}",
        f"- images: {data}",
    ]


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 2**20:.0f}"
    return "?"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
