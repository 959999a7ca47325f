def normalize(images):
    largest = int(input("The largest pixel? "))
    return images / largest
