"""Whole annotations suggested, with a score and a reason: learnt from one annotator's own work and gold, and from rules.

Pure: text and layers in, values out. Nothing here reads a file or knows a window, and nothing it returns is an annotation
before somebody takes it (`taking`).
"""
