"""You look at the values before you scale, and leave what is not above 1 as it is. But 1 is a pixel value too,
nearly black: it has to be scaled like all the others."""


def normalize(images):
    return images / 255 if images.max() > 1 else images
