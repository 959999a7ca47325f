"""You averaged the largest probabilities. They say how sure the model is, not how often it is right: you did
not use the labels."""

import numpy as np


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return loss, np.mean(np.max(model.predict(images), axis=1))
