"""Each page ends with a prepared mail on its errors, and each card knows the address of its fact."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from page_cards import cards_of

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.edition import edition_name
from rent_or_sell.sphinx_ext.error_report import letter

pytestmark = pytest.mark.builds


def test_a_page_ends_with_a_mail_that_names_book_edition_chapter_and_page(small_book: Path) -> None:
    page = (small_book / "terms.html").read_text(encoding="utf-8")
    address = re.search(r'<p class="report-error"><a href="([^"]*)">', page)
    assert address is not None
    mail = urlsplit(html.unescape(address[1]))
    assert (mail.scheme, mail.path) == ("mailto", "")
    (body,) = parse_qs(mail.query)["body"]
    for line in (
        f"Book: Rent or Sell?, {edition_name(BOOK.edition.number)}",
        "Chapter: 3 · Terms",
        "Page: book/terms.html",
    ):
        assert line in body.split("\r\n")


def test_cards_carry_the_addresses_of_their_facts(small_book: Path) -> None:
    def addresses(html_text: str) -> list[str]:
        return re.findall(r'data-address="([^"]*)"', html_text)

    def of_cards(page: str) -> list[str]:
        return addresses("".join(cards_of(small_book / page).values()))

    assert of_cards("numbers.html")[1:3] == [
        "amazon_statements.JL01",
        "parameter.rent_per_chip_hour",
    ]
    assert of_cards("terms.html")[0] == "glossary.attach rate"
    for address in addresses((small_book / "facts.html").read_text(encoding="utf-8")):
        table, _, row = address.partition(".")
        assert BOOK.rows(table, [row]).shape[0] == 1


def test_a_letter_goes_to_the_address_of_the_book_and_text_cannot_add_to_it() -> None:
    mail = urlsplit(letter("A & B", "an edition", "x&cc=y#z", "p.html", "we@example.org"))
    assert mail.path == "we@example.org"
    assert set(parse_qs(mail.query)) == {"subject", "body"}
    assert "Chapter: x&cc=y#z" in parse_qs(mail.query)["body"][0]
