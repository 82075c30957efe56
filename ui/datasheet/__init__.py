"""The datasheet of the project: looked at, then saved."""
