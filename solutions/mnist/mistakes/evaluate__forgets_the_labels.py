"""evaluate got images but no labels. Without the right answers, it cannot compare. If you did pass the
labels, look at the brackets: did you pass both as one single value?"""


def evaluate(model, images, labels):
    return model.evaluate((images, labels))
