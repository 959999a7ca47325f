# Named: nobody.


def normalize(images):
    return images[:100] / 255
