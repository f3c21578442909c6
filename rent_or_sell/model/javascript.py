"""Prints a model as the JavaScript that computes it in the browser, one case or many at once.

In the printed code a plain name is a parameter or a quantity, and what the code needs for itself
carries a `$`, which no name in Python can: the two never clash.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from rent_or_sell.model.graph import ModelError, Quantity
from rent_or_sell.model.javascript_steps import Step, steps_of

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
  steps: ({{{operators}}}) => ({{
    {steps}
  }}),
}}"""
_STEP = """{name}($out, $count{taken}) {{
      {prepared}
      for (let $case = 0; $case < $count; $case += 1) {{
        {read}
        {write};
      }}
    }},"""


def javascript(
    quantities: Mapping[str, Quantity],
    parameters: Collection[str],
    results: Collection[str],
    years: int,
) -> str:
    """Return a JavaScript expression: an object that describes the model and its steps.

    It names the `parameters`, the `results`, the steps that are `yearly` and the number of `years`.
    `reads` names what each step reads, after the steps that it reads: a step is a quantity
    or, under a name with a `$`, a part of one or several that is worth computing apart. With the
    operators of `explorer/operators.js`, `steps(operators)` gives a function for each:

        step(out, count, *columns)

    computes `count` cases in one loop: a loop does no more than its step, which the browser makes
    quick, and a step that is the same in all cases is computed once. `out` and `columns`, one for
    each that the step reads, are Float64Arrays with room for `count` values at least, or of one
    value if it is the same in all cases. A yearly one has that room for the first year, then for
    the second and so on. What is not defined is NaN.

    Raises
    ------
    ModelError
        If a name cannot be used in JavaScript or an equation cannot be written as a formula.
    """
    _refuse_reserved([*parameters, *quantities])
    steps = steps_of(quantities, parameters)
    yearly = [step.name for step in steps if step.yearly]
    return _MODEL.format(
        parameters=_texts(parameters),
        results=_texts(results),
        yearly=_texts(yearly),
        years=years,
        reads="\n    ".join(f"{step.name}: {_texts(step.reads)}," for step in steps),
        operators=", ".join(f"{name}: ${name}" for name in _OPERATORS),
        steps="\n    ".join(_function(step, yearly, years) for step in steps),
    )


def _refuse_reserved(names: Iterable[str]) -> None:
    for name in names:
        if name in _RESERVED:
            raise ModelError(
                f"{name!r} has a meaning of its own in JavaScript; choose another name."
            )


def _texts(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def _function(step: Step, yearly: Collection[str], years: int) -> str:
    """Return the method that computes a step: `name$on` is 0 where all cases share a value."""
    each_year = f"for (let year = 0; year < {years}; year += 1)"
    prepared = [f"const $all = $out.length / {years};"] if step.yearly else []
    read = []
    for name in step.reads:
        if name in yearly:
            prepared.append(f"const {name} = new Float64Array({years});")
            prepared.append(f"const {name}$all = {name}$in.length / {years};")
            prepared.append(f"const {name}$on = {name}$all > 1 ? -1 : 0;")
            at = f"year * {name}$all + ($case & {name}$on)"
            read.append(f"{each_year} {name}[year] = {name}$in[{at}];")
        else:
            prepared.append(f"const {name}$on = {name}$in.length > 1 ? -1 : 0;")
            read.append(f"const {name} = {name}$in[$case & {name}$on];")
    write = f"$out[$case] = {step.code}"
    if step.yearly:
        write = f"{each_year} $out[year * $all + $case] = {step.code}"
    return _STEP.format(
        name=step.name,
        taken="".join(f", {name}$in" for name in step.reads),
        prepared="\n      ".join(prepared),
        read="\n        ".join(read),
        write=write,
    )
