"""fit without validation, evaluate after each epoch, and an object with the record."""

from types import SimpleNamespace


def train(model, training, validation, epochs, patience):
    record = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best_weights = model.get_weights()
    best_loss = float("inf")
    without_progress = 0
    while len(record["loss"]) < epochs and without_progress < patience:
        once = model.fit(*training, epochs=1, verbose=0).history
        val_loss, val_accuracy = model.evaluate(*validation, verbose=0)
        record["loss"] += once["loss"]
        record["accuracy"] += once["accuracy"]
        record["val_loss"].append(val_loss)
        record["val_accuracy"].append(val_accuracy)
        if val_loss < best_loss:
            best_loss, best_weights, without_progress = val_loss, model.get_weights(), 0
        else:
            without_progress += 1
    model.set_weights(best_weights)
    return SimpleNamespace(history=record)
