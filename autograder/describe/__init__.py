"""Values to plain data, in the worker, before anything is sent."""

from autograder.describe.values import describe, opaque

__all__ = ["describe", "opaque"]
