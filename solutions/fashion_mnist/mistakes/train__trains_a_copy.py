"""You trained another model, and the given one is still untrained. The page goes on with the model that it gave you."""

import keras


def train(model, training, validation, epochs, patience):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return copy.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
