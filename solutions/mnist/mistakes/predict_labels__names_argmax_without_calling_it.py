"""You named argmax and did not call it, so your function gave a method and no digits. Look at the end of
the line."""


def predict_labels(model, images):
    return model.predict(images).argmax
