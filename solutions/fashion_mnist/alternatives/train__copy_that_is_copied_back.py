"""A copy of the model keeps the best weights."""

import keras


def train(model, training, validation, epochs, patience):
    best_model = keras.models.clone_model(model)
    state = {"best": float("inf"), "epoch": 0}

    class Keep(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            if logs["val_loss"] < state["best"]:
                state.update(best=logs["val_loss"], epoch=epoch)
                best_model.set_weights(self.model.get_weights())
            elif epoch - state["epoch"] >= patience:
                self.model.stop_training = True

    history = model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[Keep()], verbose=0)
    model.set_weights(best_model.get_weights())
    return history
