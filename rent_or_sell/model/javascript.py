"""Prints a model as the JavaScript that computes it in the browser, one case or many at once.

In the printed code a plain name is a parameter or a quantity, and what the code needs for itself
carries a `$`, which no name in Python can: the two never clash.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

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
    "true", "false", "typeof", "undefined", "var", "void", "NaN", "Infinity", "Math",
    "Float64Array", "__proto__", "year",
))
# fmt: on

_OPERATORS = ("defined", "geometricSum", "cohortSum", "yearSum")
_MODEL = """{{
  parameters: {parameters},
  results: {results},
  yearly: {yearly},
  years: {years},
  reads: {{
    {reads}
  }},
  run({{{operators}}}, $plan, $input, $output, $count) {{
    {declarations}
    for (let $case = 0, $done = 0; $case < $count; $case += 1, $done = 1) {{
      {statements}
    }}
  }},
}}"""


def javascript(
    quantities: Mapping[str, Quantity],
    parameters: Collection[str],
    results: Collection[str],
    years: int,
) -> str:
    """Return a JavaScript expression: an object that describes the model and can run it.

    It names the `parameters`, the `results`, those of them that are `yearly`, the number of `years`
    and what each quantity `reads`, in an order in which each comes after all that it reads. With
    the operators of `explorer/operators.js`,

        run(operators, plan, input, output, count)

    computes `count` cases in one loop. `plan` maps each name to 2 if it differs between the cases,
    to 1 if it is the same in all, and so computed once, and to 0 if nothing wanted reads it.
    `input` maps each planned parameter to a Float64Array of `count` values, or of one if it is the
    same in all. `output` maps each wanted result to a Float64Array to fill: `count` values or, of a
    yearly one, those of the first year, then those of the second and so on. What is not defined is
    NaN.

    Raises
    ------
    ModelError
        If a name cannot be used in JavaScript or an equation cannot be written as a formula.
    """
    names = [*parameters, *quantities]
    _refuse_reserved(names)
    yearly = [name for name, quantity in quantities.items() if quantity.yearly]
    printer = _Printer(yearly, years)
    computed = [line for q in quantities.values() for line in _computed(q, printer)]
    scratch = [*yearly, *printer.flows]
    declarations = [
        *(f"const {name}$plan = $plan.{name};" for name in names),
        *(f"const {name}$in = $input.{name};" for name in parameters),
        *(f"const {name}$out = $output.{name};" for name in results),
        *(f"let {name} = NaN;" for name in names if name not in yearly),
        *(f"const {name} = new Float64Array({years});" for name in scratch),
    ]
    statements = [
        *(f"if ({name}$plan > $done) {name} = {name}$in[$case];" for name in parameters),
        *computed,
        *(_handed_out(quantities[name], printer) for name in results),
    ]
    return _MODEL.format(
        parameters=_texts(parameters),
        results=_texts(results),
        yearly=_texts(name for name in results if name in yearly),
        years=years,
        reads="\n    ".join(f"{name}: {_texts(_reads(q))}," for name, q in quantities.items()),
        operators=", ".join(f"{name}: ${name}" for name in _OPERATORS),
        declarations="\n    ".join(declarations),
        statements="\n      ".join(statements),
    )


def _refuse_reserved(names: Iterable[str]) -> None:
    for name in names:
        if name in _RESERVED:
            raise ModelError(
                f"{name!r} has a meaning of its own in JavaScript; choose another name."
            )


def _texts(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def _reads(quantity: Quantity) -> list[str]:
    return [name for name in quantity.reads if name != "year"]


def _computed(quantity: Quantity, printer: _Printer) -> list[str]:
    """Return the statements that compute a quantity: first the flows that its sums run over."""
    name, before = quantity.name, len(printer.flows)
    code = printer.doprint(trace(quantity))
    flows = list(printer.flows.items())[before:]
    lines = [f"{printer.each_year} {flow}[year] = {value};" for flow, value in flows]
    if quantity.yearly:
        lines.append(f"{printer.each_year} {name}[year] = $defined({code});")
    else:
        lines.append(f"{name} = $defined({code});")
    return [f"if ({name}$plan > $done) {line}" for line in lines]


def _handed_out(quantity: Quantity, printer: _Printer) -> str:
    name = quantity.name
    if quantity.yearly:
        out = f"{printer.each_year} {name}$out[year * $count + $case] = {name}[year];"
    else:
        out = f"{name}$out[$case] = {name};"
    return f"if ({name}$out) {out}"


class _Printer(JavascriptCodePrinter):  # type: ignore[misc]  # SymPy is untyped
    """Prints expressions; `flows` are those that sums run over, by the array that holds them."""

    def __init__(self, yearly: Collection[str], years: int) -> None:
        super().__init__({"order": "none"})
        self._yearly = yearly
        self.each_year = f"for (let year = 0; year < {years}; year += 1)"
        self.flows: dict[str, str] = {}

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
        return f"$geometricSum({ratio}, {terms})"

    def _cohort_sum(self, flow: str, ratio: str, years: str) -> str:
        return f"$cohortSum({self._array(flow)}, year, {ratio}, {years})"

    def _year_sum(self, flow: str) -> str:
        return f"$yearSum({self._array(flow)})"

    def _array(self, flow: str) -> str:
        """Return the array that holds a flow: a yearly quantity's own, or one filled for it."""
        name = flow.removesuffix("[year]")
        if name in self._yearly:
            return name
        self.flows[f"$flow{len(self.flows)}"] = flow
        return f"$flow{len(self.flows) - 1}"
