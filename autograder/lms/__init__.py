"""Marks into the files of learning platforms: Canvas, Moodle, any table."""
