"""Are two folders of reports equal but for wording and times? ``python tests/support/compare_reports.py BEFORE AFTER``.

Equal means: the same submissions, statuses, exercises, checks, outcomes, points and named mistakes, as many notes.
Exit code 0 if they are, 1 if not.
"""

import json
import sys
from pathlib import Path


def essence(report: dict) -> dict:
    """What a mark and its explanation rest on; no sentence, no time, no hash."""
    return {
        "status": report["status"],
        "isolation": report["isolation"],
        "score": [report["score"], report["max_score"]],
        "notes": [len(report["notes"]), len(report["suspicions"])],
        "exercises": [
            {
                "name": exercise["name"],
                "score": [exercise["score"], exercise["max_score"]],
                "checks": [
                    [check["name"], check["outcome"], check["points"], check["mistake"], bool(check["message"])]
                    for check in exercise["checks"]
                ],
            }
            for exercise in report["exercises"]
        ],
    }


def differences(before: Path, after: Path) -> list[str]:
    """A line for each report and field that differs."""
    pairs = [{path.name: essence(json.loads(path.read_text("utf-8"))) for path in folder.glob("*.json")} for folder in (before, after)]
    found = [f"{name}: only in one of them" for name in sorted(pairs[0].keys() ^ pairs[1].keys())]
    for name in sorted(pairs[0].keys() & pairs[1].keys()):
        one, other = pairs[0][name], pairs[1][name]
        found += [f"{name}: {field}: {one[field]} → {other[field]}" for field in one if one[field] != other[field]]
    return found


if __name__ == "__main__":
    folders = [Path(word) for word in sys.argv[1:3]]
    told = differences(*folders)
    print("\n".join(line[:400] for line in told))
    print(f"{len(list(folders[0].glob('*.json')))} reports before, {len(list(folders[1].glob('*.json')))} after; {len(told)} differences")
    sys.exit(bool(told))
