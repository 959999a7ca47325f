"""``autograder discover``: wrong answers without a name, in groups, with a draft of a mistake for each."""

import json

import miniature
import pytest

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An assignment, and the pages of students in ``pages``."""
    import one_process
    from autograder.grading import process_pool

    miniature.write(tmp_path)
    (tmp_path / "pages").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(process_pool, "pool", one_process.pool)
    return tmp_path


def test_try(here, typed):
    for n, b in {"ada":"return numbers * 3","ben":"triple = numbers + numbers + numbers\nprint('I am ben')\nreturn triple", "cem":"return numbers + 2", "dan":"return 2*numbers","eve":"return numbers * np.sqrt(5)"}.items():
        (here/"pages"/f"{n}.py").write_text(miniature.page(double=b))
    print(typed("grade pages --out grades --jobs 1"))
    code,out,err=typed("discover grades")
    print(out,err)
    print((here/"grades-unnamed").exists() and [ (p, p.read_text()) for p in (here/"grades-unnamed").rglob("*.py")])
    code,out,err=typed("discover grades --json")
    print(out)
    assert 0
