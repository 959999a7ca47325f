def normalize(images):
    return images


SCALE = 256


def scale(images):
    return images / SCALE


def normalize(images):
    return scale(images)


SCALE = 255
