"""You returned only the loss. The share of right answers belongs to the answer too, and the same call
measures it."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return loss
