"""Many submissions: one process, several, or a cluster."""
