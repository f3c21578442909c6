"""A kernel that does not start is tried once more; one that dies in a cell is not."""

from __future__ import annotations

from typing import Any

import pytest
from jupyter_cache.executors.utils import ExecutionResult
from nbclient.exceptions import DeadKernelError
from nbformat.v4 import new_code_cell, new_notebook

from rent_or_sell.sphinx_ext import failed_cells


@pytest.mark.parametrize(("fails", "is_run"), [(1, True), (2, False)])
def test_a_kernel_whose_port_was_taken_is_started_again(
    monkeypatch: pytest.MonkeyPatch, fails: int, is_run: bool
) -> None:
    starts: list[int] = []

    def execute(notebook: Any, **options: Any) -> ExecutionResult:
        starts.append(1)
        if len(starts) <= fails:
            raise RuntimeError("Kernel died before replying to kernel_info")
        return ExecutionResult(notebook, "", 0)

    monkeypatch.setattr(failed_cells, "single_nb_execution", execute)
    if is_run:
        assert failed_cells.run(new_notebook()).err is None
    else:
        with pytest.raises(RuntimeError, match="died before replying"):
            failed_cells.run(new_notebook())
    assert len(starts) == 2


def test_a_cell_in_which_its_kernel_dies_is_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cell = new_code_cell("import os; os._exit(1)")
    starts: list[int] = []

    def execute(notebook: Any, **options: Any) -> ExecutionResult:
        starts.append(1)
        options["on_cell_start"](cell, 0)
        raise DeadKernelError("Kernel died")

    monkeypatch.setattr(failed_cells, "single_nb_execution", execute)
    failed_cells.run(new_notebook(cells=[cell]))
    assert len(starts) == 1
    assert "the kernel died in this cell." in cell.outputs[0].traceback[0]
