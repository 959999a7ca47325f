"""Your function scales a name of the page and not what it is handed. It has to work with
any images: look at the name in its first line."""


def normalize(images):
    return train_images / 255
