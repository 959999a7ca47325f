def normalize(images):
    print(images / 255)
