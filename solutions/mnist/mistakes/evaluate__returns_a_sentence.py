"""Your function gave a piece of text. Nobody can compare or plot the numbers inside it; hand them over as
numbers and leave the words to the caller."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return f"loss {loss}, accuracy {accuracy}"
