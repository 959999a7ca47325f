"""The numbers appear on the screen, and your function gave None. Printing shows a value to people; a caller
gets it another way."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    print("loss:", loss, "accuracy:", accuracy)
