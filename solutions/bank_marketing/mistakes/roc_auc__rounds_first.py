"""You rounded the probabilities before you compared them, so most pairs became ties. The AUC looks at the
exact order."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    yes, no = np.round(yes), np.round(no)
    return (yes[:, None] > no).mean() + 0.5 * (yes[:, None] == no).mean()
