"""Reads equations as SymPy expressions in their author's order."""

from __future__ import annotations

import sympy

from rent_or_sell.model.graph import ModelError, Quantity
from rent_or_sell.model.nodes import NODES

# What can be printed without loss; SymPy's printers pass other nodes through verbatim.
_ALLOWED = (sympy.Add, sympy.Mul, sympy.Pow, sympy.Symbol, sympy.Number, *NODES.values())
_REMEDY = "use + − × ÷, powers and rent_or_sell's minimum, maximum and where_positive"


def trace(quantity: Quantity) -> sympy.Expr:
    """Return the quantity's right-hand side, unevaluated.

    Raises
    ------
    ModelError
        If the function does something that cannot be written as a formula.
    """
    # Real only: told that a symbol is positive, SymPy would drop a maximum with zero.
    symbols = {name: sympy.Symbol(name, real=True) for name in quantity.reads}
    try:
        with sympy.evaluate(False):
            expression = sympy.sympify(quantity.equation(**symbols), strict=True)
    except (TypeError, AttributeError, sympy.SympifyError) as error:
        raise ModelError(
            f"{quantity.name} cannot be read as a formula ({error}); {_REMEDY}."
        ) from error
    for node in sympy.preorder_traversal(expression):
        if not isinstance(node, _ALLOWED):
            raise ModelError(f"{quantity.name} uses {type(node).__name__}; {_REMEDY}.")
    return expression


def flatten(expression: sympy.Expr) -> sympy.Expr:
    """Return the expression with sums of sums and products of products joined, order kept."""
    if not expression.args:
        return expression
    kind = expression.func
    joined: list[sympy.Expr] = []
    for argument in map(flatten, expression.args):
        same = kind in (sympy.Add, sympy.Mul) and isinstance(argument, kind)
        joined.extend(argument.args if same else (argument,))
    with sympy.evaluate(False):
        return kind(*joined)


def signed_terms(expression: sympy.Expr) -> list[tuple[str, int]]:
    """Return the terms of a sum that are single names, each with its sign, in order."""
    whole = flatten(expression)
    signed = []
    for term in whole.args if whole.is_Add else (whole,):
        is_minus = term.is_Mul and term.args[0] == -1 and len(term.args) == 2
        name = term.args[1] if is_minus else term
        if name.is_Symbol:
            signed.append((str(name), -1 if is_minus else 1))
    return signed


def signed(term: sympy.Expr) -> tuple[str, sympy.Expr]:
    """Return the term's leading minus, if it has one, and the term without it."""
    first, *rest = sympy.Mul.make_args(term)
    if not (first.is_Number and first.is_negative):
        return "", term
    size = rest if first == -1 and rest else [-first, *rest]
    return "-", size[0] if len(size) == 1 else sympy.Mul(*size, evaluate=False)


def is_reciprocal(factor: sympy.Expr) -> bool:
    """Whether a factor of a product stands below the fraction line."""
    return bool(factor.is_Pow and factor.exp.is_Number and factor.exp.is_negative)


def inverse(factor: sympy.Pow) -> tuple[sympy.Expr, ...]:
    """Return the factors of one over the given reciprocal."""
    if factor.exp == -1:
        return tuple(sympy.Mul.make_args(factor.base))
    return (sympy.Pow(factor.base, -factor.exp, evaluate=False),)
