"""You multiplied the images by 255. The model learned from pixels between 0 and 1, and the given images
already have this range: pass them on unchanged."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images * 255), axis=1)
