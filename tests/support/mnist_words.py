"""The words that stand beside MNIST's checks, for tests: all names of ``solutions/mnist/checks/words.py``."""

from pathlib import Path

PATH = Path(__file__).parents[2] / "solutions" / "mnist" / "checks" / "words.py"
exec(compile(PATH.read_text("utf-8"), PATH, "exec"))
