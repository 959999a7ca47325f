"""Your function always returns only one image. Look at what an index takes out of the array, or at where your
return is."""


def normalize(images):
    for image in images:
        return image / 255
