"""Options of a command made from what the formats say of themselves."""

import inspect
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import groupby
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from annotator.cli import arguments
from annotator.errors import OptionError
from annotator.options import MOST, Kind, Option
from annotator.project.formats import Exporter, Importer

GIVEN = "options"
"""The parameter of a command that takes what was given of the formats' own options, by name."""

_TYPES: dict[Kind, type] = {Kind.CHOICE: str, Kind.FLAG: bool, Kind.NUMBER: int, Kind.TEXT: str}


class FormatsCommand(TyperCommand):
    """Shows the options of formats apart from the command's own, under the names of the formats that have them."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        shown: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            panel = getattr(parameter, "rich_help_panel", None) or "Options"
            if record is not None:
                is_argument = parameter.param_type_name == "argument"
                shown.setdefault("Arguments" if is_argument else panel, []).append(record)
        for panel in sorted(shown, key=_order):
            if shown[panel]:
                with formatter.section(panel):
                    formatter.write_dl(shown[panel])


_OF_SEVERAL = "Options of several formats"


def _order(panel: str) -> int:
    """Return where a heading stands; those of one format keep their order behind the others."""
    first = ("Arguments", "Options", _OF_SEVERAL)
    return first.index(panel) if panel in first else len(first)


def with_options(
    command: Callable[..., None], having: Mapping[Option, tuple[str, ...]], formats: int
) -> Callable[..., None]:
    """Return ``command`` with a switch for each option; what is given of them reaches its parameter `GIVEN`.

    ``having`` says which of all ``formats`` formats have an option. Formats may let one option take different values:
    the switch takes them all, and the format refuses what it does not know. Raise `ValueError` where a format's option
    is called like one of the command's own.
    """
    signature = inspect.signature(command, eval_str=True)
    own = [p for p in signature.parameters.values() if p.name != GIVEN]
    grouped: dict[str, dict[Option, tuple[str, ...]]] = {}
    for option, names in having.items():
        grouped.setdefault(option.name, {})[option] = names
    if taken := {p.name for p in own} & grouped.keys():
        raise ValueError(f"the command has options {', '.join(taken)} of its own")
    every = list(dict.fromkeys(name for names in having.values() for name in names))
    added = [_parameter(same, every, formats) for same in grouped.values()]

    def run(**values: object) -> None:
        given = {name: values.pop(name) for name in grouped}
        command(**values, **{GIVEN: {n: v for n, v in given.items() if v is not None}})

    run.__doc__ = command.__doc__
    parameters = [*own, *added]
    vars(run)["__signature__"] = signature.replace(parameters=parameters)
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def switch_of(option: Option) -> str:
    """Return the option's word on the command line, without the dashes in front."""
    return option.switch or option.name.replace("_", "-")


def describe(formats: Iterable[Exporter | Importer]) -> str:
    """Return a paragraph a format, under what people want it for: its name, what it is and what it is for."""
    lines = ["Formats:"]
    for purpose, group in groupby(formats, key=lambda entry: entry.purpose):
        lines.append(f"- {purpose.title.en} -")
        lines += [f"{entry.name}: {entry.title.en}. {entry.about.en}" for entry in group]
    return "\n\n".join(lines)


def refuse(error: OptionError) -> typer.BadParameter:
    """Return what makes a wrong option of a format an error of the command line, spelled as it was typed there."""
    return typer.BadParameter(str(error))


def _parameter(
    same: Mapping[Option, tuple[str, ...]], every: Collection[str], formats: int
) -> inspect.Parameter:
    """Return the switch for options of one name; None is not given, so that each format has its own default."""
    options = list(same)
    first = options[0]
    switch = switch_of(first)
    names = [name for having in same.values() for name in having]
    helped, is_by_format = _helped(same)
    if first.kind is Kind.CHOICE:
        helped += f" One of {', '.join(_values(options))}."
    others = [name for name in every if name not in names]
    if 1 < len(names) < formats and not is_by_format:
        is_short = len(names) <= len(others) or len(every) < formats
        helped += f" Only {', '.join(names)}." if is_short else f" Not {', '.join(others)}."
    defaults = {option.default for option in options}
    declared = (
        f"--{switch}/--no-{switch}"
        if first.kind is Kind.FLAG and True in defaults
        else f"--{switch}"
    )
    settings: dict[str, Any] = {"help": helped}
    if len(names) < formats:
        settings["rich_help_panel"] = f"Options of {names[0]}" if len(names) == 1 else _OF_SEVERAL
    if first.kind is not Kind.FLAG:
        settings["metavar"] = _METAVARS[first.kind]
    if first.default is not None and len(defaults) == 1:
        settings["show_default"] = _shown(first, switch)
    if first.kind is Kind.CHOICE:
        settings["callback"] = _reader(options)
    if first.kind is Kind.NUMBER:
        most = max(o.most for o in options)
        settings |= {"min": min(o.least for o in options), "max": most if most < MOST else None}
    annotation = Annotated[_TYPES[first.kind] | None, typer.Option(declared, **settings)]
    return inspect.Parameter(
        first.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation
    )


def _helped(same: Mapping[Option, tuple[str, ...]]) -> tuple[str, bool]:
    """Return what an option does, and whether that was said format by format, as it differs.

    Of two sentences of which one begins with the other, the longer one is said for both.
    """
    helps: dict[str, list[str]] = {}
    for option, names in same.items():
        helps.setdefault(option.help.en, []).extend(names)
    longest = [
        one
        for one in helps
        if not any(one != other and other.startswith(one.rstrip(".")) for other in helps)
    ]
    if len(longest) == 1:
        return longest[0], False
    return " ".join(f"{', '.join(helps[one])}: {one}" for one in longest), True


_METAVARS = {Kind.CHOICE: "HOW", Kind.NUMBER: "NUMBER", Kind.TEXT: "TEXT"}


def _values(options: Iterable[Option]) -> list[str]:
    return list(dict.fromkeys(str(value) for option in options for value in option.values))


def _shown(option: Option, switch: str) -> str | bool:
    if option.kind is Kind.FLAG:
        return switch if option.default else False
    return str(option.default)


def _reader(options: list[Option]) -> Callable[[str | None], str | int | None]:
    """Return a check that gives the value a format knows, a number where it is one."""
    check = arguments.one_of(_values(options))
    known = {str(value): value for option in options for value in option.values}

    def read(text: str | None) -> str | int | None:
        checked = check(text)
        return None if checked is None else known[checked]

    return read
