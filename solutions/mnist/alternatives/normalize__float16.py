"""Half-precision floats."""


def normalize(images):
    return images.astype("float16") / 255
