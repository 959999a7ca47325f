"""JupyterLab opens the page that students receive, a function is written, and its check shows a card."""

import shutil
from dataclasses import replace
from pathlib import Path

import nbformat
import one_by_chance
import pytest
from reports_sample import BY_256, picture, report

from autograder.reports.html.card import card

ROOT = Path(__file__).parents[2]
APPS = ("lab/tree", "notebooks")
THEMES = "@jupyterlab/apputils-extension:themes"
WRONG = "def normalize(images):\n    return images / 256"
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
RIGHT = "def normalize(images):\n    return images / 255"
FIGURE = """def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5, figsize=(6, 6))
    for place in range(1, 25):
        axes.flat[place - 1].imshow(images[place], cmap="gray")
        axes.flat[place - 1].set_xlabel(labels[place])
    return figure"""
TOOLS = (
    "import matplotlib.pyplot as plt\nimport numpy as np\n\nfrom autograder import check, hint"  # Keras takes seconds
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """What a student receives."""
    made = tmp_path_factory.mktemp("course") / "mnist"
    shutil.copytree(ROOT / "assignments" / "mnist", made)
    return made


@pytest.fixture(scope="module")
def address(jupyter, folder) -> str:
    """One server for the folders of all assignments."""
    return jupyter(folder.parent, "--LabApp.expose_app_in_browser=True")


class Notebook:
    """The page in JupyterLab, with hands."""

    def __init__(self, view, address: str, folder: Path) -> None:
        self.view = view
        cells = nbformat.read(folder / "mnist.ipynb", as_version=4).cells
        self.places = {cell["id"]: place for place, cell in enumerate(cells)}
        self.theme = "Light"
        view.goto(f"{address}/lab/tree/{folder.name}/mnist.ipynb?reset")
        view.locator(".jp-Notebook .jp-Cell").nth(len(cells) - 1).wait_for(state="attached")
        # The round indicator says "idle" before there is a kernel, and JupyterLab drops what is run before there is one.
        view.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()

    def cell(self, name: str):
        return self.view.locator(".jp-Notebook .jp-Cell").nth(self.places[name])

    def write(self, name: str, source: str) -> None:
        """Puts another text into a cell and runs it."""
        self.cell(name).locator(".cm-content").click()
        self.view.keyboard.press("Control+A")
        self.view.keyboard.insert_text(source)
        self.run(name)

    def run(self, name: str) -> None:
        cell = self.cell(name)
        cell.locator(".cm-content").click()
        before = cell.locator(".jp-InputPrompt").inner_text()
        self.view.keyboard.press("Control+Enter")
        self.view.wait_for_function(
            "([cell, before]) => { const now = cell.querySelector('.jp-InputPrompt').innerText;"
            " return now !== before && /\\[\\d+\\]/.test(now); }",
            arg=[cell.element_handle(), before],
        )

    def card(self, name: str):
        """The card below a check."""
        self.run(name)
        found = self.cell(name).locator("[role=region][aria-label^=Check]")
        found.wait_for()
        return found

    def turn(self, theme: str) -> None:
        """To "Light" or "Dark", as a person does in the menu, while the page is there."""
        self.view.emulate_media(color_scheme=theme.lower())
        name = f"JupyterLab {theme}"
        self.view.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", name)
        self.view.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=name)
        self.theme = theme


def only_the_cells(path: Path, ids: set[str]) -> None:
    """Takes the others out of a notebook: a browser needs seconds for the editors of a whole page."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell["id"] in ids]
    assert len(notebook.cells) == len(ids)
    nbformat.write(notebook, path)


def test_a_function_is_written_and_its_card_says_what_is_right_and_wrong(view, address, folder, settings, screenshot):
    """In light and in dark colours, to which one turns while the cards are there."""
    settings(address, THEMES, theme="JupyterLab Light")
    notebook = Notebook(view(), address, folder)
    notebook.write("setup", TOOLS)

    def look(shown, name: str) -> None:
        for theme in (notebook.theme, {"Light": "Dark", "Dark": "Light"}[notebook.theme]):
            if theme != notebook.theme:
                notebook.turn(theme)
            screenshot(shown, f"card-{name}-{theme.lower()}")
            assert contrast(shown) >= 4.5

    notebook.write("normalize", WRONG)
    failed = notebook.card("normalize_check")
    assert "not yet" in failed.inner_text() and "gave 0.99609375" in failed.inner_text()
    assert 'hint("normalize")' in failed.inner_text()
    look(failed, "failed")

    notebook.write("normalize", RIGHT)
    passed = notebook.card("normalize_check")
    assert "passed" in passed.inner_text() and "Next: exercise 7, plot_image." in passed.inner_text()
    look(passed, "passed")
    passed.locator("summary").focus()
    notebook.view.keyboard.press("Enter")  # the list of checks opens without a mouse
    assert passed.locator("li").first.is_visible()
    look(passed, "passed-open")

    notebook.write("plot_images", FIGURE)
    drawn = notebook.card("plot_images_check")
    picture = drawn.locator("img")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 100")
    assert picture.get_attribute("alt").startswith("24 images in ")
    assert "a figure with 24 images; expected 25" in drawn.inner_text()
    text, beside = drawn.locator("li").first.bounding_box(), picture.bounding_box()
    assert beside["x"] > text["x"] + text["width"] - 1, "the figure stands beside what was looked for"
    look(drawn, "figure")


def test_a_loop_a_restart_and_the_public_checks_alone(view, address, folder, settings, screenshot):
    """What a beginner meets: time that runs out, a kernel without functions, and checks that are only a part of all."""
    folder = folder.parent / "elsewhere"
    shutil.copytree(ROOT / "assignments" / "mnist", folder)
    only_the_cells(folder / "mnist.ipynb", {"setup", "normalize", "normalize_check"})
    told = (
        folder / "checks" / "assignment.toml"
    )  # by another name no hidden checks are at hand, and a call has a second
    told.write_text(
        told.read_text().replace('name = "mnist"', 'name = "elsewhere"').replace("call = 10", "call = 1"), "utf-8"
    )
    settings(address, THEMES, theme="JupyterLab Light")
    notebook = Notebook(view(), address, folder)
    notebook.write("setup", TOOLS)
    notebook.run("normalize_check")
    said = notebook.cell("normalize_check").locator(".jp-OutputArea-output")
    assert "No function has been run yet. Run the cell that defines normalize, then this one." in said.inner_text()
    screenshot(notebook.cell("normalize_check"), "card-after-restart")

    notebook.write("normalize", RIGHT)
    public = notebook.card("normalize_check")
    told = "passed the public checks (4 of 10 points); the others run when your work is graded"
    assert told in " ".join(public.inner_text().split()) and "so far" in public.inner_text()
    chip = public.locator("h3 span[style*=background]").first
    assert chip.evaluate("chip => getComputedStyle(chip).backgroundColor") == "rgb(9, 105, 218)"
    assert contrast(public) >= 4.5
    screenshot(public, "card-public")

    notebook.write("normalize", "import time\ndef normalize(images):\n    while True:\n        time.sleep(0.1)")
    stopped = notebook.card("normalize_check")
    assert "was stopped after 1 s" in stopped.inner_text()
    screenshot(stopped, "card-timeout")


@pytest.mark.parametrize("app", APPS)
def test_a_notebook_from_elsewhere_keeps_its_cards_although_they_are_cleaned(
    view, address, folder, settings, screenshot, app, pytestconfig
):
    """What this Jupyter has not run itself is not trusted: style elements, roles and much else are taken out.

    The same code of JupyterLab does so in both.
    """
    if app != one_by_chance.chosen(APPS, "apps") and not pytestconfig.getoption("--whole"):
        pytest.skip("the other one is opened this time: --whole opens both")
    if app == "notebooks":
        pytest.importorskip("notebook", reason="Notebook 7 is not installed")
    wrong = report("you", normalize=BY_256, plot_image={"test_colour_bar": dict(message="No bar.", figure=picture())})
    shown = replace(wrong, exercises=wrong.exercises[5:7])
    html = card(shown, {"normalize": 6, "plot_image": 7}, ("change it. Stuck? Try", 'hint("normalize")'), ["A note."])
    run = nbformat.v4.new_code_cell('check("normalize")', execution_count=1)
    run.outputs = [
        nbformat.v4.new_output("execute_result", {"text/html": html, "text/plain": "2.5"}, execution_count=1)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=[run], metadata=KERNEL), folder.parent / "elsewhere.ipynb")
    settings(address, THEMES, theme="JupyterLab Light")
    page = view()
    page.goto(f"{address}/{app}/elsewhere.ipynb")
    found = page.locator(".jp-OutputArea-output div").filter(has_text="A note.").first
    found.wait_for()
    assert "role=" not in found.evaluate("card => card.outerHTML"), "it was not cleaned"
    chip = found.locator("h3 span[style*=background]").first
    assert chip.evaluate("chip => getComputedStyle(chip).backgroundColor") == "rgb(201, 48, 44)"
    assert found.locator("li").first.evaluate("row => getComputedStyle(row).borderLeftWidth") == "3px"
    assert found.locator("img").evaluate("image => image.complete && image.naturalWidth > 1")
    assert contrast(found) >= 4.5
    screenshot(found, f"card-untrusted-{app.partition('/')[0]}")


def contrast(card) -> float:
    """The lowest contrast of any text in a card with what is behind it, as the WCAG define it."""
    return card.evaluate(CONTRAST)


CONTRAST = """card => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const over = (top, below) => {
    const alpha = top.length > 3 ? top[3] : 1;
    return [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
  };
  const behind = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((below, top) => top.length > 2 ? over(top, below) : below, [255, 255, 255]);
  };
  const light = rgb => {
    const [r, g, b] = rgb.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let least = 21;
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.getClientRects().length) continue;
    let opacity = 1;
    for (let e = element; e && e !== card.parentElement; e = e.parentElement) opacity *= getComputedStyle(e).opacity;
    const back = behind(element);
    const ink = over([...parse(getComputedStyle(element).color).slice(0, 3), opacity], back);
    const [high, low] = [light(ink), light(back)].sort((a, b) => b - a);
    least = Math.min(least, (high + 0.05) / (low + 0.05));
  }
  return least;
}"""
