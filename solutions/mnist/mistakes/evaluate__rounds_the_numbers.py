"""You rounded the numbers before you handed them over. What is lost cannot be had back: round where they are shown."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return round(loss, 1), round(accuracy, 1)
