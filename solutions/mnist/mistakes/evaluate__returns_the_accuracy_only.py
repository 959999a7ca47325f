"""You returned only the accuracy. The loss belongs to the answer too, because it also shows how sure the
model is."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return accuracy
