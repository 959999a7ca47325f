"""The class report on paper: by the browser that is there, with what a reader of paper needs."""

import shutil

import pytest
from reports_sample import report

from autograder.reports import class_page, pdf, write_report


def test_the_class_report_as_a_pdf(tmp_path, typed):
    if not any(map(shutil.which, pdf.BROWSERS)):
        pytest.skip("there is no browser")
    write_report(report("ada"), tmp_path)
    code, said, _ = typed(f"report {tmp_path} --pdf")
    assert code == 0 and "report.pdf" in said and (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_on_paper_folded_lists_of_students_are_left_out(view):
    page = view(width=1000)
    page.set_content(class_page([report("ada")]))
    page.emulate_media(media="print")
    there = "() => [...document.querySelectorAll('details.members')].map(one => one.checkVisibility())"
    assert not any(page.evaluate(there))
    page.evaluate("() => { document.querySelector('details.members').open = true; }")
    assert page.evaluate(there) == [True, *[False] * (len(page.evaluate(there)) - 1)]
    assert not page.locator("nav").is_visible()


def test_without_a_browser_the_way_to_paper_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "BROWSERS", ("a-browser-that-is-not-there",))
    with pytest.raises(pdf.NotPrinted, match="Chromium, Chrome or Edge must be installed"):
        pdf.print_page(tmp_path / "report.html")
    assert not list(tmp_path.iterdir())
