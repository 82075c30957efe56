"""The report as LaTeX tables (booktabs), for papers: XeLaTeX or LuaLaTeX, with polyglossia where there is Arabic."""

import re

from annotator.iaa.report.papers import Paper, PaperTable

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "[": "{[}",
    "]": "{]}",
    "α": r"$\alpha$",
    "κ": r"$\kappa$",
    "–": "--",
}
_CHARACTERS = re.compile("|".join(map(re.escape, _SPECIAL)))
_LETTER = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"
_ARABIC = re.compile(rf"{_LETTER}(?:[^A-Za-z0-9]*{_LETTER})?")
"""From an Arabic letter to the last one before a Latin letter or a digit."""

HEAD = r"""%% \usepackage{booktabs, polyglossia}
%% \setmainlanguage{%s} \setotherlanguage{%s}
%% \newfontfamily\arabicfont[Script=Arabic]{Noto Naskh Arabic}"""


def to_latex(paper: Paper) -> str:
    """Return tables to put into a document; what the document's preamble needs is said in comments at the top."""
    main, other = ("arabic", "english") if paper.language == "ar" else ("english", "arabic")
    parts = [f"% {_comment(paper.title)}", HEAD % (main, other)]
    parts += [f"% {_comment(notice)}" for notice in paper.notices]
    parts += [_table(table, paper.language) for table in paper.tables]
    return "\n\n".join([*parts, f"% {_comment(paper.method)}"]) + "\n"


def escape(text: str, language: str = "en") -> str:
    """Return text that stands for itself; in a document that is not Arabic, Arabic is marked as such."""
    plain = " ".join(text.split())
    if language == "ar":
        return _escaped(plain)
    pieces: list[str] = []
    at = 0
    for found in _ARABIC.finditer(plain):
        pieces += [_escaped(plain[at : found.start()]), rf"\textarabic{{{_escaped(found[0])}}}"]
        at = found.end()
    return "".join((*pieces, _escaped(plain[at:])))


def _escaped(text: str) -> str:
    return _CHARACTERS.sub(lambda found: _SPECIAL[found[0]], text)


def _comment(text: str) -> str:
    return " ".join(text.split())


def _table(table: PaperTable, language: str) -> str:
    columns = "l" * table.names + "r" * (len(table.head) - table.names)
    lines = [
        r"\begin{table}",
        r"\centering",
        rf"\caption{{{escape(table.caption, language)}}}",
        rf"\begin{{tabular}}{{{columns}}}",
        r"\toprule",
        _row([escape(one, language) for one in table.head]),
        r"\midrule",
        *(
            _row(
                [
                    escape(one, language) if n < table.names or not one else _number(one, language)
                    for n, one in enumerate(row)
                ]
            )
            for row in table.rows
        ),
        r"\bottomrule",
        r"\end{tabular}",
        r"\end{table}",
    ]
    return "\n".join(lines)


def _number(text: str, language: str) -> str:
    """Return a number with its interval, read from the left in an Arabic document as well."""
    return rf"\textenglish{{{_escaped(text)}}}" if language == "ar" else _escaped(text)


def _row(cells: list[str]) -> str:
    return f"{' & '.join(cells)} \\\\"
