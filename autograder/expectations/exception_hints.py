"""What well-known exceptions mean, as sentences a beginner can act on. Each is held to a real exception by a test.

No sentence repeats a part of the exception's own text: a page could put hidden inputs into it.
"""

import re
from collections.abc import Collection

from autograder.core.languages import message

# What old books and pages show, and what Keras 3 and NumPy 2 have in its place: (pattern in the exception's text, sentence).
IN_ITS_PLACE = [
    # -- methods of Keras's models
    (r"'predict_classes'", message("predict_classes was removed from Keras. predict gives the probabilities, one row for each image; the position of the largest one in each row is the class.")),
    (r"'predict_proba'", message("predict_proba was removed from Keras. predict gives the probabilities.")),
    (r"'(fit|evaluate|predict)_generator'", message("fit_generator, evaluate_generator and predict_generator were removed from Keras. fit, evaluate and predict accept arrays and generators.")),
    (r"'reset_states'", message("reset_states was removed from Keras. Values that are measured again in each call need no reset.")),
    # -- optimizers
    (r"^'\w+' object has no attribute 'lr'", message("The learning rate is now spelled out: optimizer.learning_rate.")),
    (r"Argument\(s\) not recognized: \{'lr'", message("The learning rate is now spelled out: learning_rate.")),
    (r"'keras\.(api\.|_tf_keras\.)?(keras\.)?optimizers' has no attribute '[a-z]\w*'|cannot import name '\w+_v2' from '[\w.]*optimizers'|No module named '[\w.]*optimizer_v2", message("Optimizers are classes with a capital letter in keras.optimizers: keras.optimizers.Adam(). Older names, such as adam_v2, were removed.")),
    # -- modules of Keras
    (r"np_utils", message("np_utils was removed from Keras. Its functions are in keras.utils: keras.utils.to_categorical.")),
    (r"ImageDataGenerator|keras\.preprocessing\.text", message("Most of keras.preprocessing was removed from Keras. You do not need it here: the images are arrays.")),
    (r"keras\.wrappers", message("keras.wrappers was removed from Keras. A Keras model itself has fit, evaluate and predict.")),
    (r"No module named 'keras\.(engine|legacy|python|src\.engine)", message("This is an internal part of an old Keras. Everything you need is in keras.layers, keras.models, keras.optimizers and keras.utils.")),
    (r"module '[\w.]*keras\.backend' has no attribute", message("Most of keras.backend was removed from Keras. Use NumPy for arrays and keras.ops for tensors.")),
    (r"'(merge|multi_gpu_model|Merge|MaxoutDense|Highway|CuDNNLSTM|CuDNNGRU)'", message("This was removed from Keras. Dense layers in a Sequential are all you need here.")),
    # -- arguments of Keras's functions
    (r"unexpected keyword argument 'nb_epochs?'", message("nb_epoch is now called epochs.")),
    (r"unexpected keyword argument '(workers|use_multiprocessing|max_queue_size)'", message("fit, evaluate and predict no longer take workers, use_multiprocessing or max_queue_size. Leave it out.")),
    (r"unexpected keyword argument 'reset_metrics'", message("train_on_batch no longer takes reset_metrics. Leave it out.")),
    (r"unexpected keyword argument 'show_accuracy'", message("Ask for the accuracy when you compile the model: metrics=[\"accuracy\"].")),
    # -- NumPy
    (r"module 'numpy' has no attribute '(int|float|object|str|long|unicode)'", message("NumPy no longer has its own names for Python's types. Write int, float or str without np, or np.int64, np.float64.")),
    (r"np\.(float|complex|unicode|string)_. was removed", message("NumPy 2 has no such name. Write np.float64, np.complex128 or np.str_.")),
    (r"np\.(Inf|Infinity|infty|PINF|NINF|NaN)\W.* was removed", message("NumPy 2 has only one name for each: np.inf and np.nan.")),
    (r"(np\.|attribute ')(alltrue|sometrue|product|cumproduct|in1d|trapz|asfarray|round_|row_stack)\b", message("NumPy 2 has no such function. Use the new name instead: np.all, np.any, np.prod, np.cumprod, np.isin, np.trapezoid, np.asarray, np.round, np.vstack.")),
]  # fmt: skip
REMOVED = [
    (kind, pattern, sentence)
    for pattern, sentence in IN_ITS_PLACE
    for kind in ("AttributeError", "ImportError", "TypeError", "ValueError")
]

# (exception's name, pattern in its text, what it means). The first that fits is said: the special before the general.
TRANSLATIONS = [
    *REMOVED,
    # -- Python ---------------------------------------------------------------------------------------------------
    ("AttributeError", r"partially initialized module|most likely due to a circular import", message("Is one of your own files named like a library, keras.py for example? Then it is imported in the library's place: rename it.")),
    ("ImportError", r"partially initialized module|most likely due to a circular import", message("Is one of your own files named like a library, keras.py for example? Then it is imported in the library's place: rename it.")),
    ("TypeError", r"unhashable type: '?numpy\.ndarray", message("A whole array cannot be a key, and it cannot be counted as one item. Did you forget quotes around a name? Or did you loop over an array with two axes? Its items are whole rows.")),
    ("UFuncTypeError", r"Cannot cast ufunc", message("That array can hold only whole numbers, so the result of a division does not fit back into it. Make a new array.")),
    ("UFuncOutputCastingError", r"Cannot cast ufunc", message("That array can hold only whole numbers, so the result of a division does not fit back into it. Make a new array.")),
    ("_UFuncOutputCastingError", r"Cannot cast ufunc", message("That array can hold only whole numbers, so the result of a division does not fit back into it. Make a new array.")),
    ("ValueError", r"not enough values to unpack \(expected (\d+), got (\d+)\)", message("There are fewer values than names on the left. Look at what it contains, from the outside in.")),
    ("ValueError", r"too many values to unpack", message("There are more values than names on the left. Look at what it contains, from the outside in.")),
    ("TypeError", r"cannot unpack non-iterable (float|int|numpy)", message("There is a single value where several are expected. Did you ask for the accuracy when you compiled the model?")),
    ("TypeError", r"cannot unpack non-iterable NoneType", message("There is None where several values are expected. Does the function that you call there return a value?")),
    ("TypeError", r"cannot unpack non-iterable (\w+)", message("There is a single value where several are expected. Print it to see what it is.")),
    ("TypeError", r"'NoneType' object is not (subscriptable|iterable|callable)|of type 'NoneType' has no len|'NoneType'.* and |and 'NoneType'", message("Something is None here. Is a return missing, or was a method called that changes its object in place and returns nothing?")),
    ("TypeError", r"'tuple' object is not callable", message("A tuple, a shape for example, is a value: parentheses after it call nothing. Square brackets take one of its items.")),
    ("TypeError", r"'(numpy\.ndarray|list|dict|Counter|Series|DataFrame)' object is not callable", message("Parentheses call a function. To take an item from an array, a list or a dictionary, use square brackets.")),
    ("TypeError", r"'(int|float|str|module|numpy\.\w+)' object is not callable", message("The name before the parentheses is not a function. Did you use this name for a value earlier, or is an operator missing?")),
    ("TypeError", r"'(builtin_function_or_method|method|function|type)' object is not (subscriptable|iterable)|'(builtin_function_or_method|method|function)'.* and |and '(builtin_function_or_method|method|function)'", message("This is the function itself, not its result: the parentheses that call it are missing.")),
    ("TypeError", r"'History' object is not subscriptable", message("fit returns an object; the numbers are in its dictionary named history.")),
    ("TypeError", r"object is not subscriptable", message("Square brackets take an item from an array, a list or a dictionary, but this is a single value. Print it to see what it is.")),
    ("TypeError", r"object is not iterable", message("You cannot loop over a single value. Print it to see what it is: did you mean range(…) of it?")),
    ("TypeError", r"'numpy\.\w+' object cannot be interpreted as an integer|'float' object cannot be interpreted as an integer|'str' object cannot be interpreted as an integer", message("A whole number is needed here. / gives a float even if there is no remainder; // gives a whole number.")),
    ("TypeError", r"(tuple|list) indices must be integers or slices, not str", message("A key in quotes belongs to a dictionary, but this is a list or a tuple: its items are numbered from 0.")),
    ("TypeError", r"slice indices must be integers", message("Where a slice begins and ends is a whole number of type int. / and np.round give floats; // and int(…) give whole numbers.")),
    ("TypeError", r"list indices must be integers|tuple indices must be integers", message("An index of a list is a whole number. If you need arithmetic or several indices at once, make an array of it first.")),
    ("IndexError", r"only integers, slices", message("An index of an array is a whole number. / gives a float even if there is no remainder; // gives a whole number.")),
    ("TypeError", r"can only concatenate str|unsupported operand type\(s\) for \+: '(?:int|float|numpy\.\w+)' and 'str'", message("Text and a number cannot be added. Turn the number into text first: use str(…), or an f-string around both.")),
    ("TypeError", r"'[<>]=?' not supported between", message("Values of different kinds have no order: a text and a number, for example, or a text and NaN. Print what you compare or sort.")),
    ("TypeError", r"unsupported operand type.*'(list|dict|Counter|tuple|str)'|'(list|dict|Counter|tuple|str)'.*and", message("This arithmetic does not work on whole lists, dictionaries or texts. It works on NumPy arrays.")),
    ("TypeError", r"missing \d+ required (positional|keyword-only) argument", message("This function needs one more argument. Its description says what belongs between the parentheses.")),
    ("TypeError", r"takes (from )?\d+.* positional arguments? but \d+ (was|were) given", message("This function got more arguments than it accepts. Do several of them belong together in one list or tuple?")),
    ("TypeError", r"unexpected keyword argument '(\w+)'|got some positional-only arguments|is an invalid keyword argument", message("This function has no argument with this name. Look for a typing mistake, or for a name that has changed.")),
    ("AttributeError", r"unexpected keyword argument", message("This function has no argument with this name. Look for a typing mistake, or for a name that has changed.")),
    ("AttributeError", r"module '(?:tensorflow\.)?keras' has no attribute '[A-Z]", message("Layers are in keras.layers, optimizers in keras.optimizers, losses in keras.losses, metrics in keras.metrics: put that before the name.")),
    ("AttributeError", r"module 'tensorflow' has no attribute '(Session|placeholder|get_default_graph|global_variables_initializer|ConfigProto|set_random_seed|reset_default_graph|layers|contrib)'", message("This is from TensorFlow 1. Keras needs no session and no placeholder: a model is built from layers, and fit, evaluate and predict run it.")),
    ("AttributeError", r"module '(tensorflow\.)?(\w+\.)*keras[\w.]*' has no attribute '(engine|core|convolutional|normalization|np_utils|legacy|wrappers|preprocessing)'", message("Keras no longer has this internal module: all layers are in keras.layers, and Model and Sequential are in keras itself.")),
    ("AttributeError", r"module '.*' has no attribute '(\w+)'", message("This library has nothing with this name. Look for a typing mistake, or for a name that changed between versions.")),
    ("AttributeError", r"'numpy\.ndarray' object has no attribute '(\w+)'", message("NumPy arrays have no such method. If you took it from an array of axes, one index gives a whole row of axes.")),
    ("AttributeError", r"'(tuple|list)' object has no attribute '(shape|dtype|ndim|size|astype|reshape|ravel|flatten|max|min)'", message("Only arrays have this, but this is a tuple or a list. Take the array out of it first: look from the outside in.")),
    ("AttributeError", r"'NoneType' object has no attribute", message("Something is None here. A method that changes its object in place returns None.")),
    ("AttributeError", r"KerasTensor.* has no attribute", message("You passed the output of the network, not the network.")),
    ("AttributeError", r"object has no attribute", message("This object has nothing with this name. Look for a typing mistake, and print type(…) of it: is it what you think it is?")),
    ("UnboundLocalError", r"", message("The function gives this name a value only later, or only under a condition that was false. Give it a value before you use it.")),
    ("KeyError", r"not found in axis", message("No row or column has this label. drop looks among the labels of the rows, unless you say columns=…: which of the two do you mean?")),
    ("KeyError", r"^'(val_)?acc'$", message("The accuracy has the name that you used when you compiled the model: with metrics=[\"accuracy\"] it is accuracy.")),
    ("KeyError", r"^(np\.\w+\()?-?\d+\)?$", message("There is no such key. Print list(….keys()) of it to see which there are. In a Series, a number in square brackets is a label; .iloc[…] takes a position.")),
    ("KeyError", r"", message("There is no such key. Print list(….keys()) of it to see which there are: those of a dictionary, or the columns of a table.")),
    ("ZeroDivisionError", r"", message("Something is divided by zero. What is the divisor when there is nothing to count?")),
    ("RuntimeError", r"changed size during iteration|mutated during iteration", message("A dictionary must not grow or shrink while you loop over it. Loop over list(…) of it.")),
    ("TypeError", r"object of type '(?:int|float|bool|numpy\.\w+)' has no len", message("A single value has no length. Print it to see what it is.")),
    ("TypeError", r"unhashable type: 'list'", message("A list cannot be a key, and it cannot be counted as one item. Do you count something with two axes? Then its items are whole rows: make one long row of it first.")),
    ("TypeError", r"cannot convert dictionary update sequence", message("dict(…) makes a dictionary from pairs of a key and a value, but these are single values.")),
    # -- NumPy ----------------------------------------------------------------------------------------------------
    ("TypeError", r"ufunc 'bitwise_(?:xor|or|and)' not supported", message("^, | and & work on single bits of whole numbers. Write a power with two stars.")),
    ("TypeError", r"ufunc '\w+' not supported for the input types", message("One of the two is not a number. Print both: a value in quotes is text, and a list of lists can contain anything.")),
    ("UFuncTypeError", r"did not contain a loop with signature", message("Text and a number cannot be added. Turn the number into text first: use str(…), or an f-string around both.")),
    ("_UFuncNoLoopError", r"did not contain a loop with signature", message("Text and a number cannot be added. Turn the number into text first: use str(…), or an f-string around both.")),
    ("OverflowError", r"out of bounds for u?int", message("That number does not fit into the array's type: eight bits without a sign hold 0 to 255.")),
    ("TypeError", r"data type '.*' not understood", message("NumPy has no type with this name. Look for a typing mistake.")),
    ("TypeError", r"Cannot interpret '.*' as a data type", message("A shape with several axes is one argument: put its lengths in parentheses.")),
    ("AxisError", r"", message("The array has fewer axes than that. Axes are counted from 0: look at its shape.")),
    ("IndexError", r"too many indices for array", message("There are more indices than the array has axes. Look at its shape.")),
    ("IndexError", r"invalid index to scalar variable", message("This is already a single number, and you index it again. Remove one index.")),
    ("IndexError", r"boolean index did not match", message("The condition and the array must have the same number of items.")),
    ("IndexError", r"arrays used as indices must be of integer", message("Indices are whole numbers (or a condition of True and False), but these are floats.")),
    ("IndexError", r"out[ -]of[ -]bounds|index out of range", message("The last index is length - 1.")),
    ("ValueError", r"cannot reshape array of size", message("The new shape must hold exactly as many numbers as the old one: multiply its lengths.")),
    ("ValueError", r"operands could not be broadcast together|shape mismatch: objects cannot be broadcast", message("The two have different shapes. Print both shapes: which axis is missing in one of them?")),
    ("ValueError", r"object too deep for desired array", message("One row of numbers is expected here, but this has more axes. Make one long row of it first.")),
    ("ValueError", r"inhomogeneous", message("The parts have different lengths, so they cannot become an array.")),
    ("ValueError", r"could not broadcast input array|setting an array element with a sequence", message("The value that you assign has a different shape from its target. Print both shapes.")),
    ("ValueError", r"must have same first dimension|must be the same (size|length)|must be of the same length|must have the same length", message("Each value on one axis needs one value on the other, but their numbers differ.")),
    ("ValueError", r"could not convert string to float|invalid literal for int|Unable to parse string", message("There is text where a number is needed. (A decimal number has a point, not a comma.)")),
    ("TypeError", r"only (length-1|0-dimensional) arrays can be converted|only integer scalar arrays", message("There is a whole array where one number is needed.")),
    ("ValueError", r"zip\(\) argument", message("The things that zip walks over have different lengths.")),
    ("ValueError", r"is not in list|x not in", message("There is no such item in it. Print it to see which there are.")),
    ("ValueError", r"Unknown format code", message("This format does not fit the value: d is for whole numbers, .2f and .0% are for numbers.")),
    ("TypeError", r"bad operand type for unary", message("A sign before a value works on numbers only. Print the value: is it a text?")),
    ("ValueError", r"truth value of an array", message("Comparing arrays gives one answer for each element. Which single answer do you need?")),
    ("ValueError", r"all (the )?input array", message("The arrays have different shapes, so they cannot be put together. Print the shape of each.")),
    ("ValueError", r"empty sequence|argument is empty|zero-size array", message("There is nothing to choose from: it is empty. Print it in the line before.")),
    ("ValueError", r"All-NaN", message("Everything here is NaN, so nothing is the smallest or the largest.")),
    ("ValueError", r"cannot convert float NaN|Cannot convert non-finite", message("NaN cannot become a whole number. Where does it come from: is something missing, or divided by zero?")),
    ("ValueError", r"at least 2-d", message("A matrix with rows and columns is needed here. Look at the shape of what you pass.")),
    ("ValueError", r"larger sample than population", message("More are to be drawn than there are. How many do you ask for, and out of how many?")),
    ("TypeError", r"expected a sequence of integers or a single integer", message("A whole number is needed here. A share times a number is a float; round(…) and int(…) give whole numbers.")),
    ("TypeError", r"Cannot cast array data from dtype\('float", message("Whole numbers are needed here, but these are floats. // and .astype(int) give whole numbers.")),
    # -- pandas ---------------------------------------------------------------------------------------------------
    ("ValueError", r"truth value of a (Series|DataFrame|Index)", message("Comparing a column gives one answer for each row, but if, and, or and not need a single one. Between two comparisons, & and | work row by row: put parentheses around each comparison.")),
    ("TypeError", r"Cannot perform '\w+_' with", message("& and | go before comparisons, as * goes before +. Put parentheses around each comparison.")),
    ("TypeError", r"Cannot perform reduction|does not support operation", message("This cannot be calculated from texts. Turn them into numbers first, or take the columns of numbers only.")),
    ("InvalidIndexError", r"", message("Square brackets of a table take the name of a column, or a condition. .loc[row, column] takes labels, and .iloc[row, column] takes positions.")),
    ("ValueError", r"columns passed, passed data had", message("A row has another number of values than there are names of columns. Print the longest row: was something divided that belongs together?")),
    ("ValueError", r"Length of values .* does not match length of index", message("A new column needs one value for each row of the table.")),
    ("ValueError", r"identically-labeled", message("The rows of the two have different labels. Compare only what they contain: .to_numpy() gives it without the labels.")),
    ("IndexingError", r"Unalignable", message("The rows of the condition and of the table have different labels. Is the condition made from another table?")),
    ("ValueError", r"Item wrong length", message("A condition must have one answer for each row of the table.")),
    ("ValueError", r"duplicate labels", message("Several rows have the same label, so it is not clear which one is meant. reset_index(drop=True) numbers them again.")),
    ("TypeError", r"argument must be a string.* or a real number", message("float(…) and int(…) take a single number. Print what you pass to it: is it a whole column, or None?")),
    ("ParserError", r"", message("A line of the file has another number of values than the first one. Which character separates the columns?")),
    # -- Matplotlib -----------------------------------------------------------------------------------------------
    ("RuntimeError", r"No mappable was found", message("The colour bar needs an image: draw the image first, and pass it to the colour bar.")),
    ("ValueError", r"Unable to determine Axes to steal space", message("Tell the colour bar which axes it belongs to: ax=…")),
    ("TypeError", r"the dtypes of parameters .* are incompatible", message("A chart needs numbers, but one of these is something else. Print them: are the parentheses of a method missing?")),
    ("ValueError", r"num must be an integer with 1 <= num <= (\d+), not (?!0\b|-)", message("The grid has fewer places: the loop runs too often. How many places are there, and how many images?")),
    ("ValueError", r"num must be an integer with 1 <= num", message("Places in a grid of subplots are counted from 1, images from 0.")),
    ("TypeError", r"Invalid shape .* for image data", message("An image has two axes, rows and columns. Look at the shape of what you draw.")),
    ("TypeError", r"Image data of dtype .* cannot be converted", message("imshow draws an array of numbers. Print what you pass to it: is it the image, or something that contains it?")),
    ("ValueError", r"is not a valid value for cmap", message("Matplotlib has no colour map with this name. Look for a typing mistake.")),
    # -- Keras ----------------------------------------------------------------------------------------------------
    ("ValueError", r"You must call `?compile", message("The model does not know yet what to minimise: compile it first.")),
    ("ValueError", r"Argument `output` must have rank.*target\.shape=\([^()]*, \d", message("Each of these labels is a row of numbers, but the sparse loss expects a single number for each image.")),
    ("ValueError", r"Argument `output` must have rank|must have the same rank|rank \(ndim\)", message("The output of the network and the labels do not fit together. Look at model.output_shape, and at which loss and metrics go with labels that are single numbers.")),
    ("ValueError", r"Arguments `target` and `output` must have the same", message("The loss expects a row of numbers for each label, but the labels are single numbers.")),
    ("InvalidArgumentError", r"label value", message("A label is larger than the number of outputs. How many classes are there?")),
    ("InvalidArgumentError", r"Incompatible shapes|logits and labels", message("The output of the network and the labels do not fit together: one has a row of numbers for each image, the other a single label. Is it the loss or the metric that compares them?")),
    ("ValueError", r"Data cardinality is ambiguous", message("The numbers of labels and images differ: which parts belong together?")),
    ("ValueError", r"Could not interpret (loss|optimizer|metric|activation)", message("Keras has nothing with this name. Look for a typing mistake, or for a class where an object is needed.")),
    ("ValueError", r"Expected `metrics` argument to be a list", message("metrics must be a list, even if there is only one: put it in square brackets.")),
    ("ValueError", r"Argument\(s\) not recognized|Unrecognized keyword arguments", message("There is no argument with this name. Look for a typing mistake, or for a name that has changed.")),
    ("ValueError", r"Unrecognized data type|None values not supported", message("fit and evaluate take the images and the labels as two NumPy arrays.")),
    ("ValueError", r"expects \d+ input\(s\), but it received \d+", message("The images and the labels were passed together, as one argument. Pass them as two.")),
    ("ValueError", r"Only instances of `?keras\.Layer", message("The list may contain only layers. Is there a class without parentheses in it?")),
    ("ValueError", r"Expected `trainable` to be a boolean|Argument `name` must be a string", message("Sequential takes one list: put the layers in square brackets.")),
    ("ValueError", r"invalid value for `units`|Received an invalid value for argument `units`", message("The number of units of a layer is a whole number above 0.")),
    ("ValueError", r"shape with unknown rank", message("predict needs a stack of images, even if there is only one: images[:1] instead of images[0].")),
    ("RuntimeError", r"Can't call numpy\(\) on Tensor that requires grad", message("PyTorch remembers how this tensor was made. keras.ops.convert_to_numpy gives its numbers as an array.")),
    ("TypeError", r"JAX arrays are immutable", message("An array of JAX cannot be changed. Turn it into an array of NumPy first: np.array(…).")),
    ("TracerArrayConversionError", r"traced array", message("While JAX prepares a step of the training there are no numbers yet. In a layer, a loss or a metric use keras.ops in place of NumPy.")),
    ("ValueError", r"KerasTensor (cannot be used|is symbolic)", message("This is a step of a network that is being built, no array yet: functions of TensorFlow and NumPy cannot take it. Use a layer, or the function of that name in keras.ops.")),
    ("ValueError", r"[Ii]nput.* (incompatible|shape)|expected shape|Invalid input shape", message("The shapes do not fit: look at the shape of one image and at what the first layer expects. (None stands for the number of images.)")),
    ("ValueError", r"Cannot convert '.*' to a shape", message("A shape is a tuple, one number for each axis. With a single number it needs a comma: (…,).")),
    ("ValueError", r"convert a value \(None\)", message("Something is None here. Is a return missing, or was a method called that changes its object in place and returns nothing?")),
    ("ValueError", r"Invalid dtype: str|dtype='string' is not a valid dtype", message("There is text where Keras expects numbers.")),
    # -- the rest -------------------------------------------------------------------------------------------------
    ("ModuleNotFoundError", r"'(tensorflow\.)?(python\.)?keras\.layers\.\w+|'keras\.(engine|legacy|backend\.tensorflow_backend)|'tensorflow\.python\.keras", message("Keras no longer has this internal module: all layers are in keras.layers, and Model and Sequential are in keras itself.")),
    ("ModuleNotFoundError", r"'(tensorflow\.)?keras\.(wrappers|preprocessing\.\w+|estimator)|'tensorflow\.(contrib|examples|estimator)", message("Keras and TensorFlow no longer have this part. Everything that this exercise needs is in keras itself.")),
    ("ModuleNotFoundError", r"", message("This package is not installed here. Is its name spelled correctly? Then install it with pip, and tell your instructor that you need it.")),
    ("ImportError", r"(not|n't) (be )?installed|[Pp]lease install|pip install", message("This needs a package that is not installed here; the message names it. Install it with pip, and tell your instructor that you need it. The exercise itself does not need it.")),
    ("ImportError", r"cannot import name '\w+' from '(tensorflow\.)?(python\.)?keras", message("Keras has nothing with this name (any more). Layers are in keras.layers, optimizers in keras.optimizers, Model and Sequential in keras itself.")),
    ("ImportError", r"cannot import name", message("This library has nothing with this name. Look for a typing mistake, or for a name that changed between versions.")),
    ("FileNotFoundError", r"", message("There is no such file. The function gets everything it needs as arguments: if it needs a file, one of them says where the file is.")),
    ("Exception", r"URL fetch failure|urlopen error|Name or service not known|Temporary failure in name resolution", message("There is no network here, and none is needed: the function gets everything as arguments.")),
    ("OSError", r"Read-only file system|Permission denied", message("No file can be written or read there: the function gets everything it needs as arguments.")),
    ("EOFError", r"", message("The function asks for keyboard input. It gets everything it needs as arguments.")),
    ("StdinNotImplementedError", r"", message("The function asks for keyboard input. It gets everything it needs as arguments.")),
    ("RecursionError", r"", message("The function calls itself endlessly.")),
    ("SystemExit", r"", message("The function ends the whole program. Give the result back with return instead.")),
]  # fmt: skip


def meaning(kinds: Collection[str], message: str) -> str:
    """What an exception usually means; empty if that is not known.

    Args:
        kinds: names of its class and of those above. message: its text.
    """
    for kind, pattern, sentence in TRANSLATIONS:
        if kind in kinds and re.search(pattern, message):
            return sentence
    return ""
