"""You stop at the right moment, but the model is left with the weights of its last epoch. While you waited, its validation
loss was higher again. Where is a copy of the weights of the best epoch kept, and when does it come back into the model?"""
# Also true: restores_only_when_it_stops_early

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
