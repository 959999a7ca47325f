"""evaluate found images and no labels. Without the right answers there is nothing to compare with; and if
you did hand them over, look at the brackets: did both arrive as one single value?"""


def evaluate(model, images, labels):
    return model.evaluate((images, labels))
