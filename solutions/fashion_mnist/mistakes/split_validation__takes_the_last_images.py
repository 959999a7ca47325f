"""You took the last images for validation. Data is often sorted: then the validation part has some kinds of clothing only, and
the seed does not change which images they are. Mix the positions before you divide them."""


def split_validation(images, labels, share, seed):
    count = len(images) - round(share * len(images))
    return (images[:count], labels[:count]), (images[count:], labels[count:])
