"""The core of Hashiya: no Qt, usable from scripts and the command line."""

__version__ = "0.1.0"
