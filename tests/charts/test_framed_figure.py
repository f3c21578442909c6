"""A chart of a chapter as a notebook shows it: its title whole, dollars in its words no formula."""

from __future__ import annotations

from typing import Any

import plotly.io as pio
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.drawn_figure import drawn_figure, title_of

PLOTLY = "application/vnd.plotly.v1+json"
LONG = "Amazon has put 68 billion dollars into two laboratories, which are to pay it over 238"


@pytest.fixture(autouse=True)
def as_in_jupyterlab(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pio.renderers, "default", "plotly_mimetype")


def shown(figure: Any) -> Any:
    """Return what a notebook gets of a figure that is the last line of a cell."""
    formatter: Any = InteractiveShell.instance().display_formatter
    with capture_output() as captured:
        formatter.format(figure)
    InteractiveShell.clear_instance()
    (output,) = captured.outputs
    return output.data[PLOTLY]


def test_its_words_are_no_formula() -> None:
    figure = shown(framed([], "An hour costs $2 on one term, $7 on another", "Summary.", "Source."))
    assert figure["config"]["typesetMath"] is False
    assert figure["layout"]["title"]["text"].count("$") == 2


@pytest.mark.parametrize("layout", [{}, {"height": 380, "margin": {"t": 64, "b": 8}}])
def test_its_title_has_lines_and_room_and_the_page_s_picture_stays(layout: dict[str, Any]) -> None:
    figure = framed([], LONG, "Summary.", "Source.", **layout)
    wide = shown(figure)
    lines = wide["layout"]["title"]["text"].split("<br>")
    assert max(map(len, lines)) <= 60
    assert " ".join(lines) == LONG == title_of(wide)
    # What stood above the axes stands there still, and the title above that.
    own = layout.get("margin", {"t": 24})["t"]
    assert wide["layout"]["title"]["pad"]["b"] == own
    on_page = drawn_figure(figure.to_plotly_json())
    assert wide["layout"]["height"] > on_page["layout"]["height"] + 2 * 16
    assert drawn_figure(wide) == on_page
