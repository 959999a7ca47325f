"""``autograder watch``: a page is checked whenever it is saved, and the screen shows how far it is.

Four threads and one queue: ``keys`` reads the keyboard, ``file_watcher`` sees the file being saved, ``checker`` judges, and
``app`` takes what they report, one thing after the other, changes the ``state`` and shows it.
"""
