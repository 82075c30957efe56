from dataclasses import dataclass

from annotator.store.files.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `Project.check` found, the worst first."""

    problems: tuple[Problem, ...]
    files_checked: int

    @property
    def worst(self) -> Severity | None:
        return self.problems[0].severity if self.problems else None

    def lines(self) -> list[str]:
        if not self.problems:
            return [f"{self.files_checked} files checked, nothing is wrong"]
        counts = [
            f"{number} {severity}{'' if number == 1 else 's'}"
            for severity in Severity
            if (number := sum(problem.severity == severity for problem in self.problems))
        ]
        return [
            *map(str, self.problems),
            f"{self.files_checked} files checked: {', '.join(counts)}",
        ]


def by_severity(problem: Problem) -> int:
    return list(Severity).index(problem.severity)
