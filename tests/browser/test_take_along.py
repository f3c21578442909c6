"""What a reader takes along is the case on the page: as a workbook, data, code, picture, sentence."""

from __future__ import annotations

import codecs
import csv
import dataclasses
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from explorer_files import ORIGIN, files_of, open_files
from heat_pump.book import BOOK as HEAT_PUMP
from playwright.sync_api import Browser, Page, expect
from readers import follow, unfold, wait_until
from workbooks import ReadWorkbook

from rent_or_sell.book import BOOK
from rent_or_sell.books import Book
from rent_or_sell.explorer.parts.take_along.part import TakeAlong
from rent_or_sell.explorer.view import View, plain_view
from rent_or_sell.explorer.widget import Explorer
from rent_or_sell.facts.sources import latest
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import base_values
from rent_or_sell.model.spreadsheet import workbook
from rent_or_sell.trainium.views.verdict import VERDICT

BLUE, INK = "#1f6aa5", "rgb(29, 36, 48)"
PNG = b"\x89PNG\r\n\x1a\n"
CASES: Mapping[str, dict[str, float]] = {
    "rack": {"attach_rate": 0.4, "rent_erosion": 1e-7, "selling_share": 0.1 + 0.2},
    "fleet": {"share_offered": 0.0, "rental_years": 3},
    "heating": {"heat_demand": 15_000},
}
LOADS = {
    "rack": "from rent_or_sell import rack as model",
    "fleet": "from rent_or_sell import fleet as model",
    "heating": "from heat_pump.book import BOOK; model = BOOK.model('heating')",
}
Opened = Callable[[str], Page]


def with_take_along(book: Book, name: str) -> Explorer:
    """Return the explorer of a model whose view ends with the part that is tested here."""
    model = book.model(name)
    shown = next((view for view in book.views if view.name == name), plain_view(model))
    part = TakeAlong(LOADS[name], "The Book")
    return book.explorer(model, view=dataclasses.replace(shown, parts=(*shown.parts, part)))


MODELS: dict[str, Model] = {**BOOK.load_models(), **HEAT_PUMP.load_models()}
FILES = files_of(
    [with_take_along(BOOK, "rack"), with_take_along(BOOK, "fleet")]
    + [with_take_along(HEAT_PUMP, "heating")]
)


def link_to(name: str, changes: Mapping[str, float]) -> str:
    edition = (HEAT_PUMP if name == "heating" else BOOK).edition.number
    pairs = [f"{key}={javascript(value)}" for key, value in changes.items()]
    return f"{ORIGIN}/index.html#" + "&".join([f"explorer={name}", *pairs, f"edition={edition}"])


def javascript(value: float) -> str:
    """Return a number as JavaScript writes it."""
    return (
        f"{value:.17g}"
        if value == 0.1 + 0.2
        else json.dumps(value).removesuffix(".0").replace("e-0", "e-")
    )


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with the explorers, each at its case, which complains of nothing."""
    opened, complaints = open_files(browser, FILES)
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=ORIGIN)
    for name, changes in CASES.items():
        opened.evaluate("url => { location.href = url; }", link_to(name, changes))
        count = opened.locator(f'[data-explorer="{name}"] .changed-summary')
        expect(count).to_contain_text(f"{len(changes)} of")
        opened.locator(f'[data-explorer="{name}"] .take-along > summary').click()
    yield opened
    assert complaints == []
    assert opened.evaluate("violations") == []
    opened.close()


def press(page: Page, name: str, what: str) -> None:
    page.locator(f'[data-explorer="{name}"] [data-take="{what}"]').click()


def taken_file(page: Page, name: str, what: str) -> tuple[str, bytes]:
    """Return name and content of what a button downloads."""
    with page.expect_download() as download:
        press(page, name, what)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def taken_text(page: Page, name: str, what: str) -> str:
    """Return what a button copies, which is shown too."""
    press(page, name, what)
    shown = page.locator(f'[data-explorer="{name}"] .taken-text')
    expect(shown).to_be_visible()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert shown.input_value() == copied
    return copied


def assert_same(found: Any, wanted: Any) -> None:
    np.testing.assert_allclose(
        np.array(found, dtype=float), np.array(wanted, dtype=float), rtol=1e-9, atol=1e-9
    )


@pytest.mark.parametrize("name", CASES)
def test_the_workbook_is_that_of_python_with_the_readers_values(page: Page, name: str) -> None:
    file, content = taken_file(page, name, "workbook")
    assert file.startswith(f"{name}-")
    assert file.endswith(".xlsx")
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    model, values = MODELS[name], base_values(MODELS[name].parameters) | CASES[name]
    page_made = ReadWorkbook(io.BytesIO(content))
    written = ReadWorkbook(io.BytesIO(workbook(model, values, link_to(name, CASES[name]))))
    assert page_made.names == written.names
    assert page_made.formulas == written.formulas
    assert page_made.values.keys() == written.values.keys()
    for place, text in written.values.items():
        found = page_made.values[place]
        assert found == text or float(found) == pytest.approx(float(text), rel=1e-15), place
    assert link_to(name, CASES[name]) in page_made.values.values()


@pytest.mark.parametrize("name", CASES)
def test_json_holds_inputs_and_results_with_unit_base_and_sources(page: Page, name: str) -> None:
    model, book = MODELS[name], HEAT_PUMP if name == "heating" else BOOK
    _, content = taken_file(page, name, "json")
    data = json.loads(content)
    assert data["about"] == {
        "book": "The Book",
        "edition": book.edition.number,
        "model": name,
        "title": model.title,
        "link": link_to(name, CASES[name]),
    }
    inputs = {row.pop("name"): row for row in data["inputs"]}
    assert list(inputs) == list(model.parameters)
    for parameter in model.parameters.values():
        assert inputs[parameter.name] == {
            "label": parameter.label,
            "unit": parameter.unit,
            "sources": [source.source_id for source in parameter.sources],
            "value": CASES[name].get(parameter.name, parameter.base),
            "base": parameter.base,
            "low": parameter.low,
            "high": parameter.high,
        }
    rows = {row["name"]: row for row in data["results"]}
    found, at_base = model.evaluate(CASES[name]), model.evaluate()
    assert list(rows) == [quantity.name for quantity in model.quantities]
    for quantity in model.quantities:
        row = rows[quantity.name]
        assert (row["label"], row["unit"]) == (quantity.summary, quantity.unit)
        assert_same(row["value"], found[quantity.name])
        assert_same(row["base"], at_base[quantity.name])
        assert row.get("years") == (list(model.years) if quantity.yearly else None)


def test_csv_has_a_row_an_input_a_result_and_a_year(page: Page) -> None:
    file, content = taken_file(page, "fleet", "csv")
    assert file == "fleet-share_offered-0-rental_years-3.csv"
    assert content.startswith(codecs.BOM_UTF8)  # or Excel reads it in the letters of its country
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    found = MODELS["fleet"].evaluate(CASES["fleet"])
    by_name = {(row["name"], row["year"]): row for row in rows}
    assert float(by_name["rental_years", ""]["value"]) == 3
    assert by_name["rental_years", ""]["sources"].split() == [
        source.source_id for source in MODELS["fleet"].parameters["rental_years"].sources
    ]
    for index, year in enumerate(MODELS["fleet"].years):
        row = by_name["supply", str(year)]
        assert_same(row["value"], found["supply"][index])
        # Nothing is sold: no share of it is defined, and an empty cell says so.
        assert by_name["fleet_displacement", str(year)]["value"] == ""
        assert by_name["fleet_displacement", str(year)]["base"] != ""
    assert len(rows) == 5 + len(MODELS["fleet"].parameters) + sum(
        6 if quantity.yearly else 1 for quantity in MODELS["fleet"].quantities
    )


@pytest.mark.parametrize("name", CASES)
def test_the_code_prints_the_numbers_of_the_page(page: Page, name: str) -> None:
    code = taken_text(page, name, "python")
    # The heat pump's package is on the tests' own path only.
    path = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    printed = subprocess.run(
        [sys.executable, "-c", code], env=path, capture_output=True, text=True, check=True
    ).stdout
    shown: dict[str, list[float]] = {}
    cells = page.locator(f'[data-explorer="{name}"] .results [data-quantity]')
    for quantity, value in cells.evaluate_all(
        "all => all.map(({ dataset }) => [dataset.quantity, dataset.value])"
    ):
        shown.setdefault(quantity, []).append(float(value or "nan"))
    lines = dict(line.split(" ", 1) for line in printed.splitlines())
    assert lines.keys() == shown.keys()
    for quantity, rest in lines.items():
        numbers = rest.removesuffix(MODELS[name].quantity(quantity).unit).strip(" []").split(", ")
        assert_same([float(number) for number in numbers], shown[quantity])


def test_a_sentence_cites_value_unit_changes_edition_and_link(page: Page) -> None:
    root = page.locator('[data-explorer="rack"]')
    root.locator(".take-result").select_option("price_floor_per_chip")
    said = taken_text(page, "rack", "citation")
    floor = MODELS["rack"].evaluate(CASES["rack"])["price_floor_per_chip"]
    label = MODELS["rack"].quantity("price_floor_per_chip").summary
    assert said.startswith(f"{label}: ${floor:,.0f} (USD/chip). From The Book, the second edition")
    changed = MODELS["rack"].parameters["attach_rate"].label
    assert f"{changed} $0.40 per $ (base $0.20 per $)" in said
    assert said.endswith(link_to("rack", CASES["rack"]))


def test_a_yearly_number_is_cited_year_by_year(page: Page) -> None:
    page.locator('[data-explorer="fleet"] .take-result').select_option("fleet_displacement")
    said = taken_text(page, "fleet", "citation")
    assert "not defined in 2026, not defined in 2027" in said


def test_what_was_copied_is_gone_when_the_case_changes(page: Page) -> None:
    taken_text(page, "heating", "python")
    root = page.locator('[data-explorer="heating"]')
    root.get_by_role("slider").first.press("ArrowRight")
    expect(root.locator(".taken-text")).to_be_hidden()
    expect(root.locator(".taken")).to_have_text("")
    page.go_back()


def test_every_picture_can_be_had_as_svg_and_png(page: Page) -> None:
    for name in ("rack", "fleet"):
        options = page.locator(f'[data-explorer="{name}"] .take-picture option')
        expect(options).to_have_count({"rack": 3, "fleet": 2}[name])
        for index, title in enumerate(options.all_inner_texts()):
            page.locator(f'[data-explorer="{name}"] .take-picture').select_option(index=index)
            file, svg = taken_file(page, name, "svg")
            assert file.endswith(f"-picture-{index + 1}.svg")
            root = ElementTree.fromstring(svg)
            tags = {element.tag.partition("}")[2] for element in root.iter()}
            assert tags <= {"svg", "title", "rect", "path", "text"}
            assert root.findtext("{*}title") == title
            assert "The Book, the second edition" in words_of(svg)
            _, png = taken_file(page, name, "png")
            assert png.startswith(PNG)
            width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
            assert width == pytest.approx(2 * float(root.attrib["width"]), abs=2)
            assert height == pytest.approx(2 * float(root.attrib["height"]), abs=2)


def test_a_picture_says_what_the_page_says(page: Page) -> None:
    root = page.locator('[data-explorer="rack"]')
    root.locator(".take-picture").select_option(index=0)
    _, svg = taken_file(page, "rack", "svg")
    drawn = " ".join("".join(one.itertext()) for one in ElementTree.fromstring(svg).iter())
    for words in root.locator("figure").first.locator("b, figcaption").all_inner_texts():
        for word in words.split():
            assert word in drawn


FOLD = """figure => {
  const fold = document.createElement("details");
  const [summary, words] = ["summary", "p"].map((tag) => document.createElement(tag));
  [summary.textContent, words.textContent] = ["unfold", "folded away"];
  fold.append(summary, words);
  figure.append(fold);
}"""


def test_nothing_folded_is_in_the_picture(page: Page) -> None:
    figure = page.locator('[data-explorer="rack"] figure').first
    figure.evaluate(FOLD)
    page.locator('[data-explorer="rack"] .take-picture').select_option(index=0)
    svg = taken_file(page, "rack", "svg")[1]
    figure.evaluate("figure => { figure.lastChild.open = true; }")
    unfolded = taken_file(page, "rack", "svg")[1]
    figure.evaluate("figure => figure.lastChild.remove()")
    assert b"unfold" not in svg
    assert unfolded == svg


def words_of(svg: bytes) -> str:
    return " ".join(one.text or "" for one in ElementTree.fromstring(svg).findall(".//{*}text"))


def drawn_on_paper(svg: bytes) -> int:
    """Return how many words of a picture have paper right behind them: no line strikes through."""
    kinds = [one.tag.rpartition("}")[2] for one in ElementTree.fromstring(svg)]
    return sum(pair == ("rect", "text") for pair in pairwise(kinds))


def test_a_picture_is_the_picture_its_words_and_a_line_that_says_what_it_is_of(
    browser: Browser,
) -> None:
    """On the page with all answers: what is pressed or unfolded stays there, and nothing moves."""
    explorer = BOOK.explorer("rack", view=BOOK.view("answers"))
    page, complaints = open_files(browser, files_of([explorer]))
    root = page.locator(".explorer")
    follow(page, link_to("answers", {"attach_rate": 0.4}).removeprefix(f"{ORIGIN}/index.html"))
    expect(root.locator(".changed-summary")).to_contain_text("1 of")
    unfold(root.locator(".take-along, .tornado-more"))
    root.locator(".news button").first.click()
    figures = root.locator("figure")
    seen = "all => [scrollY, ...all.map((figure) => figure.outerHTML)]"
    assert figures.count() == root.locator(".take-picture option").count() > 3
    attached = MODELS["rack"].parameters["attach_rate"].label
    for index, figure in enumerate(figures.all()):
        root.locator(".take-picture").select_option(index=index)
        root.locator('[data-take="svg"]').scroll_into_view_if_needed()
        before = figures.evaluate_all(seen)
        svg = taken_file(page, "answers", "svg")[1]
        drawn = words_of(svg)
        assert figures.evaluate_all(seen) == before
        if ends := figure.locator(":scope > .tornado-bars .tornado-end:visible").count():
            assert drawn_on_paper(svg) >= ends
            assert b"h0v" not in svg  # a bar of no length
        for pressed in figure.locator("button, summary, summary *").all():
            if text := " ".join((pressed.text_content() or "").split()):
                assert text not in drawn
        for part in figure.locator("figcaption, thead th:visible, .tornado-words:visible").all():
            if not part.evaluate("e => Boolean(e.closest('details'))"):
                assert (part.inner_text().split() or [""])[0] in drawn
        facts = latest(BOOK.facts.sources.values())
        line = f"Rent or Sell?, the second edition, facts to {facts}. The model “One rack, two lives”, "
        assert drawn.endswith(f"{line}with {attached} $0.40 per $ (base $0.20 per $).")
    assert complaints == []
    page.close()


def test_a_picture_is_light_on_a_dark_page_too(page: Page) -> None:
    light = taken_file(page, "rack", "svg")[1]
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    dark_page = page.locator('[data-explorer="rack"]').evaluate("e => getComputedStyle(e).color")
    dark = taken_file(page, "rack", "svg")[1]
    page.evaluate("delete document.body.dataset.jpThemeLight")
    assert dark_page != INK
    assert dark == light
    assert page.locator(".on-paper").count() == 0


@pytest.mark.parametrize("origin", [ORIGIN, ORIGIN.replace("https", "http")])
def test_a_refused_clipboard_leaves_the_text_selected(browser: Browser, origin: str) -> None:
    page, _ = open_files(browser, FILES, origin)
    page.context.grant_permissions([], origin=origin)
    page.locator('[data-explorer="rack"] .take-along > summary').click()
    press(page, "rack", "python")
    shown = page.locator('[data-explorer="rack"] .taken-text')
    expect(shown).to_be_focused()
    assert page.evaluate("getSelection().toString()") == shown.input_value()
    said = page.locator('[data-explorer="rack"] .taken')
    expect(said).to_contain_text("The browser did not let us copy")
    page.close()


def test_what_makes_files_is_loaded_when_a_reader_asks(browser: Browser) -> None:
    assert "toCsv" not in FILES["explorer.js"]
    page, complaints = open_files(browser, FILES)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.evaluate("globalThis.explorerFiles") is None
    fold = page.locator('[data-explorer="rack"] .take-along')
    fold.locator("summary").click()
    wait_until(page, "globalThis.explorerFiles")
    press(page, "rack", "python")
    expect(fold.locator(".taken-text")).to_be_visible()
    assert asked == [f"{ORIGIN}/files.js"]
    assert complaints == []
    page.close()


def test_what_does_not_load_is_said_and_tried_again(browser: Browser) -> None:
    page, _ = open_files(browser, FILES)
    page.route("**/files.js", lambda route: route.abort())
    fold = page.locator('[data-explorer="rack"] .take-along')
    fold.locator("summary").click()
    press(page, "rack", "csv")
    expect(fold.locator(".taken")).to_contain_text("That did not work")
    page.unroute("**/files.js")
    assert taken_file(page, "rack", "csv")[0] == "rack-base.csv"
    page.close()


def test_a_workbook_that_cannot_be_loaded_is_said(browser: Browser) -> None:
    files = {name: text for name, text in FILES.items() if not name.startswith("workbook-")}
    page, _ = open_files(browser, files | {"none.js": ""})
    page.route("**/workbook-*", lambda route: route.abort())
    page.locator('[data-explorer="rack"] .take-along > summary').click()
    press(page, "rack", "workbook")
    said = page.locator('[data-explorer="rack"] .taken')
    expect(said).to_contain_text("That did not work")
    expect(said).to_contain_text("cannot be loaded")
    page.close()


def test_a_built_page_gives_the_workbook_from_a_disk_too(
    browser: Browser, built_book: Path
) -> None:
    html = built_book / "book/answers.html"
    assert "explorer-workbook" not in html.read_text(encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{html.as_uri()}#explorer=answers&attach_rate=0.4&edition=2")
    page.locator(".take-along > summary").click()
    file, content = taken_file(page, "answers", "workbook")
    assert file == "rack-attach_rate-0.4.xlsx"
    read = ReadWorkbook(io.BytesIO(content))
    assert read.number("attach_rate") == 0.4
    assert read.formula("npv_sell").startswith("price + pv_support")
    page.close()


# Hostile words, which an author's tables might hold

HOSTILE = (
    '=HYPERLINK("http://example.org";"press")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    '"quoted", with\na line & <script>alert(1)</script>',
    "</script><img src=x onerror=alert(1)>",
    "{link}",
)


@pytest.fixture(scope="module")
def hostile(browser: Browser) -> Iterator[Page]:
    """A page with an explorer whose labels would be formulas, markup or new cells."""
    model = MODELS["parity"]
    labels = dict(zip(model.parameters, HOSTILE, strict=False))
    known = {
        name: dataclasses.replace(each, label=labels.get(name, each.label))
        for name, each in model.known.items()
    }
    words = HOSTILE[len(labels) :]
    assert len(words) <= len(model.equations), "each word has its place"
    equations = dict(model.equations) | {
        name: dataclasses.replace(each, summary=word)
        for (name, each), word in zip(model.equations.items(), words, strict=False)
    }
    odd = dataclasses.replace(model, known=known, equations=equations)
    part = TakeAlong("from rent_or_sell import parity as model", "The =Book")
    view = View("parity", "parity", tuple(model.parameters), parts=(part,))
    page, complaints = open_files(browser, files_of([Explorer(odd, view=view)]))
    page.locator(".take-along > summary").click()
    yield page
    assert complaints == []
    page.close()


def test_no_label_becomes_a_formula_or_breaks_a_table(hostile: Page) -> None:
    content = taken_file(hostile, "parity", "csv")[1].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    labels = [row["label"].removeprefix("'") for row in rows if row["kind"] != "about"]
    assert tuple(labels[: len(HOSTILE)]) == HOSTILE
    for row in rows:
        for column in ("label", "name", "unit", "kind", "sources"):
            assert not row[column].startswith(("=", "+", "-", "@", "\t", "\r")), row
    data = json.loads(taken_file(hostile, "parity", "json")[1])
    labels = [row["label"] for row in data["inputs"] + data["results"]]
    assert tuple(labels[: len(HOSTILE)]) == HOSTILE


def test_no_label_becomes_a_formula_in_the_workbook(hostile: Page) -> None:
    read = ReadWorkbook(io.BytesIO(taken_file(hostile, "parity", "workbook")[1]))
    texts = set(read.values.values())
    assert set(HOSTILE[:-1]) <= texts
    assert not any("HYPERLINK" in formula for formula in read.formulas.values())


def test_a_picture_that_is_hidden_for_now_is_not_offered(browser: Browser) -> None:
    page, complaints = open_files(browser, files_of([BOOK.explorer(view=VERDICT)]))
    page.locator(".take-along > summary").click()
    expect(page.locator(".taking-picture")).to_be_hidden()
    page.locator("input[type=range]").first.press("ArrowRight")
    expect(page.locator(".taking-picture")).to_be_visible()
    assert page.locator(".take-picture option").count() == 1
    assert complaints == []
    page.close()
