"""The given images are now in another order, but the labels are not. So the pairs are wrong, here and for all
code that uses these images next."""
# Also true: shuffles_images_and_labels_separately

import numpy as np


def train(model, images, labels, epochs):
    np.random.shuffle(images)
    return model.fit(images, labels, epochs=epochs)
