"""The images that you were handed are in another order now, and the labels stayed where they were. The pairs are torn
apart, here and for whoever uses these images next."""
# Also true: shuffles_images_and_labels_separately

import numpy as np


def train(model, images, labels, epochs):
    np.random.shuffle(images)
    return model.fit(images, labels, epochs=epochs)
