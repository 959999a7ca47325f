"""Keras models as plain data, and the judge's own networks as Keras models."""
