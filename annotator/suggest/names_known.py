"""Names that nobody has to have tagged: canonical names with their aliases, and those that everybody knows."""

from dataclasses import dataclass

from annotator.model.names import Registry
from annotator.suggest import seed
from annotator.suggest.gazetteer import Gazetteer
from annotator.suggest.values import Engine


@dataclass(frozen=True)
class KnownNames:
    """The project's names, and the label of the seed; None where the schema has no label for those who act."""

    registry: Registry
    seed_label: str | None

    def put_into(self, names: Gazetteer) -> None:
        for name in self.registry.names:
            for form in name.forms:
                names.add_known(name.label, form, Engine.NAMES)
        if self.seed_label is not None:
            for name in seed.actors():
                names.add_known(self.seed_label, name, Engine.SEED)
