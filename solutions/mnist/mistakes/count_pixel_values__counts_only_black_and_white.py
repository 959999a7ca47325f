"""You counted only black and white. The greys between them are pixel values, too."""


def count_pixel_values(image):
    return {0: int((image == 0).sum()), 255: int((image == 255).sum())}
