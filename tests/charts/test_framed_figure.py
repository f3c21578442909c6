"""A chart of a chapter as a notebook shows it: dollars in its words begin no formula."""

from __future__ import annotations

from typing import Any

import plotly.io as pio
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from rent_or_sell.charts.direct_labels import framed

PLOTLY = "application/vnd.plotly.v1+json"


def test_its_words_are_no_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pio.renderers, "default", "plotly_mimetype")
    figure = framed([], "An hour costs $2 on one term, $7 on another", "Summary.", "Source.")
    formatter: Any = InteractiveShell.instance().display_formatter
    with capture_output() as captured:
        formatter.format(figure)  # as the last line of a cell is shown
    InteractiveShell.clear_instance()
    (output,) = captured.outputs
    shown = output.data[PLOTLY]
    assert shown["config"]["typesetMath"] is False
    assert shown["layout"]["title"]["text"].count("$") == 2
