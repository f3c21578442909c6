"""Times a move of one assumption until its answers are painted: ours, ipywidgets, Plotly's frames.

Ours is the book's page of answers: headline, price line, flip points, tornado, odds of 10,000
draws, value of evidence and the bridge; beside it the chapters that give answers. The second is a notebook in JupyterLab: a slider of
ipywidgets, the flip points, tornado and odds of this package in Python, a `FigureWidget` and a
line of words. The third is a chart of Plotly with a slider over the same tornado, precomputed for
19 values of one assumption: it can answer nothing else. A mouse drags the slider of ours and that
of the frames; keys move that of ipywidgets.

A move begins when the page hears of it and ends when the last thing that it changes is painted.
Ours changes what is in sight in one go, and ends with that. It is measured twice: on a screen, where
parts out of sight follow when the hand rests, and on one so high that every part is in sight. What
waits until the hand rests in any case (the value of evidence, what would settle a difference) is not
counted.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import jupytext
import plotly.graph_objects as go
from chromium import launch
from gzip_server import served
from lab_server import jupyterlab, run_chapter
from moves import drag, press
from playwright.sync_api import Browser, sync_playwright
from tiny_book import HEAD

from rent_or_sell import load_parameters, tornado

SITE = Path(__file__).resolve().parent.parent / "_build" / "html"
MOVED = load_parameters()["displacement"]
STEPS = 19  # frames of Plotly: every twentieth from the low to the high
SCREEN, ALL_IN_SIGHT = 900, 12_000  # pixels
PAGE, CHAPTERS = "answers", ("index", "watch-list", "bottom-line")
TARGETS = (16, 50)  # milliseconds: median and 95th percentile of ours

NOTEBOOK = f"""{HEAD}
```{{code-cell}} ipython3
import plotly.graph_objects as go
from ipywidgets import HTML, FloatSlider, VBox

import rent_or_sell

chart = go.FigureWidget([go.Bar(orientation="h"), go.Histogram(), go.Histogram()])
words = HTML()
moved = FloatSlider(value={MOVED.base}, min={MOVED.low}, max={MOVED.high}, step={MOVED.step})

def answer(event):
    case = {{"{MOVED.name}": event["new"]}}
    bars = rent_or_sell.tornado("rack", "gain_from_selling", case)
    flips = rent_or_sell.flip_points("rack", "gain_from_selling", case)
    worlds = rent_or_sell.draws("rack", ["price_floor_per_chip", "price_ceiling_per_chip"], case)
    deal = (worlds["price_ceiling_per_chip"] > worlds["price_floor_per_chip"]).mean()
    gain = rent_or_sell.evaluate("rack", case)["gain_from_selling"]
    with chart.batch_update():
        chart.data[0].x, chart.data[0].y = bars.iloc[:, -2], bars.index
        chart.data[1].x = worlds["price_floor_per_chip"]
        chart.data[2].x = worlds["price_ceiling_per_chip"]
    words.value = f"{{gain:,.0f}}; {{flips.index[0]}}; a deal in {{deal:.0%}}"

moved.observe(answer, "value")
answer({{"new": moved.value}})
VBox([moved, words, chart])
```
"""


def ours(browser: Browser, name: str, height: int) -> list[float]:
    """Return the times of a page of the book on a screen of a height."""
    with served(SITE) as address:
        page = browser.new_page(viewport={"width": 1440, "height": height})
        page.goto(f"{address}/book/{name}.html")
        track = page.locator(
            f'.explorer[data-live] [data-parameter="{MOVED.name}"] input[type=range]'
        )
        return drag(page, track, ("input",), ".explorer", first=True)


def in_a_notebook(browser: Browser) -> list[float]:
    """Return the times of a slider of ipywidgets with a `FigureWidget`."""
    with TemporaryDirectory() as home:
        folder = Path(home, "book")
        folder.mkdir()
        jupytext.write(jupytext.reads(NOTEBOOK, "md:myst"), folder / "answers.ipynb")
        with jupyterlab(folder, Path(home)) as address:
            page = browser.new_page()
            run_chapter(page, address, "answers")
            page.wait_for_selector(".js-plotly-plot .main-svg")
            return press(page, page.locator(".noUi-handle").first, "keydown", ".jp-Notebook")


def in_frames(browser: Browser) -> list[float]:
    """Return the times of Plotly's slider over frames that were computed before."""
    step = (MOVED.high - MOVED.low) / (STEPS - 1)
    values = [MOVED.low + step * place for place in range(STEPS)]
    bars = [tornado("rack", "gain_from_selling", {MOVED.name: value}) for value in values]
    drawn = [[go.Bar(x=one.iloc[:, -2], y=one.index, orientation="h")] for one in bars]
    at_once = {"mode": "immediate", "frame": {"duration": 0}, "transition": {"duration": 0}}
    steps = [
        {"label": f"{value:.2f}", "method": "animate", "args": [[str(place)], at_once]}
        for place, value in enumerate(values)
    ]
    figure = go.Figure(
        drawn[0],
        {"sliders": [{"steps": steps}]},
        [go.Frame(data=data, name=str(place)) for place, data in enumerate(drawn)],
    )
    with TemporaryDirectory() as folder:
        figure.write_html(Path(folder, "index.html"), auto_play=False)
        with served(Path(folder)) as address:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address)
            track = page.locator(".slider-rail-touch-rect")
            return drag(page, track, ("mousemove", "pointermove"), ".js-plotly-plot")


def main() -> None:
    """Measure the three in turn and print medians, 95th percentiles and how many times as long."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        print(f"Chromium {browser.version}: milliseconds from a move to the painted answers")
        own = ours(browser, PAGE, SCREEN)
        for name, times in {
            "ours, on a screen": own,
            "ours, every part in sight": ours(browser, PAGE, ALL_IN_SIGHT),
            **{
                f"{name}, every part in sight": ours(browser, name, ALL_IN_SIGHT)
                for name in CHAPTERS
            },
            "ipywidgets with FigureWidget": in_a_notebook(browser),
            "Plotly, precomputed frames": in_frames(browser),
        }.items():
            late = quantiles(times, n=20)[-1]
            ratio = f"{median(times) / median(own):.1f} times ours"
            print(f"  {name:30s} median {median(times):7.1f}, 95th percentile {late:7.1f}; {ratio}")
        print(f"  target of ours: median {TARGETS[0]}, 95th percentile {TARGETS[1]}")
        browser.close()


if __name__ == "__main__":
    main()
