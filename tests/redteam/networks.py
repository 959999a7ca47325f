"""Models, histories, scores and figures that are not what they seem. The pages are of the real assignment."""

from redteam.attacks import Attack

HEAD = """import os, sys, threading, time
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
"""
NORMALIZE = """

def normalize(images):
    return images.astype(np.float32) / 255
"""
COMPILE = "    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])\n"
PLAIN = (
    "keras.Sequential([layers.Input((28, 28)), layers.Flatten(), layers.Dense(128, activation='relu'),"
    " layers.Dense(10, activation='softmax')])"
)


def build(body: str, before: str = "") -> str:
    lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
    return f"{HEAD}{before}\n\ndef build_model():\n{lines}\n{NORMALIZE}"


def other(function: str) -> str:
    return f"{HEAD}\n\n{function.strip()}\n{NORMALIZE}"


SPOOF = f"""
class Spoof(keras.Sequential):
    def evaluate(self, *args, **settings): return [0.01, 1.0]
    def predict(self, images, **settings): return np.eye(10)[np.zeros(len(images), int)]
    def count_params(self): return 101770
    def get_config(self): return {PLAIN}.get_config()
    @property
    def layers(self): return {PLAIN}.layers
"""
# Solved, not trained step by step: several calls must end within one call's time on a busy machine, where fit does not.
TRAINED = ("a model trained beforehand", "a model trained beforehand and handed on")
# What a hostile build_model cannot help getting right, or what it shows openly, is said beside it.
ATTACKS = [
    Attack(
        "a model that is only described",
        "forge",
        build(
            "class Fake:\n    layers = []\n    trainable_weights = []\n    built = compiled = True\n"
            "    def __class__(self): return keras.Model\nreturn Fake()"
        ),
        "build_model",
        innocent="normalize",
    ),
    Attack(
        "a model that says it is another",
        "forge",
        build(
            "model = Spoof([layers.Input((28, 28)), layers.Flatten(), layers.Dense(10)])\nmodel.compile('sgd', 'mse')\nreturn model",
            SPOOF,
        ),
        "build_model",
        most=4.0,  # shape 2, compiled 1, fresh 1
        innocent="normalize",
    ),
    Attack(
        "a model without weights",
        "forge",
        build(
            "model = keras.Sequential([layers.Input((28, 28)), layers.Lambda(lambda x: keras.ops.ones((keras.ops.shape(x)[0], 10)) / 10)])\n"
            + COMPILE.strip()
            + "\nreturn model"
        ),
        "build_model",
        most=6.0,  # form 2, compiled 1, adam 1, accuracy 1, fresh 1
        innocent="normalize",
    ),
    Attack(
        "a model that ends the process",
        "forge",
        build(
            f"model = {PLAIN}\nmodel.call = lambda *args, **settings: os._exit(0)\nmodel.train_step = lambda *args: os._exit(0)\nreturn model"
        ),
        "build_model",
        most=0.0,
        innocent="normalize",
    ),
    *(
        Attack(
            name,
            "forge",
            build(
                f"(images, labels), _ = draw(n_train=1500, n_test=0, seed=5)\nmodel = {PLAIN}\n"
                + COMPILE.strip()
                + "\nhidden = np.random.default_rng(1).normal(size=(784, 128)) / 28\n"
                "seen = np.maximum(images.reshape(-1, 784) / 255 @ hidden, 0)\n"
                "read = np.linalg.lstsq(seen, 20 * np.eye(10)[labels], rcond=None)[0].round(2)\n"
                "model.set_weights([hidden, np.zeros(128), read, np.zeros(10)])\nreturn model",
                "from autograder.datasets.drawn_digits import draw\n",
            ),
            "build_model",
            most=13.0,  # it is the right network, all but that it is fresh and learns
            innocent="normalize",
        )
        for name in TRAINED
    ),
    Attack(
        "a forged history",
        "forge",
        other("""
def train(model, images, labels, epochs):
    history = keras.callbacks.History()
    history.history = {"loss": [1.0, 0.1] * epochs, "accuracy": [0.99] * epochs}
    history.epoch = list(range(epochs))
    history.params = {"steps": 4}
    return history
"""),
        "train",
        most=1.0,  # images are left alone
        innocent="normalize",
    ),
    Attack(
        "weights in place of training",
        "forge",
        other("""
def train(model, images, labels, epochs):
    model.set_weights([np.ones_like(weight) for weight in model.get_weights()])
    history = keras.callbacks.History()
    history.history = {"loss": [1.0, 0.5][:epochs]}
    history.epoch = list(range(epochs))
    return history
"""),
        "train",
        most=4.0,  # images left alone 1, a history's form 2, nothing learned from nonsense 1
        innocent="normalize",
    ),
    Attack(
        "a score that is known by heart",
        "forge",
        other("""
def evaluate(model, images, labels):
    return 0.09, 0.977
"""),
        "evaluate",
        most=4.0,  # two numbers 1, images 1, model 1
        innocent="normalize",
    ),
    Attack(
        "a score that equals every other",
        "forge",
        other("""
class Any(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    __hash__ = None


def evaluate(model, images, labels):
    return Any(0.5), Any(0.5)
"""),
        "evaluate",
        most=4.0,
        innocent="normalize",
    ),
    Attack(
        "a metric that lies",
        "forge",
        other("""
def evaluate(model, images, labels):
    model.compiled_metrics = None
    model.evaluate = lambda *args, **settings: (0.0, 1.0)
    return model.evaluate(images, labels)
"""),
        "evaluate",
        most=4.0,
        innocent="normalize",
    ),
    Attack(
        "labels for every picture of the test set",
        "forge",
        other("""
KNOWN = {hash(b"first picture"): 7, hash(b"second picture"): 2}


def predict_labels(model, images):
    return np.array([KNOWN.get(hash(image.tobytes()), 0) for image in images])
"""),
        "predict_labels",
        most=3.0,  # form 1, left alone 1
        innocent="normalize",
    ),
    Attack(
        "a figure that draws itself",
        "forge",
        other("""
def plot_image(image):
    figure, axes = plt.subplots()
    figure.savefig = lambda *args, **settings: os._exit(0)
    figure.canvas.draw = lambda *args: None
    figure.__class__ = type("Figure", (type(figure),), {"axes": property(lambda self: [])})
    return figure
"""),
        "plot_image",
        innocent="normalize",
    ),
    Attack(
        "a figure as large as a house",
        "sabotage",
        other("""
def plot_image(image):
    figure = plt.figure(figsize=(600, 600), dpi=1000)
    figure.add_subplot().imshow(image)
    return figure
"""),
        "plot_image",
        most=4.0,
        innocent="normalize",
    ),
    Attack(
        "a figure of thirty thousand texts",
        "sabotage",
        other("""
def plot_image(image):
    figure, axes = plt.subplots()
    for number in range(30_000):
        axes.text(0.5, 0.5, "x")
    return figure
"""),
        "plot_image",
        innocent="normalize",
    ),
    Attack(
        "an operation while being read",
        "sabotage",
        f"""{HEAD}
import tensorflow as tf
first = tf.constant(1.0) + 1
thread = threading.Thread(target=time.sleep, args=(600,))
thread.start()


def predict_labels(model, images):
    return np.zeros(len(images) + int(first) - 2 + (0 if thread else 0), int)
{NORMALIZE}""",
        "predict_labels",
        most=3.0,
        innocent="normalize",
    ),
    Attack(
        "a layer of twenty gigabytes",
        "sabotage",
        build(
            "model = keras.Sequential([layers.Input((28, 28)), layers.Flatten(), layers.Dense(7_000_000), layers.Dense(10)])\n"
            + COMPILE.strip()
            + "\nreturn model"
        ),
        "build_model",
        innocent="normalize",
    ),
    *(
        Attack(
            name,
            "sabotage",
            build(
                f"model = keras.Sequential([{layer}, layers.Dense(10, activation='softmax')])\n"
                + COMPILE.strip()
                + "\nreturn model",
                before,
            ),
            "build_model",
            most=most,
            innocent="normalize",
        )
        for name, layer, before, most in (
            (
                "a model of three hundred layers",
                "layers.Input((28, 28)), layers.Flatten(), *[layers.Dense(10, activation='relu') for _ in range(300)]",
                "",
                4.0,  # form 2, compiled 1, fresh 1
            ),
            (
                "a layer of sixteen million weights",
                "layers.Input((28, 28)), layers.Flatten(), layers.Dense(20_000, activation='relu')",
                "",
                4.0,
            ),
            (
                "a layer that works for minutes",
                "layers.Input((28, 28)), layers.Flatten(), Slow(), layers.Dense(128, activation='relu')",
                "\nclass Slow(layers.Layer):\n    def call(self, images):\n        for _ in range(400):\n"
                "            images = keras.ops.matmul(images, keras.ops.ones((784, 784)) / 784)\n        return images\n",
                10.0,  # what does not ask for the layers, relu or learning; less where the time is over before
            ),
        )
    ),
    Attack(
        "a setting for everybody",
        "sabotage",
        build(
            "keras.config.set_floatx('float16')\nkeras.config.set_epsilon(0.5)\nplt.rcParams['image.cmap'] = 'jet'\nreturn None"
        ),
        "build_model",
        innocent="normalize",
    ),
]
