"""README.md of a data set: its head in YAML for the `datasets` library and the hub, and what a person should know of it."""

import json
from collections.abc import Mapping, Sequence

from annotator.exporters.loss import LossReport
from annotator.model import Schema

SPLITS = {"train": "train", "dev": "validation", "test": "test"}
"""What the hub calls the parts of a split."""

_STRUCTURE = """\
- config_name: tokens
  features:
  - name: id
    dtype: string
  - name: article_id
    dtype: string
  - name: sentence_no
    dtype: int64
  - name: tokens
    sequence: string
  - name: offsets
    sequence:
      sequence: int64
  - name: ner_tags
    sequence:
      class_label:
        names:
{tags}
- config_name: spans
  features:
{texts}
  - name: spans
    list:
    - name: id
      dtype: string
    - name: start
      dtype: int64
    - name: end
      dtype: int64
    - name: label
      dtype:
        class_label:
          names:
{labels}
    - name: text
      dtype: string
    - name: attributes
      dtype: string
    - name: note
      dtype: string
  - name: relations
    list:
    - name: type
      dtype: string
    - name: head
      dtype: string
    - name: dependent
      dtype: string
  - name: zones
    list:
    - name: start
      dtype: int64
    - name: end
      dtype: int64
    - name: kind
      dtype: string
"""

_TEXTS = (
    *("article_id", "title", "published", "source", "url", "fields", "annotator", "status", "text"),
)

_BODY = """\
# Annotated articles

Texts with annotations, written by Hashiya. Load them with

```python
from datasets import load_dataset
tokens = load_dataset("path/of/this/folder", "tokens")
spans = load_dataset("path/of/this/folder", "spans")
```

| configuration | a row is | holds |
|---|---|---|
| `tokens` | a sentence or an article | `tokens`, the place of each in the article's text (`offsets`), one tag each (`ner_tags`, IOB2) |
| `spans` | an article | its `text` and all `spans`, nested and crossing ones too, with values (`attributes`, JSON), links and zones |

Offsets count code points, as Python does, and are half-open: `text[start:end]`. Both configurations join by `article_id`.

| part | articles | annotations | in `tokens` |
|---|---|---|---|
"""


def card(
    schema: Schema,
    tags: Sequence[str],
    splits: Mapping[str, str],
    reports: Mapping[str, LossReport],
    licence: str,
    language: str,
) -> str:
    """Return the whole file. ``splits`` maps the parts, as files are called, to what the hub calls them."""
    head = [
        "---",
        "language:",
        f"- {_quoted(language)}",
        f"license: {_quoted(licence)}",
        "task_categories:",
        "- token-classification",
        "configs:",
    ]
    for name, folder in (("tokens", "data"), ("spans", "spans")):
        head += [f"- config_name: {name}"]
        head += ["  default: true"] if name == "tokens" else []
        head += ["  data_files:"]
        for part, split in splits.items():
            head += [f"  - split: {split}", f"    path: {folder}/{part}.jsonl"]
    head.append("dataset_info:")
    structure = _STRUCTURE.format(
        tags=_names(tags, 10),
        labels=_names(schema.label_names, 12),
        texts="\n".join(f"  - name: {name}\n    dtype: string" for name in _TEXTS),
    )
    return "\n".join(head) + f"\n{structure}---\n\n{_BODY}" + _tables(schema, reports)


def _tables(schema: Schema, reports: Mapping[str, LossReport]) -> str:
    lines = [
        f"| {part} | {report.articles} | {report.written} | {report.views['tokens'].written} |"
        if "tokens" in report.views
        else f"| {part} | {report.articles} | {report.written} | |"
        for part, report in reports.items()
    ]
    lines += ["", "| label | in English | بالعربية |", "|---|---|---|"]
    lines += [
        f"| `{label.name}` | {_cell(label.title_en)} | {_cell(label.title_ar)} |"
        for label in schema.labels
    ]
    return "\n".join(lines) + "\n"


def _names(names: Sequence[str], indent: int) -> str:
    return "\n".join(
        f"{' ' * indent}'{number}': {_quoted(name)}" for number, name in enumerate(names)
    )


def _quoted(word: str) -> str:
    """Return a word as YAML takes it, whatever it holds: strings of JSON are strings of YAML."""
    return json.dumps(word, ensure_ascii=True)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
