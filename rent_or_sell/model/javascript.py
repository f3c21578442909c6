"""Prints a model as the JavaScript that computes it in the browser."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import sympy
from sympy.printing.jscode import JavascriptCodePrinter

from rent_or_sell.model.graph import ModelError, Quantity
from rent_or_sell.model.symbolic import trace

# Words that JavaScript keeps for itself (Python keeps the others) or that generated code uses.
# fmt: off
_RESERVED = frozenset((
    "arguments", "case", "catch", "const", "debugger", "default", "delete", "do", "enum", "eval",
    "export", "extends", "function", "implements", "instanceof", "interface", "let", "new", "null",
    "package", "private", "protected", "public", "static", "super", "switch", "this", "throw",
    "true", "false", "typeof", "undefined", "var", "void", "NaN", "Infinity", "Math", "year",
    "geometricSum", "cohortSum", "yearSum", "everyYear", "defined",
))
# fmt: on


def javascript(
    quantities: Mapping[str, Quantity], parameters: Collection[str], results: Collection[str]
) -> str:
    """Return a JavaScript expression: a function of the operators that returns the model.

    The model is a function of an object of parameters and returns an object of the results;
    a yearly one is an array, and what is not defined is NaN. The operators are those of
    `explorer/operators.js`.

    Raises
    ------
    ModelError
        If a name cannot be used in JavaScript or an equation cannot be written as a formula.
    """
    yearly = {name for name, quantity in quantities.items() if quantity.yearly}
    for name in [*parameters, *quantities]:
        if name in _RESERVED:
            raise ModelError(
                f"{name!r} has a meaning of its own in JavaScript; choose another name."
            )
    printer = _Printer(yearly)
    lines = [_statement(quantity, printer) for quantity in quantities.values()]
    return (
        "({geometricSum, cohortSum, yearSum, everyYear, defined}) => "
        f"({{{', '.join(parameters)}}}) => {{\n"
        + "".join(f"  {line}\n" for line in lines)
        + f"  return {{{', '.join(results)}}};\n}}"
    )


def _statement(quantity: Quantity, printer: _Printer) -> str:
    code = printer.doprint(trace(quantity))
    if quantity.yearly:
        return f"const {quantity.name} = everyYear((year) => {code});"
    return f"const {quantity.name} = defined({code});"


class _Printer(JavascriptCodePrinter):  # type: ignore[misc]  # SymPy is untyped
    def __init__(self, yearly: Collection[str]) -> None:
        super().__init__({"order": "none"})
        self._yearly = yearly

    def _print_Symbol(self, expr: sympy.Symbol) -> str:
        return f"{expr.name}[year]" if expr.name in self._yearly else str(expr.name)

    def _print_Float(self, expr: sympy.Float) -> str:
        return repr(float(expr))  # SymPy's own fifteen digits would not be the same number

    def _print_NaN(self, expr: sympy.Expr) -> str:
        return "NaN"

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
        return f"geometricSum({ratio}, {terms})"

    def _cohort_sum(self, flow: str, ratio: str, years: str) -> str:
        return f"cohortSum((year) => {flow}, year, {ratio}, {years})"

    def _year_sum(self, flow: str) -> str:
        return f"yearSum((year) => {flow})"
