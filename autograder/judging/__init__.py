"""One submission: its checks are run, its outcomes explained, its mistakes named."""
