"""Which parts an explorer has, in order: the answer and its controls, pictures, what is folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rent_or_sell.explorer.part import Part
from rent_or_sell.explorer.parts.answer.part import Answer
from rent_or_sell.explorer.parts.carried.part import Carried
from rent_or_sell.explorer.parts.changed.part import Changed
from rent_or_sell.explorer.parts.choices.part import Choices
from rent_or_sell.explorer.parts.controls.part import Controls
from rent_or_sell.explorer.parts.presets.part import Presets
from rent_or_sell.explorer.parts.results.part import Results
from rent_or_sell.explorer.view import View
from rent_or_sell.model.models import Model


@dataclass(frozen=True)
class Layout:
    """The parts of an explorer: the answer, what moves it, the view's pictures, the rest.

    `view` is the name of the view and `title` what it is called, `caveat` says what limits the
    answer, beneath what moves it, and `dates` to which days the facts run.
    """

    answer: tuple[Part, ...]
    play: tuple[Part, ...]
    pictures: tuple[Part, ...]
    rest: tuple[Part, ...]
    view: str
    title: str
    caveat: str = ""
    dates: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts in the order in which they stand."""
        return self.answer + self.play + self.pictures + self.rest


def lay_out(model: Model, view: View, open_controls: Sequence[str], dates: str = "") -> Layout:
    """Return the parts of a view of a model, those that would be empty left out.

    Scenarios stand beside the controls; where the view has choices of its own, after these.
    """
    folded = tuple(name for name in model.parameters if name not in open_controls)
    drawn = tuple(name for name in view.of_ten if name in open_controls)
    controls = Controls(
        tuple(open_controls), view.curves, of_ten=drawn, labels=view.labels, stops=view.stops
    )
    more = Controls(folded, view.curves, folded=True)
    presets = _filled([(Presets(view.presets), len(model.presets) > 1)])
    chooses = any(isinstance(part, Choices) for part in view.parts)
    beside, after = ((), presets) if chooses else (presets, ())
    return Layout(
        answer=(
            Carried(view.of_ten),
            Answer(
                *(view.kicker, view.answer[: view.lead], view.answer[view.lead :]),
                *(view.lines, view.lines_below),
            ),
            *((view.guess,) if view.guess else ()),
        ),
        play=(*_filled([(controls, open_controls)]), *beside),
        pictures=view.parts,
        rest=(*after, *_filled([(more, folded), (Results(), True), (Changed(), True)])),
        view=view.name,
        title=view.title or model.title,
        caveat=view.caveat,
        dates=dates,
    )


def _filled(parts: Iterable[tuple[Part, object]]) -> tuple[Part, ...]:
    return tuple(part for part, is_needed in parts if is_needed)
