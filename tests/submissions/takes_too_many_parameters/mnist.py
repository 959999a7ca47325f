def normalize(images, largest):
    return images / largest
