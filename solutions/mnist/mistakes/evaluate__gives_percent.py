"""You returned a percentage, but the accuracy is a share between 0 and 1. Return the number as it is
measured; you can add a percent sign when you show it."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return loss, accuracy * 100
