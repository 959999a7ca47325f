"""The given labels are now in another order, but the images are not. So the pairs are wrong, here and for all
code that uses these labels next."""
# Also true: shuffles_images_and_labels_separately

import numpy as np


def train(model, images, labels, epochs):
    np.random.shuffle(labels)
    return model.fit(images, labels, epochs=epochs)
