"""One explorer with a question and a score, as the files that learning platforms take: SCORM 1.2."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote, urlencode

from rent_or_sell.books import Book
from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.lessons.class_data import LONGEST_QUESTION
from rent_or_sell.explorer.lessons.embed import embed_page, take_apart
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import ModelInputError, check_changes
from rent_or_sell.names import require_name

PASSED = 50  # of 100, as scorm.js says it too

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{name}" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \
xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="book"><organization identifier="book"><title>{book}</title>
<item identifier="lesson" identifierref="page"><title>{title}</title>\
<adlcp:masteryscore>{passed}</adlcp:masteryscore></item>
</organization></organizations>
<resources><resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
{files}
</resource></resources>
</manifest>
"""


@dataclass(frozen=True)
class Lesson:
    """A question on one case: the result that answers it, and what students cannot move.

    With `predict` the answer is hidden until a student has given one, once; without it students
    look for it and may try again.
    """

    view: str
    question: str
    answer: str
    changes: Mapping[str, float] = field(default_factory=dict)
    fixed: tuple[str, ...] = ()
    predict: bool = False

    def fragment(self, book: Book) -> str:
        """Return the lesson as a link says it, or raise `ModelInputError` with what is wrong."""
        model = book.model(book.view(self.view).model)
        self._check(book, model)
        pairs: dict[str, object] = {"explorer": self.view, **self.changes}
        pairs |= {"edition": book.edition.number, "question": self.question, "answer": self.answer}
        pairs |= {"predict": 1} if self.predict else {}
        pairs |= {"lock": ",".join(self.fixed)} if self.fixed else {}
        return f"#{urlencode(pairs, quote_via=quote)}"

    def _check(self, book: Book, model: Model) -> None:
        check_changes(self.changes, model.parameters)
        for name in self.fixed:
            require_name(name, model.parameters, f"a parameter of {model.name}", ModelInputError)
        single = [name for name in model.results if not model.quantity(name).yearly]
        require_name(self.answer, single, f"a single result of {model.name}", ModelInputError)
        if not math.isfinite(float(book.evaluate(model.name, self.changes)[self.answer])):
            raise ModelInputError(
                f"{self.answer} has no value in this case: nobody could be right."
            )
        if not 0 < len(self.question.strip()) <= LONGEST_QUESTION:
            raise ModelInputError(
                f"the question has {len(self.question)} characters; write 1 to {LONGEST_QUESTION}."
            )


def scorm_files(book: Book, title: str, lesson: Lesson) -> dict[str, str]:
    """Return the files of a package by name: a manifest, a page, its sheet and its scripts."""
    fragment = lesson.fragment(book)
    taken = take_apart(book.explorer(view=lesson.view))
    here = bundle.page_script(taken.models, taken.specs)
    files = {
        "explorer.css": bundle.embed_stylesheet(),
        "explorer.js": bundle.site_script(bundle.SCORM),
        "here.js": f"{here}explorersHere.fragment = {json.dumps(fragment)};\n",
        "index.html": embed_page(
            taken,
            book=title,
            title=lesson.question,
            home="",
            icon="",
            made_of="",
            policy="",
            sheet="explorer.css",
            here="here.js",
            script="explorer.js",
            scored=True,
        ),
    }
    return {"imsmanifest.xml": manifest(title, lesson, files), **files}


def manifest(book: str, lesson: Lesson, files: Iterable[str]) -> str:
    """Return the manifest, which names every other file."""
    return MANIFEST.format(
        name=f"explorer-{lesson.view}",
        book=escape(book),
        title=escape(lesson.question),
        passed=PASSED,
        files="\n".join(f'<file href="{name}"/>' for name in files),
    )
