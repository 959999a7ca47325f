"""You measured the first images only. With fewer of them, chance shifts the accuracy more, and the others are never
looked at: use all that you are given."""
# Also true: looks_at_a_fixed_number_of_images


def evaluate(model, images, labels):
    return model.evaluate(images[:32], labels[:32])
