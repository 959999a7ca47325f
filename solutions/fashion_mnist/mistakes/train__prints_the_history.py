"""Your function trains the model, prints something and returns None. A person can read what is printed, but the code that calls your
function gets nothing."""
# Also true: returns_nothing

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    history = model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
    print(history.history)
