"""A datasheet of the dataset: what is in it, who made it how, how far they agree, what exports lose. Free of any window.

After Gebru et al., "Datasheets for Datasets", Communications of the ACM 64(12), 2021: what the project itself knows is filled in,
and what it cannot know is asked of whoever publishes it.
"""
