"""A project under review: what was counted, what every number is made of, and the steps that decide gold.

Free of any window, so that commands and scripts can do what the review window does.
"""
