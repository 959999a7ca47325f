"""You added 1 before you divided by 256. Then black becomes a little more than 0, and white cannot become 256
in eight bits. Divide by the largest pixel value and change nothing else."""


def normalize(images):
    return (images + 1) / 256
