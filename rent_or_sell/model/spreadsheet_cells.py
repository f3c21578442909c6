"""Prints equations as the formulas of a spreadsheet's cells, in the author's names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sympy
from sympy.printing.printer import Printer

from rent_or_sell.model.graph import Quantity
from rent_or_sell.model.parameters import Parameter
from rent_or_sell.model.spreadsheet_names import sheet_names
from rent_or_sell.model.symbolic import flatten, inverse, is_reciprocal, signed, trace
from rent_or_sell.model.years import Years

UNDEFINED = "NA()"


@dataclass(frozen=True)
class Sum:
    """1 + ratio + ratio² + … in a row of its own: the name of its value, and two formulas."""

    name: str
    ratio: str
    terms: str


@dataclass(frozen=True)
class Cells:
    """What the cells of a model hold.

    Attributes
    ----------
    names
        The defined name of each parameter and quantity, and of each year of a yearly quantity
        under a name such as `sold_2027`.
    formulas
        By the same keys what stands behind the equals sign; a yearly quantity has one a year.
    sums
        The geometric sums that the formulas name.
    """

    names: Mapping[str, str]
    formulas: Mapping[str, str]
    sums: tuple[Sum, ...]


def in_year(name: str, year: int) -> str:
    """Return the key of a yearly quantity's value in a calendar year."""
    return f"{name}_{year}"


def cells_of(
    quantities: Mapping[str, Quantity], parameters: Mapping[str, Parameter], years: Years
) -> Cells:
    """Return the formula of every quantity, of a yearly one for each year.

    Raises
    ------
    ModelError
        If an equation cannot be written as a formula.
    """
    yearly = [name for name, quantity in quantities.items() if quantity.yearly]
    names = sheet_names(
        [*parameters, *quantities, *(in_year(name, year) for name in yearly for year in years)]
    )
    printer = _Printer(names, frozenset(yearly), parameters, years)
    formulas: dict[str, str] = {}
    for name, quantity in quantities.items():
        expression = trace(quantity)
        if quantity.yearly:
            for year in years:
                key = in_year(name, year)
                formulas[key] = printer.formula(key, expression, year)
        else:
            formulas[name] = printer.formula(name, expression, years.first)
    return Cells(names, formulas, tuple(printer.sums))


class _Printer(Printer):  # type: ignore[misc]  # SymPy is untyped
    """Prints an expression as it is in one year, and keeps the geometric sums that it takes."""

    printmethod = "_cell"  # none has it: nan would print itself otherwise

    def __init__(
        self,
        names: Mapping[str, str],
        yearly: frozenset[str],
        parameters: Mapping[str, Parameter],
        years: Years,
    ) -> None:
        super().__init__()
        self._names = names
        self._yearly = yearly
        self._parameters = parameters
        self._years = years
        self._year = years.first
        self._cell = ""
        self.sums: list[Sum] = []

    def formula(self, cell: str, expression: sympy.Expr, year: int) -> str:
        """Return what stands behind the equals sign of a cell."""
        self._cell, self._year = cell, year
        return str(self._print(flatten(expression)))

    def _base_in(self, year: int, expression: sympy.Expr) -> str:
        before, self._year = self._year, year
        printed = self._base(expression)
        self._year = before
        return printed

    def _print_Symbol(self, expr: sympy.Symbol) -> str:
        name = str(expr.name)
        if name == "year":
            return str(self._year - self._years.first)
        return self._names[in_year(name, self._year) if name in self._yearly else name]

    def _print_Integer(self, expr: sympy.Integer) -> str:
        return str(int(expr))

    def _print_Float(self, expr: sympy.Float) -> str:
        number = float(expr)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)

    def _print_NaN(self, expr: sympy.Expr) -> str:
        return UNDEFINED

    def _print_Add(self, expr: sympy.Add) -> str:
        sums = ""
        for term in expr.args:
            sign, size = signed(term)
            printed = f"({self._print(size)})" if size.is_Add else self._print(size)
            sums += f" {sign or '+'} {printed}" if sums else self._with_sign(sign, printed)
        return sums

    def _print_Mul(self, expr: sympy.Mul) -> str:
        sign, size = signed(expr)
        return self._with_sign(sign, self._product(sympy.Mul.make_args(size)))

    @staticmethod
    def _with_sign(sign: str, printed: str) -> str:
        """Put a leading minus; a spreadsheet reads -x^2 as (-x)^2."""
        return f"-1*{printed}" if sign and "^" in printed else f"{sign}{printed}"

    def _product(self, factors: Sequence[sympy.Expr]) -> str:
        above = [self._factor(one) for one in factors if not is_reciprocal(one)]
        below = [
            self._factor(part) for one in factors if is_reciprocal(one) for part in inverse(one)
        ]
        over = f"/({'*'.join(below)})" if len(below) > 1 else "".join(f"/{one}" for one in below)
        return ("*".join(above) or "1") + over

    def _factor(self, expr: sympy.Expr) -> str:
        printed = str(self._print(expr))
        is_plain = expr.is_Symbol or expr.is_Function or (expr.is_Pow and not is_reciprocal(expr))
        return printed if is_plain or printed.isdigit() else f"({printed})"

    def _print_Pow(self, expr: sympy.Pow) -> str:
        if is_reciprocal(expr):
            return self._product([expr])
        base, exponent = self._base(expr.base), self._print(expr.exp)
        is_safe = self._lowest(expr.base) > 0
        if exponent == "0" and not is_safe:
            return "1"  # 0^0 is an error in a spreadsheet
        is_plain = expr.exp.is_Symbol or (expr.exp.is_Number and not expr.exp.is_negative)
        power = f"{base}^{exponent if is_plain else f'({exponent})'}"
        is_safe = is_safe or expr.exp.is_Number or exponent.isdigit() or self._lowest(expr.exp) > 0
        return power if is_safe else f"IF({exponent}=0,1,{power})"

    def _base(self, expr: sympy.Expr) -> str:
        printed = str(self._print(expr))
        return printed if expr.is_Symbol else f"({printed})"

    def _lowest(self, expr: sympy.Expr) -> float:
        """Return a lower bound that the hard limits put on an expression, if it is plain."""
        if expr.is_Number:
            return float(expr)
        if expr.is_Symbol and expr.name in self._parameters:
            return self._parameters[expr.name].minimum
        if expr.is_Add:
            return sum(self._lowest(term) for term in expr.args)
        return -math.inf

    def _print_Function(self, expr: sympy.Function) -> str:
        return str(getattr(self, f"_{expr.func.__name__}")(*expr.args))

    def _minimum(self, first: sympy.Expr, second: sympy.Expr) -> str:
        return f"MIN({self._print(first)},{self._print(second)})"

    def _maximum(self, first: sympy.Expr, second: sympy.Expr) -> str:
        return f"MAX({self._print(first)},{self._print(second)})"

    def _where_positive(
        self, condition: sympy.Expr, then: sympy.Expr, otherwise: sympy.Expr
    ) -> str:
        tested, other = self._print(condition), self._print(otherwise)
        if other != UNDEFINED:  # what is not defined is not positive
            tested = f"IFERROR({tested},0)"
        elif condition.is_Add:
            tested = f"({tested})"
        return f"IF({tested}>0,{self._print(then)},{other})"

    def _geometric_sum(self, ratio: sympy.Expr, terms: sympy.Expr) -> str:
        printed = self._print(ratio), self._print(terms)
        for known in self.sums:
            if (known.ratio, known.terms) == printed:
                return known.name
        taken = {*self._names.values(), *(known.name for known in self.sums)}
        *_, name = sheet_names([*taken, f"{self._cell}_sum"]).values()
        self.sums.append(Sum(name, *printed))
        return name

    def _cohort_sum(self, flow: sympy.Expr, ratio: sympy.Expr, years: sympy.Expr) -> str:
        kept, lasting = self._base(ratio), self._print(years)
        cohorts = []
        for age in range(self._year - self._years.first + 1):
            brought = self._base_in(self._year - age, flow)
            weight = "" if age == 0 or ratio == 1 else f"*{kept}^{age}"
            cohorts.append(f"IF({age}<{lasting},{brought}{weight},0)")
        return f"({'+'.join(cohorts)})"

    def _year_sum(self, flow: sympy.Expr) -> str:
        if flow.is_Symbol and flow.name in self._yearly:
            return f"SUM({self._names[flow.name]})"
        return f"({'+'.join(self._base_in(year, flow) for year in self._years)})"
