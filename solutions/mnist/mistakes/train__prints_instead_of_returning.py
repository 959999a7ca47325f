"""The model was trained, your function printed something and gave None. Printing shows a value to people; a caller
gets it another way."""


def train(model, images, labels, epochs):
    history = model.fit(images, labels, epochs=epochs)
    print(history.history)
