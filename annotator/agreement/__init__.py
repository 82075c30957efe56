"""How far annotators agree, where they differ and why, and the way from their layers to one.

Pure functions on the model: no files of ours, no window. NumPy loads with the modules that count (`columns`, `counting`,
`statistics`, `measures`, `summary`), so import those where they are used; the words (`kinds`, `options`, `results`) and
adjudication (`clusters`, `decisions`, `adjudication`) are free of it.

The way of a number: `columns.collect` turns layers into integer columns, `counting.count` turns columns into counts of
each article, and `summary.summarise` adds up whatever articles, labels and annotators are asked for.
"""
