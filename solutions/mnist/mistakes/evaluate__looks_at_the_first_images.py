"""You measured only the first images. With fewer images, the accuracy depends more on chance, and you never
look at the others: use all images that you are given."""
# Also true: looks_at_a_fixed_number_of_images


def evaluate(model, images, labels):
    return model.evaluate(images[:32], labels[:32])
