"""Prints equations as LaTeX: symbols for parameters, names for quantities, the author's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sympy
from sympy.printing.latex import LatexPrinter

from rent_or_sell.model.graph import Quantity
from rent_or_sell.model.parameters import Parameter
from rent_or_sell.model.symbolic import flatten, inverse, is_reciprocal, signed, trace


def latex(
    quantity: Quantity, quantities: Mapping[str, Quantity], parameters: Mapping[str, Parameter]
) -> str:
    """Return "name = right-hand side" of a quantity, given all it may read, as LaTeX."""
    printer = _Printer(quantities, parameters)
    return f"{printer.name(quantity.name)} = {printer.doprint(flatten(trace(quantity)))}"


class _Printer(LatexPrinter):  # type: ignore[misc]  # SymPy is untyped
    printmethod = "_formula"  # none has it: nan would print itself otherwise

    def __init__(
        self, quantities: Mapping[str, Quantity], parameters: Mapping[str, Parameter]
    ) -> None:
        super().__init__({"order": "none"})
        self._quantities = quantities
        self._parameters = parameters

    def name(self, name: str) -> str:
        if name in self._parameters:
            return self._parameters[name].symbol
        if name == "year":
            return "t"
        text = rf"\text{{{name}}}".replace("_", r"\_")
        return rf"{text}_{{t}}" if self._quantities[name].yearly else text

    def _print_Symbol(self, expr: sympy.Symbol, style: str = "plain") -> str:
        return self.name(expr.name)

    def _print_Add(self, expr: sympy.Add, order: str | None = None) -> str:
        terms = ""
        for term in expr.args:
            sign, size = signed(term)
            printed = self._print(size)
            terms += f" {sign or '+'} " if terms else sign
            terms += rf"\left({printed}\right)" if size.is_Add else printed
        return terms

    def _print_Mul(self, expr: sympy.Mul) -> str:
        sign, size = signed(expr)
        return sign + self._product(sympy.Mul.make_args(size))

    def _product(self, factors: Sequence[sympy.Expr]) -> str:
        """Print factors in order, the reciprocals among them below one fraction line."""
        above = [factor for factor in factors if not is_reciprocal(factor)]
        below = [part for factor in factors if is_reciprocal(factor) for part in inverse(factor)]
        if below:
            return rf"\frac{{{self._factors(above)}}}{{{self._factors(below)}}}"
        return self._factors(above)

    def _factors(self, factors: Sequence[sympy.Expr]) -> str:
        if len(factors) == 1:
            return str(self._print(factors[0]))
        printed = [
            rf"\left({self._print(factor)}\right)"
            if _needs_brackets(factor)
            else self._print(factor)
            for factor in factors
        ]
        return r" \cdot ".join(printed) or "1"

    def _print_NaN(self, expr: sympy.Expr) -> str:
        return r"\text{not defined}"

    def _print_Function(self, expr: sympy.Function, exp: str | None = None) -> str:
        printed = str(getattr(self, f"_{expr.func.__name__}")(*expr.args))
        return rf"\left({printed}\right)^{{{exp}}}" if exp else printed

    def _minimum(self, first: sympy.Expr, second: sympy.Expr) -> str:
        return rf"\min\left({self._print(first)},\; {self._print(second)}\right)"

    def _maximum(self, first: sympy.Expr, second: sympy.Expr) -> str:
        return rf"\max\left({self._print(first)},\; {self._print(second)}\right)"

    def _where_positive(
        self, condition: sympy.Expr, then: sympy.Expr, otherwise: sympy.Expr
    ) -> str:
        return (
            rf"\begin{{cases}} {self._print(then)} & \text{{if }} {self._print(condition)} > 0 \\ "
            rf"{self._print(otherwise)} & \text{{otherwise}} \end{{cases}}"
        )

    def _geometric_sum(self, ratio: sympy.Expr, terms: sympy.Expr) -> str:
        return rf"\sum_{{j=0}}^{{{self._print(terms)} - 1}} {self._power(ratio, 'j')}"

    def _cohort_sum(self, flow: sympy.Expr, ratio: sympy.Expr, years: sympy.Expr) -> str:
        cohort = self._print(flow).replace("_{t}", "_{k}")
        weight = "" if ratio == 1 else rf" \cdot {self._power(ratio, 't - k')}"
        return rf"\sum_{{k \le t,\; t - k < {self._print(years)}}} {cohort}{weight}"

    def _year_sum(self, flow: sympy.Expr) -> str:
        return rf"\sum_{{t}} {self._print(flow)}"

    def _power(self, base: sympy.Expr, exponent: str) -> str:
        printed = self._print(base)
        if base.is_Symbol:
            return rf"{printed}^{{{exponent}}}"
        return rf"\left({printed}\right)^{{{exponent}}}"


def _needs_brackets(factor: sympy.Expr) -> bool:
    return bool(factor.is_Add or (factor.is_Number and factor.is_negative))
