"""A page's models and trainings in a worker: what the judge hears of callbacks, and how it trains several outputs."""

import pytest
from travelling import PAGE, SETTINGS, judged

from autograder.core.records import Outcome

pytestmark = [pytest.mark.keras, pytest.mark.usefixtures("warm_servers")]
pytest.importorskip("pandas")

KERAS = SETTINGS.replace('"pandas"]', '"pandas", "keras"]').replace("memory = 1024", "memory = 4096").replace("call = 2", "call = 60")
TRAINS = PAGE.replace("import pandas as pd\n", "import keras\nimport pandas as pd\n").replace(
    "    return [function(item) for item in items]\n",
    """    (training, validation, epochs) = items
    stop = keras.callbacks.EarlyStopping("loss", patience=4, restore_best_weights=True)
    return function.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop], verbose=0)
""",
)
STOPS = (
    'def test_walk(walk):\n    """x"""\n    from autograder.expectations.planned_training import PlannedTraining\n'
    "    from autograder.expectations.stopping_words import EarlyStopping\n    plan = PlannedTraining((4,), classes=2)\n"
    "    answer = walk(plan.network, [plan.training, plan.validation, 24])\n"
    "    expect(answer).is_a(EarlyStopping).stops_in_time(plan, 24, 4)\n"
)


def test_a_message_says_what_the_callbacks_in_the_worker_did(tmp_path, starters):
    found, _report = judged(tmp_path, TRAINS, starters, KERAS, walk=STOPS)
    outcome, message = found["walk"]
    assert outcome is Outcome.FAILED, message
    assert message.endswith(
        "ran 24 epochs. The validation loss was lowest in epoch 10; with a patience of 4 epoch 14 is the last. It trained with "
        "EarlyStopping(monitor='loss', patience=4, restore_best_weights=True), which never stopped it: 24 of 24 epochs. At the end it "
        "restored the weights of epoch 24."
    )


BUILDS = TRAINS.replace(
    'return Mean(table["age"].mean())',
    """entry = keras.Input((3,))
    kind = keras.layers.Dense(3, activation="softmax", name="kind")(entry)
    model = keras.Model(entry, {"kind": kind, "buys": keras.layers.Dense(1, activation="sigmoid", name="buys")(entry)})
    losses = {"kind": "sparse_categorical_crossentropy", "buys": "binary_crossentropy"}
    model.compile(keras.optimizers.Adam(0.1), losses, loss_weights={"kind": 1.0, "buys": 0.5})
    return model""",
)
LEARNS = (
    'def test_fit(fit, rng):\n    """x"""\n    rows = rng.normal(0, 1, (200, 3)).astype(np.float32)\n'
    '    labels = {"kind": rows.argmax(axis=1).astype(np.uint8), "buys": (rows[:, 0] > 0).astype(np.uint8)}\n'
    "    words = expect(fit(pd.DataFrame())).is_a_model()\n"
    '    words.learns((rows, labels), (rows, labels), 3, 16, {"kind": 0.8, "buys": 0.9}, by={"kind": "accuracy", "buys": "AUC"})\n'
)


def test_a_model_with_several_outputs_is_trained_in_its_worker(tmp_path, starters):
    found, report = judged(tmp_path, BUILDS, starters, KERAS, fit=LEARNS)
    assert found["fit"][0] is Outcome.PASSED, found["fit"]
    (check,) = next(one for one in report.exercises if one.name == "fit").checks
    assert check.measurements.keys() == {"kind accuracy", "kind accuracy_needed", "buys AUC", "buys AUC_needed"}
