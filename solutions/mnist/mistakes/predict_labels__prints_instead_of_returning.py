"""The digits are on the screen, but your function returned None. print only shows a value to people; the code
that calls your function gets a value in another way."""

import numpy as np


def predict_labels(model, images):
    print(np.argmax(model.predict(images), axis=1))
