"""A model that one function of a page, or the judge, builds and another function gets."""

import pytest
from travelling import PAGE, SETTINGS, judged

from autograder.core.records import Outcome
from autograder.sandbox.launcher import Starters

pytestmark = [pytest.mark.keras, pytest.mark.usefixtures("warm_servers")]
pytest.importorskip("pandas")

MODEL_PAGE = (
    PAGE.replace('return Mean(table["age"].mean())', "return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]), 7")
    .replace("import pandas as pd\n", "import keras\nimport pandas as pd\n")
    .replace('if not isinstance(mean, Mean):\n        raise TypeError("no Mean of mine")', "model, table = mean, table.to_numpy()")
    .replace('return table.assign(age=table["age"] - mean.mean)', "return model.predict(table, verbose=0)")
)
CHECK = (
    'def test_use(use, fit):\n    """x"""\n    table = pd.DataFrame({"a": [1.0, 3.0], "b": [2.0, 0.5]})\n'
    "    model = expect(fit(table)).item(0).answer\n    (outputs,) = model.outputs(table.to_numpy(np.float32))\n"
    "    expect(use(table, model)).is_close_to(outputs)\n"
)
FIT = 'def test_fit(fit):\n    """x"""\n    expect(fit(pd.DataFrame())).items(2)\n'


MADE_HERE = (
    'def test_walk(walk):\n    """x"""\n    from autograder.expectations.network import Network\n    network = Network.random((2,), [4, 3], np.random.default_rng(1))\n'
    "    rows = np.random.default_rng(2).random((5, 2), np.float32)\n"
    "    answer = walk(network, [rows])\n    expect(answer).item(0).is_close_to(network.outputs(rows))\n"
    "    expect(answer).leaves_its_arguments_alone()\n"
)


def test_the_very_model_is_passed_on_also_out_of_a_tuple_and_one_of_the_judge_too(tmp_path):
    settings = SETTINGS.replace('"pandas"]', '"pandas", "keras"]').replace("memory = 1024", "memory = 4096").replace("call = 2", "call = 60")
    checks = {"fit": FIT, "use": CHECK, "walk": MADE_HERE}
    with Starters() as starters:
        found, _report = judged(tmp_path, MODEL_PAGE, starters, settings, **checks)
    assert {found[name][0] for name in checks} == {Outcome.PASSED}, found
