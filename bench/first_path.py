"""The first edition's way to many draws, kept as the reference that `engine_browser.py` measures.

It compiled one function of one case, gave it an object with every input, spread anew for each draw,
and took an object with every result.
"""

from __future__ import annotations

import sympy
from sympy.printing.jscode import JavascriptCodePrinter

from rent_or_sell.model.models import Model
from rent_or_sell.model.symbolic import trace

_CALLS = {
    "minimum": "Math.min({}, {})",
    "maximum": "Math.max({}, {})",
    "where_positive": "(({}) > 0 ? ({}) : ({}))",
    "geometric_sum": "geometricSum({}, {})",
    "cohort_sum": "cohortSum((year) => {}, year, {}, {})",
    "year_sum": "yearSum((year) => {})",
}
_OPERATORS = """
const defined = (value) => (Number.isFinite(value) ? value : NaN);
const everyYear = (yearly) => {
  const values = [];
  for (let year = 0; year < YEARS; year += 1) values.push(defined(yearly(year)));
  return values;
};
const geometricSum = (ratio, terms) => {
  if (!Number.isInteger(terms)) {
    return ratio === 1 ? terms : Math.expm1(terms * Math.log(ratio)) / (ratio - 1);
  }
  let total = 0;
  for (let term = 0; term < terms; term += 1) total = 1 + ratio * total;
  return total;
};
const cohortSum = (flow, year, ratio, years) => {
  let total = 0;
  for (let cohort = 0; cohort <= year; cohort += 1) {
    const age = year - cohort;
    if (age < years) total += flow(cohort) * ratio ** age;
  }
  return total;
};
const yearSum = (yearly) => everyYear(yearly).reduce((total, value) => total + value, 0);
"""


def one_case(model: Model) -> str:
    """Return a JavaScript expression: a function of one case's inputs to all its results."""
    printer = _Printer(model)
    lines = []
    for quantity in model.equations.values():
        code = printer.doprint(trace(quantity))
        value = f"everyYear((year) => {code})" if quantity.yearly else f"defined({code})"
        lines.append(f"const {quantity.name} = {value};")
    return (
        f"(() => {{\nconst YEARS = {model.years.count};{_OPERATORS}"
        f"return ({{{', '.join(model.parameters)}}}) => {{\n"
        + "\n".join(lines)
        + f"\nreturn {{{', '.join(model.results)}}};\n}};\n}})()"
    )


class _Printer(JavascriptCodePrinter):  # type: ignore[misc]  # SymPy is untyped
    def __init__(self, model: Model) -> None:
        super().__init__({"order": "none"})
        self._model = model

    def _print_Symbol(self, expr: sympy.Symbol) -> str:
        quantity = self._model.equations.get(expr.name)
        return f"{expr.name}[year]" if quantity and quantity.yearly else str(expr.name)

    def _print_Float(self, expr: sympy.Float) -> str:
        return repr(float(expr))

    def _print_NaN(self, expr: sympy.Expr) -> str:
        return "NaN"

    def _print_Function(self, expr: sympy.Function) -> str:
        arguments = [self._print(argument) for argument in expr.args]
        return _CALLS[expr.func.__name__].format(*arguments)
