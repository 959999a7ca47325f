"""You rounded the numbers before you returned them. Lost decimals do not come back: round the numbers only
when you show them."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return round(loss, 1), round(accuracy, 1)
