"""The model was measured, and your function gave None. Nothing is handed back: what stands in a variable is gone at the
end of the function."""


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
