"""fit found images and no labels, so it has nothing to learn from. If you did hand them over, look at the
brackets: did both arrive as one single value?"""


def train(model, images, labels, epochs):
    return model.fit((images, labels), epochs=epochs)
