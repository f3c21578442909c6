"""A view: how one chapter asks a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import NoneType

from rent_or_sell.explorer.part import Part
from rent_or_sell.explorer.parts.controls.part import Stop
from rent_or_sell.explorer.parts.guess.part import Guess
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model
from rent_or_sell.names import require_all, require_kind, require_whole


@dataclass(frozen=True, eq=False, repr=False)
class View:
    """How one chapter asks a model: what is open, what is said and what is drawn, in order.

    Parameters
    ----------
    name
        The view's name, and the explorer's identity in links where none is given.
    model
        The name of the model that it asks.
    title
        What readers and teachers call it: the name that a screen reader says of its explorer, by
        default the model's title, and that teachers choose it by, by default its own name.
    controls
        Parameters whose controls are open, in order; the others are folded by group.
    kicker, answer
        The line above the answer, and the answer itself: sentences of cases.
    parts
        The pictures, in order.
    lead
        How many groups of the answer are said in large type.
    lines
        Lines kept free for the answer's large type, so that its longest form moves no control:
        at most 4.
    lines_below
        Lines kept free for the rest of it, so that no picture moves either: at most 5.
    caveat
        What limits the answer, in smaller type beneath it.
    curves
        Results that a control's small curve may draw: the first that depends on the parameter.
    labels
        Shorter words for an open control, by parameter; its own label by default.
    of_ten
        Parameters, shares, that are said of ten; a slider of theirs is ten things to fill.
    stops
        Marks on such sliders, by parameter.
    presets
        Scenarios whose buttons stand open, the base case first; all by default.
    guess
        What a reader may guess before seeing the answer; nothing by default.

    Examples
    --------
    >>> from rent_or_sell import Explorer, View
    >>> power = View("power", "rack", controls=("electricity", "pue"))
    >>> Explorer(view=power).identity
    'power'
    """

    name: str
    model: str
    controls: tuple[str, ...]
    title: str = ""
    kicker: Sentence = ()
    answer: Sentence = ()
    lead: int = 1
    lines: int = 0
    lines_below: int = 0
    parts: tuple[Part, ...] = ()
    caveat: str = ""
    curves: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    of_ten: tuple[str, ...] = ()
    stops: Mapping[str, Stop] = field(default_factory=dict)
    presets: tuple[str, ...] = ()
    guess: Guess | None = None

    def __post_init__(self) -> None:
        """Refuse what no explorer can be made of."""
        for name in ("name", "model", "title", "caveat"):
            require_kind(name, getattr(self, name), str, "a text", ModelError)
        for name in ("controls", "curves", "of_ten", "presets"):
            require_all(name, getattr(self, name), str, "a name", ModelError)
        for name in ("kicker", "answer"):
            require_all(name, getattr(self, name), tuple, "a group of cases", ModelError)
            for place, group in enumerate(getattr(self, name)):
                require_all(f"{name}[{place}]", group, Case, "a Case", ModelError)
        require_all("parts", self.parts, Part, "a part", ModelError)
        require_kind("labels", self.labels, Mapping, "words by parameter", ModelError)
        require_kind("guess", self.guess, (Guess, NoneType), "a Guess, or None", ModelError)
        require_kind("stops", self.stops, Mapping, "marks by parameter", ModelError)
        require_whole("lead", self.lead, ModelError, 1)
        require_whole("lines", self.lines, ModelError, 0, 4)
        require_whole("lines_below", self.lines_below, ModelError, 0, 5)

    def fits(self, model: Model) -> bool:
        """Whether a model is the one that the view asks, with all controls that it opens."""
        return model.name == self.model and set(self.controls) <= set(model.parameters)

    def __repr__(self) -> str:
        """Say in a line what the view asks and what it shows."""
        shown = f"{len(self.controls)} open controls, {len(self.parts)} pictures"
        return f"<View {self.name} of the model {self.model}: {shown}>"


def plain_view(model: Model) -> View:
    """Return the view of a model that has none: every control, the presets and all results."""
    return View(model.name, model.name, tuple(model.parameters), kicker=((Case(model.title),),))
