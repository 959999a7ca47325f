"""Your function asked the model but returned None. A variable is lost when the function ends, unless the
function returns its value."""

import numpy as np


def predict_labels(model, images):
    digits = np.argmax(model.predict(images), axis=1)  # noqa: F841
