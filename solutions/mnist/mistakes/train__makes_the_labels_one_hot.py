"""You turned each label into ten numbers, but the loss of the given model needs one whole number per image.
Labels and loss must fit together: look at model.loss."""

import keras


def train(model, images, labels, epochs):
    return model.fit(images, keras.utils.to_categorical(labels), epochs=epochs)
