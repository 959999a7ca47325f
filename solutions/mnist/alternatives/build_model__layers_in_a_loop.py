"""The dense layers come from a table."""

import keras

LAYERS = [(128, "relu"), (10, "softmax")]


def build_model():
    model = keras.models.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    for units, activation in LAYERS:
        model.add(keras.layers.Dense(units, activation=activation))
    model.compile(
        optimizer=keras.optimizers.Adam(),
        loss=keras.losses.sparse_categorical_crossentropy,
        metrics=[keras.metrics.SparseCategoricalAccuracy("accuracy")],
    )
    return model
