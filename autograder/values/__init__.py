"""Values to plain data, in the worker, before anything is sent."""

from autograder.values.plain_data import describe, opaque

__all__ = ["describe", "opaque"]
