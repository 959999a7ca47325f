"""You returned the share of wrong answers. The accuracy is the share of right answers: a perfect model has
1."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return loss, 1 - accuracy
