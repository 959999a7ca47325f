"""Models that say one thing of themselves and do another. Each may keep the points for what it really does."""

from redteam.attacks import Attack
from redteam.networks import COMPILE, build, other

INPUT = "layers.Input((28, 28)), layers.Flatten(), "
SEQUENTIAL = f"keras.Sequential([{INPUT}layers.Dense(128, activation=relu), layers.Dense(10, activation=softmax)])"
USUAL = f"keras.Sequential([{INPUT}layers.Dense(128, activation='relu'), layers.Dense(10, activation='softmax')])"
NAMES = """
def relu(x):
    return x


def softmax(x):
    return keras.ops.ones_like(x) / 10
"""
COMPILED = COMPILE.strip()
FORM = 2.0  # images in, ten numbers out
# Whatever a model computes, these it may really have: form, compiled 1, adam 1, fresh 1, and the accuracy reported 1.
OUTSIDE = FORM + 4.0
COMPUTED = 6.0  # for the layers 2, relu 2 and probabilities 2
TAUGHT = 4.0  # for the loss 2 and that it learns 2


def model(making: str, before: str = "", after: str = "", compiled: str = COMPILED) -> str:
    """A page whose model is made, compiled, and then changed."""
    return build(f"model = {making}\n{compiled}\n{after}\nreturn model", before)


def disguise(name: str, most: float, page: str) -> Attack:
    return Attack(name, "forge", page, "build_model", most=most, innocent="normalize")


def sub(methods: str, base: str = "keras.Sequential", name: str = "Sequential") -> str:
    """A class of the page's own that is called like one of Keras's."""
    lines = "\n".join(f"    {line}" for line in methods.strip().splitlines())
    return f"\nclass {name}({base}):\n{lines}\n"


SUBCLASSED = f"Sequential([{INPUT}layers.Dense(128, activation='relu'), layers.Dense(10, activation='softmax')])"
LINEAR = f"Sequential([{INPUT}layers.Dense(128), layers.Dense(10)])"
PLANT = """
from autograder.datasets.drawn_digits import draw


def trained():
    (images, labels), _ = draw(n_train=1500, n_test=0, seed=5)
    hidden = np.random.default_rng(1).normal(size=(784, 128)) / 28
    seen = np.maximum(images.reshape(-1, 784) / 255 @ hidden, 0)
    read = np.linalg.lstsq(seen, 20 * np.eye(10)[labels], rcond=None)[0].round(3)
    return [hidden, np.zeros(128), read, np.zeros(10)]

"""

ATTACKS = [
    # -- activations that are called like Keras's ---------------------------------------------------------------------
    disguise("functions called relu and softmax", OUTSIDE, model(SEQUENTIAL, NAMES)),
    disguise(
        "functions that also say they are of Keras",
        OUTSIDE,
        model(
            SEQUENTIAL,
            NAMES + "\nfor one in (relu, softmax):\n    one.__module__ = 'keras.src.activations.activations'\n"
            "    one.__globals__['__name__'] = 'keras.src.activations.activations'\n",
        ),
    ),
    disguise(
        "functions that are registered with Keras",
        OUTSIDE,
        model(
            SEQUENTIAL,
            NAMES.replace("def ", "@keras.saving.register_keras_serializable('keras')\ndef "),
        ),
    ),
    disguise(
        "relu of Keras replaced before it is used",
        OUTSIDE,
        model(
            USUAL,
            NAMES,
            after="",
        ).replace(
            "def build_model():\n",
            "def build_model():\n    keras.src.activations.ALL_OBJECTS_DICT.update(relu=relu, softmax=softmax)\n"
            "    keras.activations.relu, keras.activations.softmax = relu, softmax\n",
        ),
    ),
    disguise(
        "code of relu and softmax replaced inside Keras",
        OUTSIDE,
        build(
            f"keras.activations.relu.__code__ = relu.__code__\nkeras.activations.softmax.__code__ = softmax.__code__\n"
            f"model = {USUAL}\n{COMPILED}\nreturn model",
            "\ndef relu(x, negative_slope=0.0, max_value=None, threshold=0.0):\n    return x\n"
            "\n\ndef softmax(x, axis=-1):\n    return x * 0 + 0.1\n",
        ),
    ),
    disguise(
        "a call of Dense that was replaced",
        OUTSIDE,
        model(
            USUAL,
            after="layers.Dense.call = lambda self, inputs, training=None: inputs[:, :1] * 0 + keras.ops.ones(self.units) / 10",
        ),
    ),
    disguise(
        "layers that are classes of their own called Dense",
        OUTSIDE,
        model(
            USUAL.replace("layers.Dense", "Dense"),
            sub(
                "def call(self, inputs, training=None):\n    return inputs[:, :1] * 0 + keras.ops.ones(self.units) / self.units",
                "layers.Dense",
                "Dense",
            ).replace("\nclass", "\n@keras.saving.register_keras_serializable('keras')\nclass"),
        ),
    ),
    disguise(
        "a class that was changed after the model was made",
        OUTSIDE,
        model(
            USUAL,
            sub("def call(self, inputs, training=None, mask=None):\n    return inputs[:, 0, :10] * 0 + 0.1"),
            after="model.__class__ = Sequential",
        ),
    ),
    # -- a description that lies --------------------------------------------------------------------------------------
    disguise(
        "layers and weights of another model",
        OUTSIDE,
        model(
            LINEAR.replace("layers.Dense(128), ", ""),
            f"\nOTHER = {USUAL}\n"
            + sub(
                "@property\ndef layers(self): return OTHER.layers\n@layers.setter\ndef layers(self, value): pass\n"
                "@property\ndef trainable_weights(self): return OTHER.trainable_weights\n"
                "@property\ndef weights(self): return OTHER.weights\n"
                "@property\ndef variables(self): return OTHER.weights"
            ),
        ),
    ),
    disguise(
        "weights that do nothing",
        OUTSIDE + 2,  # they are probabilities
        model(
            "Sequential([layers.Input((28, 28)), layers.Flatten(), layers.Dense(128, activation='relu'), layers.Dense(10, activation='softmax')])",
            sub(
                "def call(self, inputs, training=None, mask=None):\n    return keras.ops.softmax(keras.ops.reshape(inputs, (-1, 784))[:, 300:310])"
            ),
        ),
    ),
    disguise(
        "a describer that was replaced",
        FORM + 2,
        build(
            "from autograder.values.keras import models\n"
            f"right = {USUAL}\nright.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])\n"
            "real = models.describe_model\nmodels.describe_model = lambda model: real(right)\n"
            "from autograder.values.keras import recognise\nrecognise.is_ordinary = lambda *these: True\n"
            f"model = keras.Sequential([{INPUT}layers.Dense(10)])\nmodel.compile('sgd', 'mse')\nreturn model"
        ),
    ),
    # -- answers that are looked up, or right at some times only --------------------------------------------------------
    disguise(
        "right for the first two calls only",
        OUTSIDE + 2,  # its first rows are probabilities
        model(
            SUBCLASSED,
            "\nCALLS = []\n"
            + sub(
                "def call(self, inputs, training=None, mask=None):\n    CALLS.append(1)\n"
                "    right = super().call(inputs, training=training)\n"
                "    return right if len(CALLS) < 3 else right * 0 + 0.1"
            ),
        ),
    ),
    disguise(
        "right for small batches only",
        OUTSIDE + 2 + 2,  # its rows are probabilities, and its loss is the one of these
        model(
            SUBCLASSED,
            sub(
                "def call(self, inputs, training=None, mask=None):\n    right = super().call(inputs, training=training)\n"
                "    return right if inputs.shape[0] is not None and inputs.shape[0] < 10 else right * 0 + 0.1"
            ),
        ),
    ),
    disguise(
        "right in inference only",
        OUTSIDE + COMPUTED,
        model(
            SUBCLASSED,
            sub(
                "def call(self, inputs, training=None, mask=None):\n    right = super().call(inputs, training=training)\n"
                "    return right * 0 + 0.1 if training else right"
            ),
        ),
    ),
    disguise(
        "right for the images of the public checks only",
        OUTSIDE,
        model(
            SUBCLASSED,
            "\nKNOWN = {hash(b'one image')}\n"
            + sub(
                "def call(self, inputs, training=None, mask=None):\n    right = super().call(inputs, training=training)\n"
                "    known = hash(np.asarray(inputs).tobytes()) in KNOWN\n    return right if known else right * 0 + 0.1"
            ),
        ),
    ),
    disguise(
        "right for the weights it was made with only",
        OUTSIDE + 2,
        model(
            SUBCLASSED,
            "\nSTART = []\n"
            + sub(
                "def call(self, inputs, training=None, mask=None):\n    right = super().call(inputs, training=training)\n"
                "    START.extend(START or [float(np.asarray(self.trainable_weights[0]).sum())])\n"
                "    START[:] = START[:1]\n"
                "    now = float(np.asarray(self.trainable_weights[0]).sum())\n"
                "    return right if abs(now - START[0]) < 1e-3 else right * 0 + 0.1"
            ),
        ),
    ),
    disguise(
        "outputs that its caller decides",
        OUTSIDE + COMPUTED,  # whenever it is asked, it is the right network; but not when it is trained
        model(
            SUBCLASSED,
            sub(
                "def call(self, inputs, training=None, mask=None):\n    right = super().call(inputs, training=training)\n"
                "    frame, names = sys._getframe(), set()\n"
                "    while frame:\n        names.add(frame.f_code.co_name)\n        frame = frame.f_back\n"
                "    return right if 'outputs' in names else right * 0 + 0.1"
            ),
        ),
    ),
    disguise(
        "answers from a table of hashes",
        OUTSIDE,
        model(
            SUBCLASSED,
            "\nTABLE = {hash(bytes([n])): n % 10 for n in range(256)}\n"
            + sub(
                "def call(self, inputs, training=None, mask=None):\n"
                "    rows = [TABLE.get(hash(one.tobytes()), 0) for one in np.asarray(inputs)]\n"
                "    return keras.ops.one_hot(np.array(rows), 10) + 0 * super().call(inputs)"
            ),
        ),
    ),
    # -- compile settings that lie --------------------------------------------------------------------------------------
    disguise(
        "plain gradient descent called Adam",
        OUTSIDE - 1 + COMPUTED,  # not adam, and nothing is learned
        model(
            USUAL,
            sub(
                "def update_step(self, gradient, variable, learning_rate):\n    variable.assign(variable - 0.0 * gradient)",
                "keras.optimizers.SGD",
                "Adam",
            ),
            compiled="model.compile(optimizer=Adam(0.001), loss='sparse_categorical_crossentropy', metrics=['accuracy'])",
        ),
    ),
    disguise(
        "an optimizer that does nothing",
        OUTSIDE - 1 + COMPUTED,  # not adam, and nothing is learned
        model(
            USUAL,
            sub("def apply(self, gradients, variables=None): pass", "keras.optimizers.Adam", "Adam"),
            compiled="model.compile(optimizer=Adam(0.001), loss='sparse_categorical_crossentropy', metrics=['accuracy'])",
        ),
    ),
    disguise(
        "a step of Adam replaced inside Keras",
        OUTSIDE - 1 + COMPUTED,  # not adam, and nothing is learned
        model(USUAL, after="keras.optimizers.Adam.update_step = lambda self, gradient, variable, learning_rate: None"),
    ),
    disguise(
        "a loss of its own with the usual name",
        OUTSIDE + COMPUTED,
        model(
            USUAL,
            "\ndef sparse_categorical_crossentropy(labels, rows):\n    return keras.ops.mean(rows ** 2, axis=-1)\n",
            compiled="model.compile(optimizer='adam', loss=sparse_categorical_crossentropy, metrics=['accuracy'])",
        ),
    ),
    disguise(
        "a loss that is told right and never minimised",
        OUTSIDE + COMPUTED,
        model(
            SUBCLASSED,
            sub(
                "def train_step(self, data):\n    loss = self.compute_loss(x=data[0], y=data[1], y_pred=self(data[0]))\n    return {'loss': loss}"
            ),
        ),
    ),
    disguise(
        "a loss that climbs",
        OUTSIDE + COMPUTED,
        model(
            USUAL,
            sub(
                "def call(self, labels, rows):\n    right = super().call(labels, rows)\n    return 2 * keras.ops.stop_gradient(right) - right",
                "keras.losses.SparseCategoricalCrossentropy",
                "SparseCategoricalCrossentropy",
            ),
            compiled="model.compile(optimizer='adam', loss=SparseCategoricalCrossentropy(), metrics=['accuracy'])",
        ),
    ),
    disguise(
        "a metric called accuracy that is always one",
        OUTSIDE - 1 + COMPUTED + TAUGHT,
        model(
            USUAL,
            "\ndef accuracy(labels, rows):\n    return keras.ops.ones_like(rows[:, 0])\n",
            compiled="model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=[accuracy])",
        ),
    ),
    disguise(
        "a metric that knows the share of the check",
        OUTSIDE - 1 + COMPUTED + TAUGHT,
        model(
            USUAL,
            "\ndef accuracy(labels, rows):\n    return keras.ops.ones_like(rows[:, 0]) * 0.4\n",
            compiled="model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=[accuracy])",
        ),
    ),
    disguise(
        "metrics that the model makes up",
        OUTSIDE - 1 + COMPUTED + TAUGHT,
        model(
            SUBCLASSED,
            sub(
                "def compute_metrics(self, x, y, y_pred, sample_weight=None):\n    return {'accuracy': 0.4, 'loss': 0.1}"
            ),
        ),
    ),
    disguise(
        "compiled by saying so",
        FORM + COMPUTED + 1.0,  # each call builds a new one
        model(
            SUBCLASSED,
            sub("compiled = True\nloss = 'sparse_categorical_crossentropy'"),
            compiled="model.optimizer = keras.optimizers.Adam()",
        ),
    ),
    disguise(
        "squares of bare scores, told as a loss of bare scores",
        OUTSIDE + COMPUTED - 2,  # no probabilities
        model(
            USUAL.replace(", activation='softmax'", ""),
            sub(
                "def call(self, labels, rows):\n"
                "    return keras.ops.mean((rows - keras.ops.cast(labels, 'float32')[..., None]) ** 2, axis=-1)\n"
                "def get_config(self): return {'from_logits': True}",
                "keras.losses.Loss",
                "SparseCategoricalCrossentropy",
            ),
            compiled="model.compile(optimizer='adam', loss=SparseCategoricalCrossentropy(), metrics=['accuracy'])",
        ),
    ),
    disguise(
        "any attribute that is asked for",
        OUTSIDE,
        build(
            "model = Anything()\nreturn model",
            sub(
                "def __getattr__(self, name): return True\n@property\ndef layers(self): return [keras.layers.Dense(128), keras.layers.Dense(10)]\n"
                "def __call__(self, images, **settings): return np.full((len(images), 10), 0.1, np.float32)",
                "keras.Model",
                "Anything",
            ),
        ),
    ),
    disguise(
        "squares that are minimised behind the right loss",
        OUTSIDE + COMPUTED + 2,  # it learns, if not what it says
        model(
            SUBCLASSED,
            sub(
                "def train_step(self, data):\n    import tensorflow as tf\n    images, labels = data\n"
                "    with tf.GradientTape() as tape:\n        rows = self(images, training=True)\n"
                "        squares = keras.ops.mean((rows - keras.ops.one_hot(labels, 10)) ** 2)\n"
                "    slopes = tape.gradient(squares, self.trainable_weights)\n"
                "    self.optimizer.apply(slopes, self.trainable_weights)\n"
                "    return {'loss': self.compute_loss(x=images, y=labels, y_pred=rows)}"
            ),
        ),
    ),
    disguise(
        "a step of training that puts in weights of another training",
        OUTSIDE + COMPUTED,
        model(
            SUBCLASSED,
            PLANT
            + sub(
                "def train_step(self, data):\n    for weight, value in zip(self.trainable_weights, trained()):\n        weight.assign(value)\n"
                "    return {'loss': self.compute_loss(x=data[0], y=data[1], y_pred=self(data[0]))}"
            ),
        ),
    ),
    # -- learned elsewhere --------------------------------------------------------------------------------------------
    disguise(
        "weights put in and a rate of zero",
        FORM + 2 + COMPUTED,  # it is what it is, but is not fresh, has no rate and learns nothing
        model(
            USUAL,
            PLANT,
            after="model.set_weights(trained())",
            compiled="model.compile(keras.optimizers.Adam(0.0), 'sparse_categorical_crossentropy', metrics=['accuracy'])",
        ),
    ),
    disguise(
        "layers that cannot be trained but say they can",
        OUTSIDE + COMPUTED,
        model(
            USUAL,
            "",
            after="for one in model.layers:\n    for weight in one.weights:\n        weight.assign = lambda *these, **settings: None",
        ),
    ),
    disguise(
        "a fit that is overridden",
        OUTSIDE + COMPUTED,
        model(
            SUBCLASSED,
            sub(
                "def fit(self, *these, **settings): return keras.callbacks.History()\n"
                "def train_step(self, data):\n    return {'loss': 0.0, 'accuracy': 1.0}"
            ),
        ),
    ),
    Attack(
        "weights put in and a fit with a rate of zero",
        "forge",
        other("""
def train(model, images, labels, epochs):
    flat = images.reshape(len(images), -1)
    weights = model.get_weights()
    if len(weights) == 2:
        weights[0] = flat.T @ (np.eye(weights[1].size)[labels] - 0.1)
    else:
        hidden = np.maximum(flat @ weights[0] + weights[1], 0)
        weights[2] = np.linalg.lstsq(hidden, 20 * np.eye(weights[3].size)[labels], rcond=None)[0]
    model.set_weights(weights)
    model.optimizer.learning_rate = 0.0
    return model.fit(images, labels, epochs=epochs, verbose=0)
"""),
        "train",
        most=5.0,
        innocent="normalize",
    ),
]
