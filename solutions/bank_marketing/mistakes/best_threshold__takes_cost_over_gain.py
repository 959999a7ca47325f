"""You returned cost divided by gain. That is the best threshold only if the probabilities are the true
chances; here the profit of each threshold is counted from the answers."""


def best_threshold(target, probabilities, cost, gain):
    return cost / gain
