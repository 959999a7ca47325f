"""An exercise depends on the parameters that change its function, its checks or its programs, and on no others."""

import json

import variant_miniature
from variant_miniature import LONGEST, PAGE

from autograder.content import assignment_folder, variant_uses, variants


def uses(tmp_path, files=None):
    bills = assignment_folder.load(variant_miniature.write(tmp_path, files))
    return {one.name: sorted(variant_uses.of_exercise(bills, one.name)) for one in bills.exercises}


def test_by_its_own_files(tmp_path):
    assert uses(tmp_path) == {"bill": ["gross", "net", "tax"], "places": ["first"], "longest": []}


def test_by_a_function_that_its_checks_call(tmp_path):
    checks = LONGEST.replace("(longest):", "(longest, places):").replace("expect(longest", "places([])\n    expect(longest")
    assert uses(tmp_path, {"checks/test_longest.py": checks})["longest"] == ["first"]


def test_by_what_all_checks_share(tmp_path):
    shared = "### VARIANT 1 is {first}\nFIRST = 1\n"
    assert uses(tmp_path, {"checks/words.py": shared})["longest"] == ["first"]


def test_by_what_is_at_the_top_level_of_the_page(tmp_path):
    assert uses(tmp_path, {"bills.py": PAGE.replace("# %% bill\n", "# %% more\nlimit = 0.2\n\n# %% bill\n")})["longest"] == ["tax"]


def test_what_only_shows_an_answer_counts_for_no_exercise(tmp_path):
    page = PAGE.replace("# %% longest_check", "### VARIANT 1 is {first}\n# %% places_demo\nprint(places(['Ada'])['Ada'] - 1)\n### END VARIANT\n\n# %% longest_check")
    assert uses(tmp_path, {"bills.py": page})["longest"] == []
    named = page.replace("print(", "numbers = (")
    assert uses(tmp_path, {"bills.py": named})["longest"] == ["first"]


def test_prose_counts_for_no_exercise(tmp_path):
    page = PAGE.replace("# ## 3. Words\n", "### VARIANT 1 is {first}\n# ## 3. Words: 1\n### END VARIANT\n")
    assert uses(tmp_path, {"bills.py": page})["longest"] == []


def test_the_variant_of_an_exercise_alone(tmp_path):
    bills = assignment_folder.load(variant_miniature.write(tmp_path))
    usual = variants.ordinary(bills.variants)
    own = variants.as_text({**usual, "first": 7, "net": "goods"})
    assert json.loads(variant_uses.variant_of(bills, "places", own)) == {**usual, "first": 7}
    assert variant_uses.variant_of(bills, "longest", own) == "" == variant_uses.variant_of(bills, "bill", "")
