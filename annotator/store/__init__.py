"""The project folder on disk: the only part that opens TinyDB files and the only one that writes durable bytes."""
