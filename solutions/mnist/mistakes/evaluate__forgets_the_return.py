"""Your function measured the model but returned None. A variable is lost when the function ends, unless the
function returns its value."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
