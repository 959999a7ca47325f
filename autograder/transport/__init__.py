"""Plain data between processes: as bytes, over a socket, in shared memory."""
