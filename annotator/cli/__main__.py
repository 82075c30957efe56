"""`python -m annotator.cli`, for when the `hashiya` command is not on the path."""

from annotator.cli import main

main()
