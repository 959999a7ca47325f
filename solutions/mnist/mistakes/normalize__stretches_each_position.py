"""You divided each position by the brightest pixel at this position in any image. So neighbours in one image
are scaled differently, but all pixels need the same scale."""


def normalize(images):
    return images / images.max(axis=0)
