"""Breaks a model into the steps that compute it in JavaScript, each an expression."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sympy
from sympy.printing.jscode import JavascriptCodePrinter

from rent_or_sell.model.graph import Quantity
from rent_or_sell.model.symbolic import trace


@dataclass(frozen=True)
class Step:
    """A quantity or a part of one, the code that computes it and what the code reads.

    The code of a yearly step reads `year`, and its value is an array with one number a year.
    """

    name: str
    code: str
    reads: tuple[str, ...]
    yearly: bool


def steps_of(quantities: Mapping[str, Quantity], parameters: Collection[str]) -> list[Step]:
    """Return the steps that compute the quantities, each after the steps that it reads.

    Raises
    ------
    ModelError
        If an equation cannot be written as a formula.
    """
    printer = _Printer(quantities, parameters)
    for quantity in quantities.values():
        code = printer.doprint(trace(quantity))
        printer.add(quantity.name, f"$defined({code})", quantity.yearly)
    return printer.steps


class _Printer(JavascriptCodePrinter):  # type: ignore[misc]  # SymPy is untyped
    """Prints expressions and keeps the steps that they take.

    Powers and sums cost most. Each is a step of its own, so that it is computed once where several
    quantities share it, and once for all cases where it does not vary.
    """

    def __init__(self, quantities: Mapping[str, Quantity], parameters: Collection[str]) -> None:
        super().__init__({"order": "none"})
        self._yearly = {name for name, quantity in quantities.items() if quantity.yearly}
        self._known = {*quantities, *parameters}
        self._parts: dict[str, str] = {}  # code → name
        self.steps: list[Step] = []

    def add(self, name: str, code: str, yearly: bool) -> None:
        """Keep a step; what it reads is read off its code."""
        words = dict.fromkeys(re.findall(r"(?<![.\w$])[\w$]+", code))
        reads = tuple(word for word in words if word in self._known)
        self._known.add(name)
        self.steps.append(Step(name, code, reads, yearly))

    def _part(self, code: str, yearly: bool = False) -> str:
        """Return the name of the step that computes a part of an expression."""
        if code not in self._parts:
            self._parts[code] = f"$part{len(self._parts) + 1}"
            self.add(self._parts[code], code, yearly)
        return self._parts[code]

    def _same_all_years(self, code: str) -> str:
        return code if re.search(r"\byear\b", code) else self._part(code)

    def _print_Symbol(self, expr: sympy.Symbol) -> str:
        return f"{expr.name}[year]" if expr.name in self._yearly else str(expr.name)

    def _print_Float(self, expr: sympy.Float) -> str:
        return repr(float(expr))  # SymPy's own fifteen digits would not be the same number

    def _print_NaN(self, expr: sympy.Expr) -> str:
        return "NaN"

    def _print_Pow(self, expr: sympy.Pow) -> str:
        code = str(super()._print_Pow(expr))
        return self._same_all_years(code) if code.startswith("Math.pow(") else code

    def _print_Function(self, expr: sympy.Function) -> str:
        arguments = [self._print(argument) for argument in expr.args]
        return str(getattr(self, f"_{expr.func.__name__}")(*arguments))

    def _minimum(self, first: str, second: str) -> str:
        return f"Math.min({first}, {second})"

    def _maximum(self, first: str, second: str) -> str:
        return f"Math.max({first}, {second})"

    def _where_positive(self, condition: str, then: str, otherwise: str) -> str:
        return f"(({condition}) > 0 ? ({then}) : ({otherwise}))"

    def _geometric_sum(self, ratio: str, terms: str) -> str:
        return self._same_all_years(f"$geometricSum({ratio}, {terms})")

    def _cohort_sum(self, flow: str, ratio: str, years: str) -> str:
        return f"$cohortSum({self._array(flow)}, year, {ratio}, {years})"

    def _year_sum(self, flow: str) -> str:
        return f"$yearSum({self._array(flow)})"

    def _array(self, flow: str) -> str:
        """Return the name of the array that holds a flow: a yearly quantity, or a step for it."""
        name = flow.removesuffix("[year]")
        return name if name in self._yearly else self._part(flow, yearly=True)
