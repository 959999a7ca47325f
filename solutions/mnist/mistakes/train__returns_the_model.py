"""Your function gave the model back. The caller has it already; what is asked for is the record of the
training, which fit hands over when it is done."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
    return model
