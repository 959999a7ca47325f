"""``autograder watch``: a page is checked whenever it is saved, and the screen says how it stands.

Four threads and one queue: ``keys`` reads the keyboard, ``saves`` sees the file being saved, ``checker`` judges, and
``session`` takes what they report, one thing after the other, changes the ``board`` and shows it.
"""
