"""Your function returned a text. A program cannot compare or plot the numbers inside a text: return the
numbers, and let the caller write the words."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    return f"loss {loss}, accuracy {accuracy}"
