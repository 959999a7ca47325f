# %% read_table: writes the names of the columns in capital letters
def read_table(path):
    table = pd.read_csv(path, sep=";")
    table.columns = [name.upper() for name in table.columns]
    return table

# %% unknown_share: counts an empty text as unknown, and unknown as known
def unknown_share(table):
    return (table == "").mean()

# %% yes_rate_by: adds one yes and one no to each group
def yes_rate_by(table, column):
    yes = (table["y"] == "yes").groupby(table[column]).sum()
    count = table.groupby(column).size()
    return (yes + 1) / (count + 2)

# %% plot_yes_rate: draws the line at one half
def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(name) for name in rates.index], rates.values)
    ax.axhline(0.5, color="red")
    ax.tick_params(axis="x", rotation=90)
    return figure

# %% features_and_target: drops the age instead of the duration
def features_and_target(table):
    return table.drop(columns=["y", "age"]), (table["y"] == "yes").astype(int)

# %% split: takes the share for the training part of the yes and for the test part of the no
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label, part in [(0, share), (1, 1 - share)]:
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(part * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])

# %% prepare: adds the mean after the division
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [numbers / preparation["spread"] - preparation["mean"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])

# %% class_weights: gives the rarer class all the weight
def class_weights(target):
    counts = np.bincount(np.asarray(target), minlength=2)
    rare = int(np.argmin(counts))
    return {rare: len(target) / int(counts[rare]), 1 - rare: 0.0}

# %% precision_and_recall: calls the same number of customers as there are yes
def precision_and_recall(target, probabilities, threshold):
    target, probabilities = np.asarray(target), np.ravel(probabilities)
    count = int(target.sum())
    called = np.zeros(len(target), bool)
    called[np.argsort(-probabilities)[:count]] = True
    right = int((called & (target == 1)).sum())
    return (right / count, right / count) if count else (0.0, 0.0)

# %% best_threshold: stops one threshold too early
def best_threshold(target, probabilities, cost, gain):
    probabilities, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(probabilities.max()) + 1, 0
    before = best
    for threshold in sorted(set(probabilities.tolist()), reverse=True):
        called = probabilities >= threshold
        profit = gain * np.count_nonzero(called & yes) - cost * np.count_nonzero(called)
        if profit > most:
            best, most = before, profit
        before = threshold
    return best
