"""You gave the accuracy alone. The loss belongs to the answer too, because it also tells how sure the model
was."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return accuracy
