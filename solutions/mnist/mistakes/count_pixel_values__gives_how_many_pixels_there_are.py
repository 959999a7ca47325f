"""You returned a single number: how many pixels the image has. Each pixel value needs its own count."""


def count_pixel_values(image):
    return image.size
