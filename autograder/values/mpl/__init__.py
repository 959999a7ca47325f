"""Matplotlib figures as plain data."""
