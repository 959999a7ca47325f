"""Your function returned the model. The caller already has it. Return the record of the training, which fit
gives at the end."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
    return model
