"""Every claim of the article is treated in a chapter's own words, and marked where it is."""

from __future__ import annotations

import csv
import html
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.facts.claims import Claim, ClaimError, claims_named, load_claims
from rent_or_sell.prose.chapter_prose import pieces
from rent_or_sell.tables.claims_table import ClaimsTable, Treatment

pytestmark = pytest.mark.builds

CHAPTERS = sorted((Path(__file__).resolve().parents[2] / "book").glob("*.md"))
LIST = "claims.md"


def marks(chapter: Path) -> dict[str, list[int]]:
    """Return the claims marked in a chapter's prose, with the lines of their marks."""
    found = defaultdict(list)
    for piece in pieces(chapter.read_text(encoding="utf-8")):
        if piece.role == "claim":
            for name in re.split(r"\s*,\s*", piece.text.strip()):
                found[name].append(piece.line)
    return found


@pytest.fixture(scope="module")
def treated() -> set[str]:
    """Every claim that a chapter marks; the page that lists them all is none."""
    return {name for chapter in CHAPTERS if chapter.name != LIST for name in marks(chapter)}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.name)
def test_marks_name_claims_that_exist(chapter: Path) -> None:
    for name, lines in marks(chapter).items():
        assert name in load_claims(BOOK.facts), (
            f"{chapter.name}:{lines[0]}: there is no claim {name}"
        )


@pytest.mark.parametrize(
    "claim", load_claims(BOOK.facts).values(), ids=lambda claim: claim.identity
)
def test_a_chapter_treats_the_claim(claim: Claim, treated: set[str]) -> None:
    assert claim.identity in treated, (
        f"no chapter treats {claim.identity} ({claim.section}): {claim.text}. Say it in prose, "
        f"with who said it and how firmly, and put {{claim}}`{claim.identity}` after it"
    )


@pytest.fixture(scope="module")
def chapter(small_book: Path) -> str:
    """The HTML of the page with marks."""
    return (small_book / "marks.html").read_text(encoding="utf-8")


def test_each_mark_is_an_anchor_and_a_link_to_its_row(chapter: str) -> None:
    links = re.findall(r'<a id="(claim-[^"]*)" href="([^"]*)"', chapter)
    names = ("AC01", "AC02", "AC12", "AC13", "AC03", "AC02")
    anchors = ("AC01", "AC02", "AC12", "AC13", "AC03", "AC02-2")
    assert links == [
        (f"claim-{anchor}", f"claims.html#{name}")
        for anchor, name in zip(anchors, names, strict=True)
    ]


def test_a_mark_says_what_it_leads_to(chapter: str) -> None:
    mark = re.search(r'<a id="claim-AC02"[^>]*aria-label="([^"]*)"[^>]*>([^<]*)</a>', chapter)
    assert mark is not None
    assert html.unescape(mark[1]).startswith("Claim 2: DeSantis did not name any")
    assert mark[1].endswith("said by Peter DeSantis")
    assert mark[2] == "2"


def test_marks_stay_out_of_titles_contents_and_search(small_book: Path, chapter: str) -> None:
    title = re.search(r"<title>(.*?)</title>", chapter, re.DOTALL)
    assert title is not None
    assert re.match(r"\s*A title\s*(&#8212;|—|$)", title[1])
    contents = re.findall(r'href="#a-section">\s*([^<]*?)\s*</a>', chapter)
    assert contents
    assert set(contents) == {"A section"}
    index = (small_book.parent / "searchindex.js").read_text(encoding="utf-8")
    assert "A title" in index
    assert "A title1" not in index


def test_list_has_a_row_for_every_claim_and_leads_back(small_book: Path) -> None:
    page = (small_book / "claims.html").read_text(encoding="utf-8")
    assert re.findall(r'<tr id="(AC\d+)">', page) == sorted(
        load_claims(BOOK.facts),
        key=lambda name: [*sections()].index(load_claims(BOOK.facts)[name].section),
    )
    row = re.search(r'<tr id="AC02">.*?</tr>', page)
    assert row is not None
    assert '<a href="marks.html#claim-AC02">A title</a>' in row[0]
    assert '<a href="marks.html#claim-AC02-2">again</a>' in row[0]


def sections() -> dict[str, None]:
    """Return the sections of the article in order."""
    return dict.fromkeys(claim.section for claim in load_claims(BOOK.facts).values())


@pytest.mark.parametrize("text", ["AC99", "", "AC01;AC02", "AC01,"])
def test_mark_must_name_claims(text: str) -> None:
    with pytest.raises(ClaimError, match="is not a claim"):
        claims_named(BOOK.facts, text)


def test_csv_says_where_each_claim_is_treated() -> None:
    table = ClaimsTable(
        BOOK.facts, {"AC02": [Treatment("One", "a.html#b"), Treatment("Two", "c.html#d")]}
    )
    packed = re.search(r'href="data:text/csv[^,]*,([^"]*)"', table.download_html())
    assert packed is not None
    rows = list(csv.reader(unquote(packed[1]).lstrip("\ufeff").splitlines()))
    assert len(rows) == len(load_claims(BOOK.facts)) + 1
    assert dict(zip(rows[0], rows[2], strict=True))["Treated in"] == "One; Two"


def test_list_is_text_never_markup() -> None:
    bad = '"><script>'
    page = ClaimsTable(BOOK.facts, {"AC02": [Treatment(bad, bad)]}).section_html(
        "Headline and lead"
    )
    assert "<script>" not in page
