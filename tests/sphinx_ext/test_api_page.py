"""The page on the library lists every public name, and nothing that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import rent_or_sell

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "book" / "api.md").read_text(encoding="utf-8")
LISTED = re.findall(r"^\.\. auto(?:function|class|exception):: (\w+)$", PAGE, re.MULTILINE)
MEMBERS = re.findall(r"^\.\. autoclass:: (\w+)\n   :members: (.+)$", PAGE, re.MULTILINE)


def test_every_public_name_is_on_the_page_once() -> None:
    told = [name for name in rent_or_sell.__all__ if name not in LISTED]
    assert sorted(LISTED + told) == sorted(rent_or_sell.__all__)
    assert told == ["Value", "Yearly", "fleet", "market", "parity", "rack"]
    assert [name for name in told if not re.search(rf"`[^`]*\b{name}\b", PAGE)] == []


def test_every_member_of_a_model_is_on_the_page() -> None:
    listed = {name: sorted(members.split(", ")) for name, members in MEMBERS}
    for name, members in listed.items():
        assert [one for one in members if not hasattr(getattr(rent_or_sell, name), one)] == []
    own = [one for one in vars(rent_or_sell.Model) if not one.startswith("_")]
    fields = rent_or_sell.Model.__dataclass_fields__
    assert listed["Model"] == sorted(one for one in own if one not in fields)


def test_the_table_of_contents_has_it_after_the_workbench() -> None:
    chapters = re.findall(r"- file: (\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
    assert chapters[chapters.index("book/workbench") + 1] == "book/api"
