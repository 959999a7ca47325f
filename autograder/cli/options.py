"""Options that several commands have, and what may be said for them."""

from __future__ import annotations

import argparse


def judging(parser: argparse.ArgumentParser, default: str = "by the page's name") -> None:
    """
    Args:
        default: which assignment is taken where none is named, in words.
    """
    which(parser, default)
    parser.add_argument("--seed", type=natural, default=17, help="seed of the hidden inputs (default: 17)")
    parser.add_argument("--budget", default="quick", help="training budget: quick or full (default: quick)")
    parser.add_argument(
        "--isolation",
        choices=("full", "reduced", "none"),
        default="full",
        help="the highest isolation level to try (default: full)",
    )
    parser.add_argument("--spawn", action="store_true", default=None, help="a fresh Python for each function (slower)")


def page_word(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Which page: the words that ``targets.what_to_check`` understands."""
    parser.add_argument("words", nargs="?", metavar="FILE", help="a .py or .ipynb file (default: the page in this folder)")
    return parser


def exercise_words(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Which exercise of which page: the words that ``targets.one_exercise`` understands."""
    parser.add_argument(
        "words", nargs="+", metavar="[FILE] EXERCISE", help="an exercise, and its page (default: the page in this folder)"
    )
    return which(parser)


def which(parser: argparse.ArgumentParser, default: str = "by the page's name") -> argparse.ArgumentParser:
    parser.add_argument("--assignment", default="", help=f"name or folder (default: {default})")
    return parser


def natural(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 0 or more")
    return int(text)


def positive(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive whole number")
    return number
