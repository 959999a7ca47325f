"""Your training always runs all its epochs, although the validation loss has stopped falling long before. What must happen after
each epoch, and which number must it look at? If you made a callback for it: does fit know of it?"""
# Also true: restores_only_when_it_stops_early, restores_without_stopping


def train(model, training, validation, epochs, patience):
    return model.fit(*training, epochs=epochs, validation_data=validation)
