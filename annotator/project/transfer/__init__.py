"""Articles and layers in and out of a project."""
