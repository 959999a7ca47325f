"""You judge the model on training images, and not on the validation images that your function is given. Its training may end at the
wrong moment then. Which images has the model never learned?"""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=training, callbacks=[stop])
