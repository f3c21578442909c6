"""A figure for notebooks is announced to the page once, and whole."""

from __future__ import annotations

from typing import Any

import comm
import pytest

from rent_or_sell.trainium.workbench import gain_chart


def test_the_page_hears_of_the_figure_when_its_line_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    announced: list[dict[str, Any]] = []
    make = comm.create_comm

    def listen(*arguments: Any, **options: Any) -> Any:
        announced.append(options["data"]["state"])
        return make(*arguments, **options)

    monkeypatch.setattr(comm, "create_comm", listen)
    chart = gain_chart()
    states = [state for state in announced if "_widget_data" in state]
    assert len(states) == 1
    assert [trace["type"] for trace in states[0]["_widget_data"]] == ["scatter"]
    assert states[0]["_widget_layout"]["height"] == chart.layout.height
