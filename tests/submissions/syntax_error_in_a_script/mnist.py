def normalize(images)
    return images / 255
