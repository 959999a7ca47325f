"""Your function scaled the images, and gave None. What it made is gone when it ends, unless it is handed
back."""


def normalize(images):
    images = images / 255
