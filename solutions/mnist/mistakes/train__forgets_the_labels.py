"""fit got images but no labels, so it cannot learn. If you did pass the labels, look at the brackets: did you
pass both as one single value?"""


def train(model, images, labels, epochs):
    return model.fit((images, labels), epochs=epochs)
