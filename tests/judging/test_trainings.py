"""A page's training in a worker: what the judge hears of its callbacks."""

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
