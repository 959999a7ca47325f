"""If you turn a probability into a whole number, you cut off its decimals, so almost all became 0. The digit
is not in the size of these numbers but in their position."""


def predict_labels(model, images):
    return model.predict(images).astype(int)
