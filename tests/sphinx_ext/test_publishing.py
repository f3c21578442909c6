"""What a site has besides its pages once it has a base address, and what it has without one."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tiny_book import ROOT, build

from rent_or_sell.sphinx_ext.publishing.feed import atom, releases
from rent_or_sell.sphinx_ext.publishing.policy import POLICY
from rent_or_sell.sphinx_ext.publishing.previews import LONGEST, PICTURE, SIZE

BASE = "https://example.org/a-book/"
ATOM = "{http://www.w3.org/2005/Atom}"
CHANGES = """# Changes

## Unreleased

- Not yet.

## 0.2.0, 2026-12-01

- A first <change>,
  over two lines.
- A second & last.

## 0.1.0, 2026-11-23

- First version.
"""
FIRST = "The first *paragraph* says 'what' the page is. " + "And more words follow it. " * 12
PAGES = {"index": f"# The start\n\n{FIRST}\n", "other": "# Other\n\nFew words.\n"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a book with a base address, a picture and a list of changes."""
    folder = tmp_path_factory.mktemp("published")
    config = (ROOT / "_config.yml").read_text(encoding="utf-8")
    assert 'baseurl: ""' in config
    config = config.replace('baseurl: ""', f'baseurl: "{BASE}"')
    config = config.replace(
        "    language: en", "    language: en\n    rent_or_sell_policy_in_pages: true"
    )
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    (folder / PICTURE).parent.mkdir()
    shutil.copy(ROOT / PICTURE, folder / PICTURE)
    return site_of(folder)


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same book without a base address."""
    folder = tmp_path_factory.mktemp("unpublished")
    (folder / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    return site_of(folder)


def site_of(folder: Path) -> Path:
    done = build(folder, **PAGES)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_build" / "html"


def meta(site: Path, page: str) -> dict[str, str]:
    """Return what a page's head says of it."""
    text = (site / page).read_text(encoding="utf-8")
    found = re.findall(r'<meta (?:name|property|http-equiv)="([^"]*)" content="([^"]*)"', text)
    return {name: html.unescape(content) for name, content in found}


pytestmark = pytest.mark.builds


def test_a_preview_has_title_description_and_picture(published: Path) -> None:
    said = meta(published, "book/index.html")
    assert said["og:title"] == "The start"
    assert said["og:site_name"] == "Rent or Sell?"
    assert said["og:url"] == f"{BASE}book/index.html"
    assert said["og:image"] == f"{BASE}preview.jpg"
    assert (published / "preview.jpg").read_bytes() == (ROOT / PICTURE).read_bytes()
    for words in (said["description"], said["og:description"]):
        assert words.startswith("The first paragraph says ‘what’ the page is.")
        assert words.endswith(" …")
        assert len(words) <= LONGEST + 2
    assert meta(published, "book/other.html")["description"] == "Few words."


def test_the_sites_own_address_is_shared_as_the_first_chapter_is(
    published: Path, unpublished: Path
) -> None:
    for site in (published, unpublished):
        said = meta(site, "index.html")
        assert said.pop("Refresh") == "0; url=book/index.html"
        assert said == meta(site, "book/index.html")
    text = (published / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{BASE}book/index.html"' in text
    assert "<title>Rent or Sell?</title>" in text


def test_the_committed_picture_is_of_the_size_that_is_said_and_light() -> None:
    picture = (ROOT / PICTURE).read_bytes()
    frame = re.search(rb"\xff[\xc0\xc2]..\x08(..)(..)", picture, re.DOTALL)  # of a JPEG: high, wide
    assert frame is not None
    sides = [int.from_bytes(side) for side in frame.groups()]
    assert sides == [SIZE["height"], SIZE["width"]]
    assert len(picture) <= 100_000


def test_every_page_has_one_canonical_address(published: Path) -> None:
    for page in ("book/index.html", "book/other.html"):
        text = (published / page).read_text(encoding="utf-8")
        assert re.findall(r'<link rel="canonical" href="([^"]*)"', text) == [BASE + page]


def test_the_site_map_lists_the_pages(published: Path) -> None:
    root = ElementTree.parse(published / "sitemap.xml").getroot()
    places = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert places == [f"{BASE}book/index.html", f"{BASE}book/other.html"]


def test_the_feed_tells_the_releases_that_have_a_day(published: Path) -> None:
    root = ElementTree.parse(published / "changes.xml").getroot()
    assert root.findtext(f"{ATOM}id") == f"{BASE}changes.xml"
    assert root.findtext(f"{ATOM}updated") == "2026-12-01T00:00:00Z"
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["0.2.0", "0.1.0"]
    assert entries[0].findtext(f"{ATOM}content") == (
        "<ul><li>A first &lt;change&gt;, over two lines.</li><li>A second &amp; last.</li></ul>"
    )
    assert f'type="application/atom+xml" title="What changed" href="{BASE}changes.xml"' in (
        published / "book/index.html"
    ).read_text(encoding="utf-8")


def test_the_list_of_changes_of_this_book_makes_a_feed() -> None:
    told = list(releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    assert told
    assert all(release.changes for release in told)
    assert ElementTree.fromstring(atom("A", BASE, f"{BASE}changes.xml", told)) is not None


@pytest.mark.parametrize(("kind", "root"), [("published", "/a-book/"), ("unpublished", "/")])
def test_the_page_for_wrong_addresses_works_from_any_depth(
    request: pytest.FixtureRequest, kind: str, root: str
) -> None:
    site: Path = request.getfixturevalue(kind)
    text = (site / "404.html").read_text(encoding="utf-8")
    assert "There is no such page" in text
    addresses = re.findall(r'\b(?:href|src|action|data-content_root)="([^"#]+)"', text)
    own = [address for address in addresses if not address.startswith("https:")]
    assert len(own) > 5
    for address in own:
        assert address.startswith(root), address
        assert (site / address.removeprefix(root)).exists(), address


def test_without_a_base_address_nothing_is_absolute(unpublished: Path) -> None:
    text = (unpublished / "book/index.html").read_text(encoding="utf-8")
    assert meta(unpublished, "book/index.html")["og:title"] == "The start"
    for word in ("og:image", "og:url", "canonical", "atom+xml", "Content-Security-Policy"):
        assert word not in text
    for file in ("sitemap.xml", "changes.xml", "preview.jpg"):
        assert not (unpublished / file).exists()


def test_the_policy_in_pages_comes_before_what_it_governs(published: Path) -> None:
    text = (published / "book/index.html").read_text(encoding="utf-8")
    assert meta(published, "book/index.html")["Content-Security-Policy"] == POLICY
    assert text.index("Content-Security-Policy") < text.index("<script")
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"    {POLICY}; frame-ancestors 'self'\n" in guide
