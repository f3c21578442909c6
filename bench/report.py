"""Runs every measurement in turn, prints what it says, and keeps all of it in RESULTS.md."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
SCRIPTS = (
    *("phone", "answers_live", "engine_python", "engine_browser"),
    *("draws_browser", "flips_browser", "long_inputs", "import_time"),
)
HEAD = """# What was measured

Made by `make bench`, which measures everything anew; nothing here is a target that a test holds.
What is compared in one table was measured in the same run.
"""


def machine() -> str:
    """Return what the measurements ran on, in a sentence."""
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    processor = names[0] if names else platform.processor()
    return (
        f"{date.today():%Y-%m-%d}, {os.cpu_count()} cores of {processor}, {platform.system()}, "
        f"Python {platform.python_version()}."
    )


def measured(script: str) -> str:
    """Run a measurement, show what it prints as it comes, and return it."""
    command = [sys.executable, str(HERE / f"{script}.py")]
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        for line in running.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    if running.returncode:
        sys.exit(f"bench/{script}.py failed; {RESULTS.name} stays as it was.")
    return "".join(lines)


def opening(script: str) -> str:
    """Return the first line of a script's docstring."""
    return (HERE / f"{script}.py").read_text(encoding="utf-8").partition("\n")[0].strip('"')


def main() -> None:
    """Run all scripts and write the results."""
    parts = [HEAD, machine() + "\n"]
    for script in SCRIPTS:
        print(f"\nbench/{script}.py", flush=True)
        said = measured(script)
        parts.append(f"## {opening(script)}\n\n`bench/{script}.py`\n\n```text\n{said}```\n")
    RESULTS.write_text("\n".join(parts), encoding="utf-8")
    print(f"\nWritten: {RESULTS}")


if __name__ == "__main__":
    main()
