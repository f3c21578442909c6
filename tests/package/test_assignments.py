"""The assignments in a course of nbgrader, which is installed in an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from nbgrader_course import make

MARKS = """
import json
from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db") as book:
    print(json.dumps({
        f"{one.assignment.name} {one.student.id}": [
            sum(grade.auto_score or 0 for sheet in one.notebooks for grade in sheet.grades),
            one.max_score,
        ]
        for assignment in book.assignments for one in assignment.submissions
    }))
"""
# What a student may write who has not understood, by the cell that it stands in.
WRONG = {
    # the change itself, not in percent; always the same; not asked whether there is a deal
    "elasticity": "def elasticity(result, parameter):\n    return 0.01",
    "flip": "def flip_point(result, parameter, low, high):\n"
    '    return rack.evaluate()["breakeven_displacement"]',
    "zone": "def deal_zone(changes):\n    results = rack.evaluate(changes)\n"
    '    return results["price_floor_per_chip"], results["price_ceiling_per_chip"]',
    # the discount is read and not taken off, and nothing is set in the explorer
    "equation": "def pv_attached(attach_rate, attach_margin, pv_compute, loyalty_discount):\n"
    "    return attach_rate * attach_margin * pv_compute + loyalty_discount",
    "explorer": "from rent_or_sell import Explorer\nexplorer = Explorer(mine)",
}
# Of ten points, two are for an argument, which a teacher reads.
EXPECTED = {
    "economics correct": [8, 10],
    "economics wrong": [1, 10],
    "economics empty": [0, 10],
    "computing correct": [8, 10],
    "computing wrong": [3, 10],
    "computing empty": [0, 10],
}


class Course:
    """A folder of nbgrader, with the checkout's Python as the kernel of its notebooks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        venv.create(folder / "env", with_pip=True)
        self.run("-m", "pip", "install", "--quiet", "nbgrader")
        kernel = folder / "jupyter" / "kernels" / "python3"
        kernel.mkdir(parents=True)
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        about = {"argv": command, "display_name": "Python 3", "language": "python"}
        (kernel / "kernel.json").write_text(json.dumps(about))
        (folder / "nbgrader_config.py").write_text('c.CourseDirectory.course_id = "course"\n')

    def run(self, *arguments: str) -> str:
        """Run the environment's Python in the folder; what it prints."""
        programs = self.folder / "env" / ("Scripts" if os.name == "nt" else "bin")
        own = {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",  # it calls others by name
            "JUPYTER_PATH": str(self.folder / "jupyter"),
            "JUPYTER_CONFIG_DIR": str(self.folder / "config"),
        }
        done = subprocess.run(
            [str(programs / "python"), *arguments],
            cwd=self.folder,
            env=os.environ | own,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def nbgrader(self, *arguments: str) -> str:
        """Run one of its commands."""
        return self.run("-m", "nbgrader", *arguments)

    def notebook(self, *place: str) -> Path:
        """Return the only notebook of an assignment, by the folders in which it lies."""
        return self.folder.joinpath(*place, f"{place[-1]}.ipynb")

    def submit(self, student: str, name: str, answers: Mapping[str, str]) -> None:
        """Hand in what students get, with some of its cells filled in."""
        released = json.loads(self.notebook("release", name).read_text())
        for grade_id, cell in cells(released).items():
            if grade_id in answers:
                cell["source"] = answers[grade_id]
        handed_in = self.notebook("submitted", student, name)
        handed_in.parent.mkdir(parents=True)
        handed_in.write_text(json.dumps(released))


def cells(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """Return the cells that nbgrader knows, by name."""
    known = (cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"])
    return {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in known}


def solutions(course: Course, name: str) -> dict[str, str]:
    """Return what the teacher's notebook has in the cells that students fill in."""
    source = json.loads(course.notebook("source", name).read_text())
    return {
        grade_id: "".join(cell["source"])
        for grade_id, cell in cells(source).items()
        if cell["cell_type"] == "code" and not cell["metadata"]["nbgrader"]["grade"]
    }


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course in which all students have handed in and everything is graded."""
    course = Course(tmp_path_factory.mktemp("course"))
    for name in make(course.folder):
        course.nbgrader("generate_assignment", name)
        right = solutions(course, name)
        # who is right in what is not asked of the wrong ones
        wrong = right | {cell: text for cell, text in WRONG.items() if cell in right}
        for student, answers in (("correct", right), ("wrong", wrong), ("empty", {})):
            course.submit(student, name, answers)
        course.nbgrader("autograde", name)
    return course


@pytest.mark.parametrize("name", ["economics", "computing"])
def test_students_get_no_solution_and_no_hidden_test(course: Course, name: str) -> None:
    released = course.notebook("release", name).read_text()
    for hidden in ("BEGIN SOLUTION", "HIDDEN TESTS", "1.01 * base", "(1 - loyalty_discount)"):
        assert hidden not in released
    assert released.count("YOUR CODE HERE") == 3


def test_marks_are_those_of_the_work(course: Course) -> None:
    assert json.loads(course.run("-c", MARKS)) == EXPECTED
