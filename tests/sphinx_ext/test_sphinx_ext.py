"""What the published pages must show and must never load, checked on a small book."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from figure_files import figures_script
from group_column import groups_of

from rent_or_sell.sphinx_ext.page_cleaning import number_frames

pytestmark = pytest.mark.builds

PAGES = ("book/text", "book/chart", "book/formulas", "book/explorer", "search")


@pytest.fixture(scope="module")
def site(small_book: Path) -> Path:
    """The HTML of the small book."""
    return small_book.parent


def page(site: Path, name: str) -> str:
    return (site / name).with_suffix(".html").read_text(encoding="utf-8")


def loaded(html: str) -> list[str]:
    """Return the addresses of scripts, stylesheets, pictures and frames of a page."""
    tags = re.findall(r"<(?:script|link|img|iframe|source|video|audio|embed)\b[^>]*>", html)
    return [address for tag in tags for address in re.findall(r'(?:src|href)="([^"]*)"', tag)]


@pytest.mark.parametrize("name", PAGES)
def test_pages_load_nothing_from_other_hosts(site: Path, name: str) -> None:
    for address in loaded(page(site, name)):
        assert not re.match(r"(https?:)?//", address), address


def test_stylesheets_load_nothing_from_other_hosts(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        for address in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", text):
            assert not re.match(r"(https?:)?//", address), f"{sheet.name}: {address}"


def test_every_loaded_file_exists(site: Path) -> None:
    for name in PAGES:
        for address in loaded(page(site, name)):
            local = address.split("?")[0].split("#")[0]
            assert not local or (site / name).parent.joinpath(local).exists(), f"{name}: {address}"


def test_plain_plotly_figure_appears_with_title_and_table(site: Path) -> None:
    html = page(site, "book/chart")
    assert html.count('<figure class="plotly-figure" aria-label="Rent leads">') == 1
    assert 'class="static-picture"' not in html
    assert "This chart is drawn by JavaScript" in html
    assert '<p class="figure-title">Rent leads</p>' in html
    assert '<td class="number">2025</td><td class="number">1,234,567</td>' in html
    assert '<td class="number">−3.250</td>' in html
    assert "<figcaption>Own &lt;count&gt;</figcaption>" in html
    figure = html[html.index('<figure class="plotly-figure"') : html.index("</figure>")]
    assert "style=" not in figure
    assert '<svg class="room" width="1" height="400" aria-hidden="true"></svg>' in figure


def test_figure_carries_the_small_template_and_no_markup(site: Path) -> None:
    packed = figures_script(site / "book" / "chart.html")
    assert "<" not in packed
    assert len(packed) < 2500


def test_only_pages_with_charts_load_the_chart_script(site: Path) -> None:
    assert "_figures/figures." in page(site, "book/chart")
    assert "_figures/" not in page(site, "book/text")
    assert "_tables/" not in page(site, "book/text")
    assert "_formulas/" in page(site, "book/formulas")
    assert "_formulas/" not in page(site, "book/text")


def test_explorer_is_html_with_its_own_files_on_its_page_only(site: Path) -> None:
    html = page(site, "book/explorer")
    assert 'data-explorer="rack"' in html
    assert re.search(r'<script defer src="../_explorer/explorer\.\w+\.js">', html)
    assert re.search(r'<link rel="stylesheet" href="../_explorer/explorer\.\w+\.css"', html)
    assert "widget-state+json" not in html
    assert "_explorer/" not in page(site, "book/text")


def test_widget_state_is_left_out_and_its_place_is_explained(site: Path) -> None:
    html = page(site, "book/chart")
    assert "widget-state+json" not in html
    assert "needs-kernel" in html


def test_dollars_are_money_and_formulas_are_mathml(site: Path) -> None:
    html = page(site, "book/text")
    assert "$50B against $326B" in html
    assert '<div class="formula" role="group" aria-label="Formula"><math' in html
    assert "pv_compute" in html
    assert "mathjax" not in html.lower()


def test_heavy_scripts_of_the_theme_are_gone(site: Path) -> None:
    names = {path.name for path in site.rglob("*.js")}
    assert not names & {"fontawesome.js", "bootstrap.js", "sphinx-thebe.js"}
    assert "searchindex.js" not in page(site, "book/text")


def test_assumptions_are_headed_by_the_datas_words(site: Path) -> None:
    html = page(site, "book/formulas")
    heads = re.findall(r'<p class="rubric">(.*?)</p>', html)
    assert [unescape(head) for head in heads] == list(groups_of())
    rows = re.findall(r'<tr[^>]* id="parameter-(\w+)"', html)
    assert rows == [name for names in groups_of().values() for name in names]


def test_quantities_and_parameters_have_anchors_and_links(site: Path) -> None:
    html = page(site, "book/formulas")
    assert 'id="quantity-npv_rent"' in html
    assert 'id="parameter-attach_rate"' in html
    assert 'href="#quantity-pv_compute"' in html
    assert 'href="#parameter-attach_rate"' in html


def test_formulas_stand_in_folds_that_say_how_many_they_hold(site: Path) -> None:
    html = page(site, "book/formulas")
    folds = re.findall(
        r'<details class="formulas"><summary>(.*?) <span.*?</details>', html, re.DOTALL
    )
    assert folds[0] == "What both lives share"
    for fold in re.findall(r'<details class="formulas">.*?</details>', html, re.DOTALL):
        count = re.search(r'<span class="fold-count">(\d+) formulas?</span>', fold)
        assert count and int(count[1]) == fold.count('id="quantity-')
    assert not re.search(r"<details[^>]* open", html), "closed until a reader or a link opens them"


def test_the_search_waits_for_its_script_and_has_words_of_its_own(site: Path) -> None:
    html = page(site, "book/formulas")
    assert '<div class="formula-search" role="search" hidden>' in html
    assert re.search(r'<label for="formula-search">.+?</label>\s*<input type="search"', html)


def test_tables_of_pandas_are_numbered_and_not_named_by_chance() -> None:
    body = '<style>#T_0a1b2_row0_col0 {}</style><table id="T_0a1b2"></table><p>T_shirt</p>'
    context = {"body": body + body.replace("0a1b2", "ffff0")}
    number_frames(None, "", "", context, None)  # type: ignore[arg-type]
    wanted = body.replace("0a1b2", "1") + body.replace("0a1b2", "2")
    assert context["body"] == wanted
