"""What one annotator is told: how near they come to gold, since when, and what was decided otherwise, with the reason.

`gathering` reads a project into a `Feedback`, and `html` and `markdown` write it in either language. Free of any window.
"""
