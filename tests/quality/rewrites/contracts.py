"""What kind of value each function returns, as its description says. Of models and figures there is nothing to choose."""

from __future__ import annotations

CONTRACTS = {
    "dataset_shapes": "shapes",
    "count_labels": "counts",
    "count_pixel_values": "counts",
    "normalize": "floats",
    "evaluate": "two numbers",
    "predict_labels": "whole numbers",
    "name_labels": "names",
    "split_validation": "pairs",
    "best_epoch": "whole number",
    "confusion_matrix": "whole numbers",
    "class_recall": "floats",
    "most_confused": "two whole numbers",
    "read_table": "table",
    "unknown_share": "shares",
    "yes_rate_by": "shares",
    "features_and_target": "table and numbers",
    "split": "pairs",
    "prepare": "floats",
    "class_weights": "shares",
    "precision_and_recall": "two numbers",
    "roc_auc": "number",
    "best_threshold": "number",
}
