"""Inter-annotator agreement: how far annotators agree, where they differ and why.

Pure functions on the model: no files of ours, no window. The way of a number: `alignment.columns.collect` turns layers into
integer columns and `alignment.matching` pairs them, `counts.counting.count` turns columns into counts of each article,
`scores.summary.summarise` adds up whatever articles, labels and annotators are asked for, and `report` tells it to people.
NumPy loads with the modules that count, so import those where they are used; the words (`alignment.kinds`,
`alignment.options`, `scores.results`) are free of it.
"""
