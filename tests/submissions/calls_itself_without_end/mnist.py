def normalize(images):
    return normalize(images) / 255
