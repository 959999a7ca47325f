"""The scale is right, but you added an axis of length 1 at the end. Some other networks need it; here the
shape must stay the same."""


def normalize(images):
    return images[..., None] / 255
