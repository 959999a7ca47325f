"""You compiled the model again with a very small learning rate, so the weights hardly move. The given model
is already compiled: what happens without this line?"""

import keras


def train(model, images, labels, epochs):
    optimizer = keras.optimizers.Adam(learning_rate=1e-5)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs)
