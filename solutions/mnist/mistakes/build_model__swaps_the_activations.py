"""You swapped the two activations. Ask for each layer what its numbers mean: which ones must be probabilities
that add up to 1?"""
# Also true: softmax_in_the_hidden_layer

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="softmax"),
        keras.layers.Dense(10, activation="relu"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
