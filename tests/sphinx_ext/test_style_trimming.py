"""What no page can use goes out of the style sheets, and nothing else does."""

from __future__ import annotations

import pytest

from rent_or_sell.sphinx_ext.style_trimming import trimmed, used_names

PAGE = '<main class="wide dark:pale"><p id="first">Words <b>and</b> more.</p></main>'
SCRIPT = 'element.classList.add("open");'
NAMES = used_names([PAGE], [SCRIPT])


@pytest.mark.parametrize(
    "rule",
    [
        "p{color:red}",
        "main.wide > p#first:hover::before{color:red}",
        ".open{color:red}",
        '[data-theme="dark"] p{color:red}',
        "p:not(.gone){color:red}",
        ":is(.gone,p) b{color:red}",
        ":is(.gone, :not(p)) b{color:red}",
        r".dark\:pale{color:red}",
        '.wide{content:"} .gone {"}',
        ".wide{background:url(data:image/svg+xml;base64,PHN2Zz4=)}",
        "@page{margin:2cm}",
        "@keyframes turn{from{opacity:0}to{opacity:1}}",
        "@import url(other.css);",
        "@media print{p{color:red}\n}",
        ".wide{color:red;& p{color:blue}}",
        "p{--tint:red;color:var(--tint)}",
        "p{--tint:var(--pale);--pale:red;color:var(--tint)}",
    ],
)
def test_what_a_page_may_use_stays(rule: str) -> None:
    assert trimmed(rule, NAMES).strip() == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".gone{color:red}",
        "main .gone p{color:red}",
        "#gone{color:red}",
        "table{color:red}",
        "@media print{.gone{color:red}}",
        "@charset 'UTF-8';",
        "@font-face{font-family:far}",
        "/* p{color:red} */",
        "p{--tint:red}",
        "p{--tint:var(--pale);--pale:red}",
    ],
)
def test_what_no_page_can_use_goes(rule: str) -> None:
    assert trimmed(rule, NAMES) == ""


def test_of_a_list_of_selectors_those_in_use_stay() -> None:
    assert trimmed(".gone, p, :is(b, .gone) i, b{color:red}", NAMES) == "p,b{color:red}\n"


def test_a_property_that_a_script_or_a_page_names_stays() -> None:
    names = used_names(['<p data-palette="--pale">'], ['style.getPropertyValue("--tint")'])
    sheet = "p{--tint:red;--pale:pink;--gone:blue}"
    assert trimmed(sheet, names) == "p{--tint:red;--pale:pink}\n"
