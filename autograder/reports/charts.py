"""Two small charts as inline SVG: no library, no picture files, sharp on paper, and coloured by the page's style sheet.

Lengths along the page are in per cent and text is in pixels, so a chart fits a phone and its numbers stay legible.
"""

from __future__ import annotations

from collections.abc import Sequence

HEIGHT = 150  # pixels of the highest bar
LEFT, STEP = 4.0, 9.2  # per cent of the width: where 0 % stands, and ten steps to 100 %


def distribution(bins: Sequence[int]) -> str:
    """How many submissions lie in each tenth of the points.

    Args:
        bins: ten numbers, from 0-9 % to 90-100 %.
    """
    most = max([1, *bins])
    parts = []
    for place, number in enumerate(bins):
        x = LEFT + place * STEP
        height = HEIGHT * number / most
        top = 22 + HEIGHT - height
        if number:
            place_and_size = f'x="{x + 0.6:.2f}%" y="{top:.1f}" width="{STEP - 1.2:.2f}%" height="{height:.1f}"'
            parts.append(f'<rect class="bar" {place_and_size} rx="2"/>')
            parts.append(f'<text x="{x + STEP / 2:.2f}%" y="{top - 6:.1f}">{number}</text>')
    base = 22 + HEIGHT
    parts.append(f'<line class="axis" x1="{LEFT}%" x2="{LEFT + 10 * STEP}%" y1="{base}" y2="{base}"/>')
    for place in range(11):
        parts.append(f'<text class="tick" x="{LEFT + place * STEP:.2f}%" y="{base + 17}">{10 * place}</text>')
    parts.append(f'<text class="tick" x="50%" y="{base + 36}">per cent of the points</text>')
    return _svg(base + 44, "".join(parts), f"Bar chart of the marks. {_ranges(bins)}")


def shares(solved: int, begun: int, not_started: int) -> str:
    """One bar in three parts: solved, begun, not started. The numbers stand beside it, so screen readers skip it."""
    whole = max(1, solved + begun + not_started)
    x, parts = 0.0, []
    for name, number in (("solved", solved), ("begun", begun), ("untouched", not_started)):
        width = 100 * number / whole
        if number:
            parts.append(f'<rect class="{name}" x="{x:.2f}%" y="0" width="{width:.2f}%" height="14"/>')
        x += width
    return f'<svg class="shares" width="100%" height="14" aria-hidden="true">{"".join(parts)}</svg>'


def _svg(height: int, content: str, words: str) -> str:
    return f'<svg class="chart" width="100%" height="{height}" role="img" aria-label="{words}">{content}</svg>'


def _ranges(bins: Sequence[int]) -> str:
    said = [
        f"{10 * place} to {10 * place + 9 + place // 9} per cent: {number}"
        for place, number in enumerate(bins)
        if number
    ]
    return "; ".join(said) + "." if said else "No submission is graded yet."
