"""What each rule says in English, for the command line; the window says it in its own languages."""

from annotator.lint.finding import Finding

MESSAGES = {
    "outside-text": "runs past the end of the text",
    "split-character": "begins or ends between a letter and its marks",
    "edge-space": "begins or ends with a space",
    "edge-punctuation": "begins or ends with punctuation",
    "edge-quotation-mark": "begins or ends with a quotation mark",
    "unknown-label": "has the label %1, which the project does not have",
    "wrong-link": "has a link (%1) that these labels cannot have",
    "clitic-inside": "begins with %1, which belongs outside",
    "title-inside": "begins with a title: %1",
    "cut-word": "cuts a word: %1",
    "crossing": "crosses another annotation: %1",
    "repeated": "says the same as another annotation",
    "in-zone": "lies in a region out of scope",
    "missing-value": "lacks a value: %1",
    "no-date": "has a value that is no date: %1",
    "unlikely-date": "has a date far from the day of publication, %2: %1",
    "date-edges": "covers other words than the date itself: %1",
    "no-speaker": "has no speaker",
    "foreign-mark": "holds a quotation mark whose partner is outside",
    "unbalanced-mark": "a quotation mark without a partner",
}


def message(finding: Finding) -> str:
    """Return what is wrong in English, the values put in."""
    words = MESSAGES[finding.rule]
    for place in range(len(finding.values), 0, -1):
        words = words.replace(f"%{place}", finding.values[place - 1])
    return words
