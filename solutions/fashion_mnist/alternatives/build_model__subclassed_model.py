"""A class derived from keras.Model."""

import keras
from keras import layers


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Conv2D(16, 3, activation="relu")
        self.second = layers.Conv2D(32, 3, activation="relu")
        self.smaller = layers.MaxPooling2D()
        self.flat = layers.Flatten()
        self.hidden = layers.Dense(64, activation="relu")
        self.last = layers.Dense(10, activation="softmax")

    def call(self, images):
        x = keras.ops.reshape(images, (-1, 28, 28, 1))
        x = self.smaller(self.first(x))
        x = self.smaller(self.second(x))
        return self.last(self.hidden(self.flat(x)))


def build_model():
    model = Network()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
