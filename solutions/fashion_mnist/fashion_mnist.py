# %% [markdown]
# # Fashion-MNIST: a fair experiment
#
# On the page about MNIST you built the network that you were told to build. Now you design one yourself, and
# you find out whether it is **better**. That is harder than it sounds: a network can look better because it
# was lucky, because it was trained longer, or because it was chosen with the images that should judge it.
#
# The images are clothes instead of digits: ten kinds, in the same form as the digits. They are harder. A
# shirt and a coat look much more alike than a 1 and a 7.
#
# There are four stages: **look** (1–2), **make a fair experiment** (3–6), **see the training** and find its
# best epoch (7–8), and **find out what goes wrong** (9–12). At the end you explain in your own words which
# two kinds your network mixes up most. A person reads that.
#
# The page works like the one on MNIST: `check("…")` tells you what is right, and `hint("…")` helps one step
# at a time. A function may use only what it is given, because it is also tested with other images.

# %% [markdown]
# ## Tools
#
# The same as on the page about MNIST: NumPy, Matplotlib and Keras.

# %% setup
import keras
import matplotlib.pyplot as plt
import numpy as np

from autograder import check, datasets, hint

# %% [markdown]
# ## The data
#
# Fashion-MNIST has 60,000 training images and 10,000 test images of ten kinds of clothing, with 28 rows and
# 28 columns each. Zalando, a shop for clothes, made them from the photos of its articles. A label is a number
# from 0 to 9; the names are in `CLASS_NAMES`, in the order of the numbers.
#
# If the images are not there and there is no network connection, the kit draws its own clothes. They have the
# same form, but there are fewer of them (6,000 and 1,000), so your numbers will differ from the numbers on
# this page.

# %% data
(images, labels), (test_images, test_labels) = datasets.load("fashion_mnist")

CLASS_NAMES = [
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
]

### VARIANT the position of a name is {first._rule}
### VARIANT a position in class_names is {first._each}
### VARIANT class 0 is class {first.number}
### VARIANT [2, 0, 2] is [{first._two}, {first.number}, {first._two}]
### VARIANT in labels] is in {first._labels}]
# %% [markdown]
# ## 1. From numbers to names
#
# A label says 6, and a person wants to read "Shirt". Most figures and tables on this page need the names, so
# begin with them. A list of names is all you need: the position of a name is its number. But an array of labels
# holds many numbers, and each of them needs its name.

# %% name_labels
def name_labels(labels, class_names):
    """Give each label its name.

    Args:
        labels: array of whole numbers, shape (images,). Each is a position in class_names.
        class_names: list of str, the name of class 0 first.

    Returns:
        One name for each label, in the same order: a list, a tuple or an array of str.

    Example:
        >>> list(name_labels(np.array([2, 0, 2], np.uint8), ["sun", "rain", "snow"]))
        ['snow', 'sun', 'snow']
    """
    ### BEGIN SOLUTION
    return [class_names[label] for label in labels]
    ### END SOLUTION
### END VARIANT

# %% name_labels_check
check("name_labels")

### VARIANT labels[:10] is {first._shown}
# %% name_labels_demo
print("the first ten:", ", ".join(name_labels(labels[:10], CLASS_NAMES)))
print("images of each class:", np.bincount(labels, minlength=len(CLASS_NAMES)))
### END VARIANT

# %% [markdown]
# Each kind occurs equally often. So the share of right answers is a fair score, and a program that always
# gives the same answer is right in 10 % of the cases.

# %% [markdown]
# ## 2. Look at examples of each kind
#
# Before you build anything, find out how hard the task is for *you*. On the page about MNIST you drew the first
# 25 images in their order. Of Fashion-MNIST they would show five T-shirts, but only one shirt. It is better to
# give each kind its own row: then you see how different the images of one kind are, and how similar those of
# two kinds.

# %% plot_examples
def plot_examples(images, labels, class_names):
    """Draw examples of each class, one row for each class.

    We check: one row for each class that occurs in labels, in the order of class_names. A row shows the first five
    images of its class, in their order, from left to right; or all of them, if there are fewer than five. The
    images are upright. The name of the class is visible at its row: beside it, over it or under it. There are no
    ticks. A class that does not occur has no row and no name.

    Args:
        images: array of numbers, shape (images, rows, columns).
        labels: array of whole numbers, shape (images,). Each is a position in class_names.
        class_names: list of str, the name of class 0 first.

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> figure = plot_examples(np.zeros((3, 28, 28)), np.array([1, 0, 1]), ["sun", "rain"])
        >>> type(figure).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for row, label in zip(axes, present, strict=True):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == label][:5], strict=False):
            ax.axis("on")
            ax.imshow(image, cmap="gray")
            ax.set(xticks=[], yticks=[])
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
    ### END SOLUTION

# %% plot_examples_check
check("plot_examples")

# %% plot_examples_demo
plot_examples(images, labels, CLASS_NAMES)
plt.show()

# %% [markdown]
# Cover the names with your hand: could you tell shirts from T-shirts, pullovers and coats? Many images of these
# four kinds have almost the same outline. What distinguishes them is small: buttons, a zip, the length of a
# sleeve. Remember this for the end of the page.

# %% [markdown]
# ## 3. Keep images for decisions
#
# You will make decisions: how many layers, how many epochs, which of two networks. If you decide with the
# **training** images, the network that learns most by heart wins. If you decide with the **test** images, they
# are no longer an exam: you choose the network that happens to fit them, and its score is better than it will
# be on new images.
#
# So divide the training images again. Most of them stay for learning. A **validation** part is kept for
# decisions, and no test image is used until all decisions are made.
#
# Draw the validation images **at random**. Data is often sorted, and the last sixth of sorted clothes would be
# only bags and boots. And draw them with a **seed**: then the same seed gives the same parts, and you can
# compare two networks on the same images. `np.random.default_rng(seed)` makes a generator of random numbers
# that depends on nothing but the seed.

# %% split_validation
def split_validation(images, labels, share, seed):
    """Divide images at random into a training part and a validation part.

    Args:
        images: array of numbers, shape (images, rows, columns). It is not changed.
        labels: array of whole numbers, shape (images,). It is not changed.
        share: the share of the images for the validation part, a float between 0 and 1.
        seed: a whole number. The same seed gives the same parts, another seed gives other ones.

    Returns:
        (train_images, train_labels), (validation_images, validation_labels): four arrays. Each image is in exactly one
        part, with its own label. The validation part has round(share * n) of the n images.

    Example:
        >>> images, labels = np.arange(40).reshape(10, 2, 2), np.arange(10)
        >>> (train_images, train_labels), (validation_images, validation_labels) = split_validation(images, labels, 0.3, seed=1)
        >>> train_images.shape, validation_labels.shape
        ((7, 2, 2), (3,))
    """
    ### BEGIN SOLUTION
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
    ### END SOLUTION

# %% split_validation_check
check("split_validation")

# %% [markdown]
# Now divide the real images. A sixth of 60,000 is 10,000. Networks learn better from small numbers, so all
# images are scaled to 0..1 first, as on the page about MNIST.

# %% split_validation_demo
training, validation = split_validation(images / np.float32(255), labels, 1 / 6, seed=1)
test = test_images / np.float32(255), test_labels
for part_name, (part_images, part_labels) in [("training", training), ("validation", validation), ("test", test)]:
    print(f"{part_name:10} {part_images.shape}, images of each class: {np.bincount(part_labels)}")

# %% [markdown]
# The kinds are not exactly equally frequent in the first two parts, because chance has drawn them. But there
# are many images, so the differences are small.

# %% [markdown]
# ## 4. Something to compare with
#
# "87 % right" says nothing by itself. Is that good? You need a **baseline**: a simple network that you know
# well. Take the one from the page about MNIST. Whatever you design later must beat it.
#
# | layer | what it does |
# |---|---|
# | `Input((28, 28))` | says the shape of one image |
# | `Flatten()` | 28×28 becomes 784 numbers in a row |
# | `Dense(128)` with relu | the hidden layer |
# | `Dense(10)` with softmax | one probability for each kind |
#
# Compile it with the optimizer adam, the loss `sparse_categorical_crossentropy` and the metric `accuracy`.

# %% build_baseline
def build_baseline():
    """Build and compile the simple network that other networks are compared with.

    Returns:
        Compiled keras Model, not trained yet: Flatten, Dense with 128 units and relu, Dense with 10 units and softmax.
        It takes images of shape (n, 28, 28), scaled to 0.0..1.0, and gives ten probabilities for each. Optimizer adam,
        sparse categorical cross-entropy, metric accuracy.

    Example:
        >>> tuple(build_baseline()(np.zeros((2, 28, 28), np.float32)).shape)
        (2, 10)
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    ### END SOLUTION

# %% build_baseline_check
check("build_baseline")

# %% [markdown]
# ## 5. Your own network
#
# What is wrong with the baseline? `Flatten` makes one long row of each image, so the network does not know
# which pixels are neighbours. A button in the middle and a button one pixel further to the right are two
# different things to it, and it must learn both.
#
# A **convolution** looks at small pieces of the image, 3×3 pixels for example, with the *same* weights
# everywhere. What it has learned in one place, it finds in every other place. **Pooling** makes the image
# smaller and keeps the largest numbers. Typical networks for images alternate both a few times, and only
# then flatten. These layers are useful:
#
# - `Reshape((28, 28, 1))`: a convolution wants a third axis, the channels. A grey image has one.
# - `Conv2D(16, 3, activation="relu")`: sixteen filters of 3×3 pixels. Each of them gives a new image, one channel.
# - `MaxPooling2D()`: half as many rows and columns.
# - `Dropout(0.3)`: switches off 30 % of the numbers at random, only during training, so that the network cannot
#   rely on a few of them.
#
# You decide. Two rules make the comparison fair. A network with millions of weights can win by its size alone,
# so yours has **at most 300,000 parameters**. And both networks are trained in exactly the same way.
#
# The check trains your network for a short time, with clothes that the kit draws: 6,000 images, ten times. Two
# convolutions with pooling take some seconds for that. If your network would take more than a minute on one core,
# the check does not train it and says so.

# %% build_model
def build_model():
    """Build and compile your own network, which is better than the baseline.

    We check: it has at most 300,000 parameters, and after the same short training on drawn clothes it recognizes clearly
    more of them than the baseline. This training takes at most a minute on one core.

    Returns:
        Compiled keras Model, not trained yet. It takes images of shape (n, 28, 28) or (n, 28, 28, 1), scaled to 0.0..1.0,
        and gives ten probabilities for each (or ten logits, with a loss that fits them). The labels in the training are
        single whole numbers. The metric is accuracy.

    Example:
        >>> tuple(build_model()(np.zeros((2, 28, 28), np.float32)).shape)
        (2, 10)
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Reshape((28, 28, 1)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(32, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    ### END SOLUTION

# %% build_model_check
check("build_model")

# %% build_model_demo
for network_name, build in [("baseline", build_baseline), ("your own", build_model)]:
    network = build()
    network(np.zeros((1, 28, 28), np.float32))  # without Input, a network has parameters only when it has seen an image
    print(f"{network_name}: {network.count_params():,} parameters")
network.summary()

# %% [markdown]
# In the summary, follow the shape of one image from layer to layer, and see which layer has most of the
# parameters. A `Conv2D(16, 3)` that gets one channel has only 160, because it uses the same weights everywhere.

# %% [markdown]
# ## 6. Train, and stop in time
#
# How many epochs are right? With too few, the network has not learned enough. With too many, it learns the
# training images by heart: the training loss still falls, but the **validation loss** rises again.
#
# So do not choose a number. Watch the validation loss after each epoch, and stop when it has not become lower
# for some epochs. How many epochs you wait is called the **patience**. An example with patience 2: the validation
# losses are 0.40, 0.35, 0.36 and 0.37. Epoch 2 is the best one so far, epochs 3 and 4 are not better, so the
# training stops after epoch 4.
#
# But now the network has the weights of epoch 4. It must get back those of the **best** epoch. Keras has this
# ready-made: look at `keras.callbacks.EarlyStopping` and its parameters. What is its default for the weights?

# %% train
def train(model, training, validation, epochs, patience):
    """Train a model until its validation loss no longer falls, and keep the weights of its best epoch.

    Args:
        model: a compiled keras Model. It is trained as it is, with its own optimizer and loss.
        training: pair (images, labels) to learn from. Images are a float array, shape (n, 28, 28), scaled to 0.0..1.0;
            labels are an array of whole numbers, shape (n,).
        validation: pair (images, labels) of the same form, only for measuring. The model does not learn from it.
        epochs: the largest number of epochs, a whole number.
        patience: training stops when the validation loss has not become lower for so many epochs, a whole number
            from 1 up.

    Returns:
        The keras History, or your own object with such a dict in its attribute history. The dict has "loss",
        "accuracy", "val_loss" and "val_accuracy", with one number for each epoch.
        The model has the weights of the epoch with the lowest validation loss, also if all epochs were used.

    Example:
        >>> images, labels = np.zeros((8, 28, 28), np.float32), np.zeros(8, int)
        >>> history = train(build_baseline(), (images, labels), (images, labels), epochs=2, patience=1)
        >>> sorted(history.history)
        ['accuracy', 'loss', 'val_accuracy', 'val_loss']
    """
    ### BEGIN SOLUTION
    train_images, train_labels = training
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(
        train_images, train_labels, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=2
    )
    ### END SOLUTION

# %% train_check
check("train")

# %% [markdown]
# Now the experiment: both networks, the same images, the same rule for stopping, and the same seed. On
# Fashion-MNIST and with two cores, the baseline takes about a minute; a network with two convolutions takes two to
# four minutes. (If this is too long for you, give *both* networks fewer images.)

# %% train_demo
keras.utils.set_random_seed(1)
baseline = build_baseline()
baseline_history = train(baseline, training, validation, epochs=20, patience=2)

# %% train_own_demo
keras.utils.set_random_seed(1)
model = build_model()
history = train(model, training, validation, epochs=20, patience=2)

# %% [markdown]
# ## 7. Which epoch was the best?
#
# At which epoch was each network best? The History holds lists with one number for each epoch. The first number
# belongs to epoch 1, but its position in the list is 0: it is easy to be wrong by one. There is another trap. If
# a training goes wrong, its loss is `nan` ("not a number"). `0.4 < nan` is False, and so is `nan < 0.4`, so
# many ways to search for the smallest number go wrong.

# %% best_epoch
def best_epoch(history):
    """Find the epoch with the lowest validation loss.

    Args:
        history: dict of lists, as in the attribute history of a keras History: "loss", "val_loss" and so on, one
            number for each epoch. Some may be NaN, but not all.

    Returns:
        The number of the epoch with the lowest "val_loss", int, counted from 1. The first one, if several are equally
        low. An epoch whose loss is NaN is never the best.

    Example:
        >>> int(best_epoch({"loss": [0.9, 0.5, 0.3], "val_loss": [0.8, 0.6, 0.7]}))
        2
    """
    ### BEGIN SOLUTION
    return int(np.nanargmin(history["val_loss"])) + 1
    ### END SOLUTION

# %% best_epoch_check
check("best_epoch")

# %% best_epoch_demo
for network_name, one_history in [("baseline", baseline_history.history), ("your own", history.history)]:
    best = int(best_epoch(one_history))
    print(f"{network_name}: best epoch {best} of {len(one_history['val_loss'])}, val_loss {one_history['val_loss'][best - 1]:.4f}")

# %% [markdown]
# ## 8. See the training
#
# Ten epochs give forty numbers. Four lines show at once what you want to know: where is the validation loss
# lowest, and how far is it from the training loss? Draw loss and accuracy in two axes, because their numbers
# mean different things. The first epoch has the number 1, so give `plot` the numbers of the epochs; otherwise it
# begins at 0.

# %% plot_history
def plot_history(history):
    """Draw loss and accuracy of a training against the epoch, and mark the best epoch.

    We check: one axes has the training loss and the validation loss, another one beside or below it has both
    accuracies. The epochs on the x axis begin at 1. A legend says which line is training and which is validation;
    one for the whole figure is enough, if the lines look alike in both axes. A vertical line in both axes marks the
    epoch with the lowest validation loss.

    Args:
        history: dict of lists with "loss", "accuracy", "val_loss" and "val_accuracy", one number for each epoch.

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> two = {"loss": [0.9, 0.5], "accuracy": [0.6, 0.8], "val_loss": [0.8, 0.7], "val_accuracy": [0.7, 0.7]}
        >>> type(plot_history(two)).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    epochs = range(1, len(history["val_loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for ax, score in zip(axes, ["loss", "accuracy"], strict=True):
        ax.plot(epochs, history[score], marker="o", label="training")
        ax.plot(epochs, history[f"val_{score}"], marker="o", label="validation")
        ax.axvline(best, color="gray", linestyle="--", label="best epoch")
        ax.set(xlabel="epoch", ylabel=score)
        ax.legend()
    return figure
    ### END SOLUTION

# %% plot_history_check
check("plot_history")

# %% plot_history_demo
plot_history(baseline_history.history)
plot_history(history.history)
plt.show()

# %% [markdown]
# Look at the gap between the two losses, and at the epochs after the vertical line: the training loss goes on
# falling there, and the validation loss does not. That is overfitting, and now you can see when it begins.
#
# Does the network do better on the validation images in the first epochs? It only looks so. A training number is
# the mean over the whole epoch, from its first step on; a validation number is measured at the end of the epoch,
# when the network has learned more.

# %% [markdown]
# All decisions are made: the layers, the number of epochs, the weights. So now the test images may judge, once:

# %% test_scores
for network_name, network in [("baseline", baseline), ("your own", model)]:
    test_loss, test_accuracy = network.evaluate(*test, verbose=0)
    print(f"{network_name}: test loss {test_loss:.3f}, test accuracy {test_accuracy:.3f}")

# %% [markdown]
# On Fashion-MNIST, the baseline is right for about 87 % of the test images: with five different seeds, for 86.7 % to
# 88.1 %. So a network that is better by one point may only have been lucky. With two convolutions and two poolings
# you reach almost 90 %, and that is more than luck. (On the page about MNIST, the same baseline reads 97.5 % of the
# digits: clothes are harder.)
#
# Perhaps your scores are a little lower than on the validation images. One reason can be that the best epoch was
# chosen with the validation images. That is why the exam needs other images.

# %% [markdown]
# ## 9. Who is taken for whom?
#
# The accuracy says how often your network is right. It does not say what the mistakes are. So count each pair of
# a true class and a predicted class in a table: that is the **confusion matrix**. Each row is a true class, each
# column a predicted one. The right answers are on the diagonal, everything beside it is a mistake.

# %% confusion_matrix
def confusion_matrix(labels, predictions, classes):
    """Count how often each true class gets each prediction.

    Args:
        labels: array of whole numbers, shape (images,): the true classes.
        predictions: array of whole numbers, shape (images,): the predicted classes.
        classes: how many classes there are, int. Some of them may not occur in labels or predictions.

    Returns:
        Array of whole numbers, shape (classes, classes). The number in row t and column p says how many images of
        class t were predicted as p.

    Example:
        >>> confusion_matrix(np.array([0, 1, 1]), np.array([0, 1, 0]), 2).tolist()
        [[1, 0], [1, 1]]
    """
    ### BEGIN SOLUTION
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions, strict=True):
        matrix[true, predicted] += 1
    return matrix
    ### END SOLUTION

# %% confusion_matrix_check
check("confusion_matrix")

# %% confusion_matrix_demo
test_predictions = np.argmax(model.predict(test[0], verbose=0), axis=1)
matrix = confusion_matrix(test_labels, test_predictions, len(CLASS_NAMES))
print(matrix)

# %% [markdown]
# ## 10. See the confusion
#
# A hundred numbers are hard to read. Colours show at once where the large ones are, and the names at the edges
# say what they mean. `imshow` draws a matrix with row 0 on top; `text(column, row, …)` writes into a cell: x
# comes first, and x is the *column*.

# %% plot_confusion_matrix
def plot_confusion_matrix(matrix, class_names):
    """Draw a confusion matrix with the number in each cell and the names at the ticks.

    We check: the matrix as an image, true classes from top to bottom, predicted ones from left to right. Each cell
    has its number, in a colour that is readable on its background (a 0 may be left out). The names are at the ticks
    of both axes, and the axes say which is true and which is predicted.

    Args:
        matrix: array of whole numbers, shape (classes, classes), as confusion_matrix returns it.
        class_names: list of str, the name of class 0 first.

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> type(plot_confusion_matrix(np.array([[5, 1], [2, 7]]), ["sun", "rain"])).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    figure, ax = plt.subplots(figsize=(7, 6.5), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row, numbers in enumerate(matrix):
        for column, number in enumerate(numbers):
            color = "white" if number > matrix.max() / 2 else "black"
            ax.text(column, row, str(number), ha="center", va="center", color=color, fontsize=8)
    places = range(len(class_names))
    ax.set_xticks(places, class_names, rotation=45, ha="right")
    ax.set_yticks(places, class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
    ### END SOLUTION

# %% plot_confusion_matrix_check
check("plot_confusion_matrix")

# %% plot_confusion_matrix_demo
plot_confusion_matrix(matrix, CLASS_NAMES)
plt.show()

# %% [markdown]
# ## 11. How well is each kind recognized?
#
# The **recall** of a class is the share of its images that the network recognizes: the number on the diagonal,
# divided by the sum of its *row*. The sum of the *column* would answer another question: how often is the
# answer "shirt" right? (That is the *precision*.) If a class has no image, there is no way to say how well it is
# recognized: the recall is `nan`, not 0.

# %% class_recall
def class_recall(matrix):
    """Return for each class the share of its images that were recognized.

    Args:
        matrix: array of whole numbers, shape (classes, classes): rows are true classes, columns predicted ones.

    Returns:
        Float array, shape (classes,), numbers from 0 to 1. NaN where a class has no image.

    Example:
        >>> [float(share) for share in class_recall(np.array([[3, 1], [2, 2]]))]
        [0.75, 0.5]
    """
    ### BEGIN SOLUTION
    totals = matrix.sum(axis=1)
    recall = np.full(len(matrix), np.nan)
    recall[totals > 0] = matrix.diagonal()[totals > 0] / totals[totals > 0]
    return recall
    ### END SOLUTION

# %% class_recall_check
check("class_recall")

# %% class_recall_demo
for class_name, recall in sorted(zip(CLASS_NAMES, class_recall(matrix), strict=True), key=lambda pair: pair[1]):
    print(f"{class_name:12} {recall:.1%}")

# %% [markdown]
# The accuracy does not show these differences. On Fashion-MNIST, the network that is right for almost 90 % of all
# images recognizes 98 % of the trousers, but only about 70 % of the hardest kind.

# %% [markdown]
# ## 12. The most frequent mistake
#
# Where would you begin to improve the network? At its most frequent mistake: the largest number *beside* the
# diagonal. On the diagonal are the right answers, and they are usually much larger, so they must not take part.

# %% most_confused
def most_confused(matrix):
    """Find the most frequent mistake.

    Args:
        matrix: array of whole numbers, shape (classes, classes): rows are true classes, columns predicted ones. At
            least one number off the diagonal is larger than 0. It is not changed.

    Returns:
        (true, predicted): the class numbers (row and column) of the largest number off the diagonal, two whole numbers.
        If several are equally large: the first one, row by row from the top, each from left to right.

    Example:
        >>> true, predicted = most_confused(np.array([[9, 1, 0], [0, 8, 2], [1, 0, 9]]))
        >>> int(true), int(predicted)
        (1, 2)
    """
    ### BEGIN SOLUTION
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(true), int(predicted)
    ### END SOLUTION

# %% most_confused_check
check("most_confused")

# %% most_confused_demo
true, predicted = most_confused(matrix)
print(f"{CLASS_NAMES[true]} taken for {CLASS_NAMES[predicted]}: {matrix[true, predicted]} times")
mixed_up = np.flatnonzero((test_labels == true) & (test_predictions == predicted))
plot_examples(
    np.concatenate([test_images[mixed_up[:5]], test_images[test_labels == predicted][:5]]),
    np.repeat([0, 1], [len(mixed_up[:5]), 5]),
    [f"{CLASS_NAMES[true]}, taken for\n{CLASS_NAMES[predicted]}", CLASS_NAMES[predicted]],
)
plt.show()

# %% [markdown]
# ## Explain it
#
# You have counted the mistakes; why they happen is for you to say. Which two kinds does your network mix up most,
# and what in the images makes that likely? Look at the figure above, and write three to six sentences. A person
# reads them.

# %% EXPLANATION
EXPLANATION = """
### BEGIN SOLUTION
My network mixes up shirts and T-shirts most: of the 1,000 shirts in the test set, it takes 137 for T-shirts, and of the
1,000 T-shirts it takes 89 for shirts. Both have the same outline, a body with two sleeves. None of the five shirts in
the figure above has long sleeves, so the sleeves do not help. Only buttons and a collar are left. On 28 by 28 pixels they
are one or two pixels wide, and in three of the five images I cannot see them myself.
### END SOLUTION
"""

# %% [markdown]
# ## What to try next
#
# Change **one** thing at a time, and decide with the validation images: you have seen the scores on the test
# images, so they are no longer an exam for your next decisions. Write down the result of *every* try, also of
# those that failed.
#
# - **Luck.** Train your network with five other seeds. How much do the scores differ? A difference between two
#   networks that is not larger than this says nothing.
# - **Dropout and BatchNormalization.** Does the gap between training and validation become smaller?
# - **More images from the same images.** `keras.layers.RandomFlip("horizontal")` mirrors images during training. For
#   which kinds is a mirrored image still right? Would you do it with digits?
# - **Fewer parameters.** How small can a network be that still beats the baseline?
# - **The validation images as a part of the training.** Train once more on all 60,000 images, for as many epochs as
#   were best. Is it worth it? How would you know?
