"""The site of docs/, read from the disk in a real browser: it asks no server for anything, and the search works."""

import pytest

PAGES = {"start": "index.html", "trust": "trust.html", "assignment": "assignments/mnist.html"}


def outside(page) -> list[str]:
    """Fills with what a page asks a server for."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.startswith("http") else None)
    return asked


@pytest.mark.parametrize("width", [1280, 360], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_needs_no_network(view, screenshot, site, name, width):
    page = view(width=width)
    asked = outside(page)
    page.goto((site / PAGES[name]).as_uri(), wait_until="load")
    screenshot(page, f"docs-{name}-{width}", full_page=True)
    assert asked == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.images].every(image => image.loading == 'lazy' || image.naturalWidth > 0)")


def test_the_search_works_from_the_disk(view, site):
    """A browser starts no worker there; docs/iframe-worker.js takes its place."""
    page = view(width=1280)
    asked = outside(page)
    page.goto((site / "authors" / "index.html").as_uri(), wait_until="load")
    page.click("input.md-search__input")
    page.keyboard.type("is_close_to")
    page.wait_for_selector(".md-search-result__link[href*='expect.html']")
    assert asked == []
