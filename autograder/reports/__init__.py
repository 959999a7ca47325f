"""Reports for people and programs: the terminal, JSON, CSV and HTML, all from the same records.

Every function takes records and plain parameters. Nothing here runs, imports or trusts anything of a student's: text
goes through ``safe.plain``, pictures through ``safe.clean_png``. Names are loaded when first used, because
``autograder check`` should not wait for what only the class report needs.
"""

import importlib

_HOMES = {
    "as_text": "text",
    "print_class": "roster",
    "print_exercise": "text",
    "print_report": "text",
    "class_csv": "tables",
    "class_page": "html",
    "submission_page": "html",
    "ReportUnreadable": "files",
    "named": "summary",
    "outline": "summary",
    "earlier_reports": "folder",
    "page_addresses": "folder",
    "read_reports": "folder",
    "write_handout": "folder",
    "write_or_tell": "folder",
    "write_page": "folder",
    "file_stem": "files",
    "file_stems": "files",
    "is_edited": "files",
    "possible_stems": "files",
    "read_report": "files",
    "report_json": "files",
    "to_student": "shown",
    "write_report": "folder",
    "clean_png": "safe",
    "one_line": "safe",
    "plain": "safe",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'autograder.reports' has no attribute {name!r}")
    return getattr(importlib.import_module(f"autograder.reports.{_HOMES[name]}"), name)
