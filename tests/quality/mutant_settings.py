"""What ``mutants`` puts in the place of what: settings of networks, functions of libraries, dtypes. All of it is source text."""

# a setting of a call -> what takes the place of its value
SETTINGS = {
    "activation": ['"relu"', '"sigmoid"', '"tanh"', '"linear"', '"softmax"'],
    "loss": [
        '"sparse_categorical_crossentropy"',
        '"categorical_crossentropy"',
        '"binary_crossentropy"',
        '"mean_squared_error"',
        '"hinge"',
        "keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
        "keras.losses.BinaryCrossentropy(from_logits=True)",
    ],
    "optimizer": [
        '"adam"',
        '"sgd"',
        '"rmsprop"',
        '"adagrad"',
        "keras.optimizers.Adam(1e-6)",
        "keras.optimizers.Adam(1.0)",
        "keras.optimizers.Adam(-0.001)",
    ],
    "metrics": ["[]", '["accuracy"]', '["mse"]', '["AUC"]', '["categorical_accuracy"]', '["top_k_categorical_accuracy"]'],
    "monitor": ['"loss"', '"val_accuracy"', '"accuracy"'],
    "axis": ["0", "1", "None"],
    "minlength": ["1", "10"],
}
# a call -> what it is given in addition
ADDED = {
    "fit": [
        "batch_size=1",
        "batch_size=1000",
        "shuffle=False",
        "validation_split=0.5",
        "steps_per_epoch=1",
        "initial_epoch=1",
        "class_weight={number: 1.0 + number for number in range(10)}",
    ],
    "EarlyStopping": ['mode="max"', "min_delta=0.5", "start_from_epoch=3", "baseline=0.0"],
    "evaluate": ["steps=1", "batch_size=1", "return_dict=True"],
    "predict": ["steps=1", "batch_size=1"],
    "imshow": ['origin="lower"', "vmin=0, vmax=1", "alpha=0.0"],
    "read_csv": ["index_col=0", "header=None", "nrows=100", "dtype=str", "skiprows=1", "quoting=3"],
}
DTYPES = ['"float16"', '"float64"', '"uint8"', '"int32"', '"bool"']
TYPES = {"int": ["np.uint8", "float", "bool"], "float": ["int", "np.float16"], "bool": ["int"]}
# a function -> those that are taken for it
PARTNERS = {
    "nanargmin": ["argmin", "nanargmax"],
    "argmax": ["max"],
    "mean": ["sum", "median"],
    "sum": ["mean", "max"],
    "std": ["var", "mean"],
    "permutation": ["shuffle"],
    "default_rng": ["RandomState"],
    "axhline": ["axvline"],
    "axvline": ["axhline"],
    "set_xlabel": ["set_title", "set_ylabel"],
    "set_ylabel": ["set_xlabel"],
    "set_xticks": ["set_yticks"],
    "set_yticks": ["set_xticks"],
    "bar": ["barh", "plot"],
    "sorted": ["list"],
    "round": ["int"],
    "count_nonzero": ["any", "size"],
    "unique": ["sort"],
    "hstack": ["vstack"],
    "diagonal": ["max"],
    "MaxPooling2D": ["GlobalMaxPooling2D"],
    "Conv2D": ["DepthwiseConv2D"],
}
# settings of a figure's looks, which no page asks for
LOOKS = {"figsize", "fontsize", "rotation", "ha", "va", "layout", "linestyle", "marker", "cmap", "color", "fmt", "fontweight", "label"}
