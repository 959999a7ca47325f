"""Your function trained the model and printed something, but it returned None. print only shows a value to
people; the code that calls your function gets a value in another way."""


def train(model, images, labels, epochs):
    history = model.fit(images, labels, epochs=epochs)
    print(history.history)
