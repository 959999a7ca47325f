"""fit for one epoch after the other, with the lists added to one History."""


def train(model, training, validation, epochs, patience):
    whole, best, best_epoch, weights = None, None, 0, None
    for epoch in range(epochs):
        one = model.fit(*training, validation_data=validation, initial_epoch=epoch, epochs=epoch + 1, verbose=0)
        if whole is None:
            whole = one
        else:
            for name in whole.history:
                whole.history[name].extend(one.history[name])
        loss = one.history["val_loss"][-1]
        if best is None or loss < best:
            best, best_epoch, weights = loss, epoch, [weight.copy() for weight in model.get_weights()]
        if epoch - best_epoch >= patience:
            break
    model.set_weights(weights)
    return whole
