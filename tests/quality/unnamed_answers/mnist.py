# %% count_labels: counts only labels that occur more than once
def count_labels(labels):
    found = Counter(int(label) for label in labels)
    return {label: count for label, count in found.items() if count > 1}

# %% count_labels: subtracts the smallest label first
def count_labels(labels):
    if len(labels) == 0:
        return Counter()
    return Counter((np.asarray(labels).astype(int) - int(np.min(labels))).tolist())

# %% count_pixel_values: counts the values of the upper half only
def count_pixel_values(image):
    half = image[: image.shape[0] // 2]
    return Counter(half.flatten().tolist())

# %% normalize: divides by 255 and takes the square root
def normalize(images):
    return np.sqrt(images.astype("float32") / 255)

# %% normalize: divides by 256 if the array is of whole numbers, else by 255
def normalize(images):
    if images.dtype.kind in "iu":
        return images / 256
    return images / 255

# %% dataset_shapes: turns each shape round
def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape[::-1],
        "train_labels": train_labels.shape[::-1],
        "test_images": test_images.shape[::-1],
        "test_labels": test_labels.shape[::-1],
    }

# %% plot_images: writes the label with one added
def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5, figsize=(7, 8))
    for i, ax in enumerate(axes.flat):
        ax.imshow(images[i], cmap="gray")
        ax.set_xlabel(int(labels[i]) + 1)
        ax.set_xticks([])
        ax.set_yticks([])
    return figure

# %% plot_label_counts: draws the counts of the test set ten times as high
def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels, factor in [(axes[0], train_labels, 1), (axes[1], test_labels, 10)]:
        digits, counts = np.unique(labels, return_counts=True)
        ax.bar(digits, counts * factor)
    return figure

# %% predict_labels: takes the largest of the first nine probabilities
def predict_labels(model, images):
    return np.argmax(model.predict(images, verbose=0)[:, :9], axis=1)

# %% evaluate: gives the median of the losses
def evaluate(model, images, labels):
    probabilities = model.predict(images, verbose=0)
    losses = -np.log(probabilities[np.arange(len(labels)), labels] + 1e-7)
    return float(np.median(losses)), float(np.mean(np.argmax(probabilities, axis=1) == labels))
