"""Your function scales a variable of the page, not the images that it is given. It must work with any images:
look at the name in its first line."""


def normalize(images):
    return train_images / 255
