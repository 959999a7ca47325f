"""float makes one number from one value, and you handed it a whole array. Arrays have a way of their own
to change their type."""


def normalize(images):
    return float(images) / 255
