"""Trains the judge's own networks with TensorFlow's kernels. Runs in a worker that holds no student's code.

What Keras does in a step for such a network (gradients of the mean cross-entropy, adam) in a third less time: adam is one
kernel for each array here, and no metrics are kept.
"""

from __future__ import annotations

import numpy as np

ALIGNED = 64  # bytes; TensorFlow computes with nothing else
BETA, BETA_SQUARES, EPSILON = 0.9, 0.999, 1e-7  # of adam, as Keras has them


class NetworkTrainer:
    """Trains one network of the judge's after the other by the same lessons.

    Networks of the same build share what was traced. Each begins with its own weights and a blank optimizer, so it comes
    to the same bits as if it were the only one.

    Args:
        images: float32, shape (images, rows, columns); labels: int, shape (images,).
    """

    def __init__(self, images: np.ndarray, labels: np.ndarray) -> None:
        import tensorflow as tf

        self.count = len(images)
        self.images = _seen(np.asarray(images, np.float32).reshape(self.count, -1))
        self.labels = tf.constant(np.asarray(labels, np.int32))
        self.known: dict[str, _Lessons] = {}

    def train(self, network: dict, epochs: int, batch_size: int, seed: int) -> list[np.ndarray]:
        """Trains it on batches that are shuffled again for each epoch.

        Args:
            network: from ``network.Network.to_wire``: relu layers, and a last one that gives softmax or bare scores.

        Returns:
            The weights, in order.

        Raises:
            ValueError: it is another kind of network, or there is no batch.
        """
        import tensorflow as tf

        *hidden, last = [activation for _kernel, _bias, activation in network["layers"]]
        if set(hidden) - {"relu"} or (last, network["from_logits"]) not in {("softmax", False), ("linear", True)}:
            raise ValueError(f"not a network that can be trained here: {hidden}, {last}")
        if batch_size < 1:
            raise ValueError("a batch needs an image")
        weights = [weight for kernel, bias, _activation in network["layers"] for weight in (kernel, bias)]
        build = repr(([weight.shape for weight in weights], network["learning_rate"], batch_size))
        if build not in self.known:
            self.known[build] = _Lessons(self.images, self.labels, weights, network["learning_rate"], batch_size)
        lessons = self.known[build]
        lessons.begin(weights)
        shuffle = np.random.default_rng(seed)
        for _epoch in range(epochs):
            lessons.epoch(tf.constant(shuffle.permutation(self.count), tf.int32))
        return [weight.numpy() for weight in lessons.weights]


class _Lessons:
    """One build of networks: its variables, and one epoch as a traced function of the images' order."""

    def __init__(self, images, labels, weights: list[np.ndarray], rate: float, batch_size: int) -> None:
        import tensorflow as tf

        self.images, self.labels = images, labels
        self.rate, self.batch_size = rate, batch_size
        self.weights, self.means, self.squares = ([tf.Variable(tf.zeros(one.shape)) for one in weights] for _ in "123")
        self.powers = [tf.Variable(1.0), tf.Variable(1.0)]  # of the betas: one more for each step
        self.epoch = tf.function(self._epoch, autograph=False)

    def begin(self, weights: list[np.ndarray]) -> None:
        for variable, value in zip(self.weights, weights, strict=True):
            variable.assign(value)
        for variable in (*self.means, *self.squares):
            variable.assign(np.zeros(variable.shape, np.float32))
        for power in self.powers:
            power.assign(1.0)

    def _epoch(self, order) -> None:
        import tensorflow as tf

        steps = -(-len(self.images) // self.batch_size)

        def step(number):
            rows = order[number * self.batch_size : (number + 1) * self.batch_size]
            with tf.control_dependencies(self._step(tf.gather(self.images, rows), tf.gather(self.labels, rows))):
                return (number + 1,)

        tf.while_loop(lambda number: number < steps, step, (tf.constant(0),), parallel_iterations=1)

    def _step(self, images, labels) -> list:
        """One step of adam on a batch."""
        import tensorflow as tf

        gradients = _gradients([weight.value() for weight in self.weights], images, labels)
        mean_power, square_power = (
            power.assign(power * beta) for power, beta in zip(self.powers, (BETA, BETA_SQUARES), strict=True)
        )
        return [
            tf.raw_ops.ResourceApplyAdam(
                var=weight.handle,
                m=mean.handle,
                v=square.handle,
                beta1_power=mean_power,
                beta2_power=square_power,
                lr=self.rate,
                beta1=BETA,
                beta2=BETA_SQUARES,
                epsilon=EPSILON,
                grad=gradient,
            )
            for weight, mean, square, gradient in zip(self.weights, self.means, self.squares, gradients, strict=True)
        ]


def _seen(images: np.ndarray):
    """An array as a tensor, where it can without a copy: of 60,000 images that takes half a second."""
    import tensorflow as tf

    if not images.flags.writeable or images.ctypes.data % ALIGNED:
        return tf.constant(images)
    return tf.experimental.dlpack.from_dlpack(images.__dlpack__())


def _gradients(weights: list, images, labels) -> list:
    """How the mean cross-entropy changes with each weight, by backpropagation (as ``network.Network.gradients``)."""
    import tensorflow as tf

    layers = list(zip(weights[::2], weights[1::2], strict=True))
    inputs = [images]
    for kernel, bias in layers[:-1]:
        inputs.append(tf.nn.relu(inputs[-1] @ kernel + bias))
    kernel, bias = layers[-1]
    scores = inputs[-1] @ kernel + bias
    _loss, blame = tf.raw_ops.SparseSoftmaxCrossEntropyWithLogits(features=scores, labels=labels)
    blame = blame / tf.cast(tf.shape(labels)[0], tf.float32)
    found = []
    for place in range(len(layers) - 1, -1, -1):
        found[:0] = [tf.matmul(inputs[place], blame, transpose_a=True), tf.reduce_sum(blame, axis=0)]
        if place:
            blame = tf.matmul(blame, layers[place][0], transpose_b=True)
            blame = tf.raw_ops.ReluGrad(gradients=blame, features=inputs[place])
    return found
