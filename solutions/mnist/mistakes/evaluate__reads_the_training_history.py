"""You read the record of a training. It shows how the model did on its training images, and a model that you
are given may have no record: measure it on the images that you are given."""


def evaluate(model, images, labels):
    history = model.history.history
    return history["loss"][-1], history["accuracy"][-1]
