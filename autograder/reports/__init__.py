"""Reports for people and programs: the terminal, JSON, CSV and HTML, all from the same records.

Every function takes records and plain parameters. Nothing here runs, imports or trusts anything of a student's: text
goes through ``sanitize.plain``, images through ``sanitize.clean_png``. Names are loaded when first used, because
``autograder check`` should not wait for what only the class report needs.
"""

import importlib

_HOMES = {
    "as_text": "terminal.submission",
    "print_class": "terminal.class_table",
    "print_exercise": "terminal.submission",
    "print_report": "terminal.submission",
    "class_csv": "csv_tables",
    "class_page": "html.pages",
    "submission_page": "html.submission",
    "ReportUnreadable": "json_files",
    "named": "class_stats",
    "outline": "class_stats",
    "earlier_reports": "folder",
    "page_addresses": "folder",
    "read_reports": "folder",
    "write_handout": "folder",
    "write_or_tell": "folder",
    "write_page": "folder",
    "file_stem": "json_files",
    "file_stems": "json_files",
    "is_edited": "json_files",
    "possible_stems": "json_files",
    "read_report": "json_files",
    "report_json": "json_files",
    "to_student": "student_view",
    "write_report": "folder",
    "clean_png": "sanitize",
    "one_line": "sanitize",
    "plain": "sanitize",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'autograder.reports' has no attribute {name!r}")
    return getattr(importlib.import_module(f"autograder.reports.{_HOMES[name]}"), name)
