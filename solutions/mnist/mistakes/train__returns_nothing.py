"""Your function returned None instead of the record of the training. fit gives that record; it is lost unless the
function returns it."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
