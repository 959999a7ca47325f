"""EarlyStopping with what it watches as its first argument, and a History from the model."""

from keras.callbacks import EarlyStopping


def train(model, training, validation, epochs, patience):
    stop = EarlyStopping("val_loss", 0, patience, restore_best_weights=True)
    model.fit(*training, 32, epochs, 2, [stop], validation_data=validation)
    return model.history
