"""A Keras PyDataset that gives the batches."""

import math

import keras


class Batches(keras.utils.PyDataset):
    def __init__(self, images, labels):
        super().__init__()
        self.images, self.labels = images, labels

    def __len__(self):
        return math.ceil(len(self.images) / 32)

    def __getitem__(self, place):
        part = slice(32 * place, 32 * place + 32)
        return self.images[part], self.labels[part]


def train(model, images, labels, epochs):
    return model.fit(Batches(images, labels), epochs=epochs)
