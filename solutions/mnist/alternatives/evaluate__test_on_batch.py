"""All images as one batch for test_on_batch."""


def evaluate(model, images, labels):
    loss, accuracy = model.test_on_batch(images, labels)
    return float(loss), float(accuracy)
