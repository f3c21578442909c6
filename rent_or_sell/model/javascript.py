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

    It names the `parameters`, the `results`, those of them that are `yearly` and the number of
    `years`. `reads` names what each step reads, after the steps that it reads: a step is a quantity
    or, under a name with a `$`, a part of one or several that is worth computing apart. With the
    operators of `explorer/operators.js`,

        run(operators, plan, input, output, count)

    computes `count` cases in one loop. `plan` maps each parameter and step to 2 if it differs
    between the cases, to 1 if it is the same in all, and so computed once, and to 0 if nothing
    wanted reads it; a result that is not yearly may have 3, and is read and not computed. `input` maps
    each planned parameter to a Float64Array of `count` values, or of one if it is the same in all,
    and each result that is read to one of `count`. `output` maps each wanted result to a Float64Array to fill: with
    `count` values or, if it is yearly, with those of the first year, then those of the second and
    so on. What is not defined is NaN.

    Raises
    ------
    ModelError
        If a name cannot be used in JavaScript or an equation cannot be written as a formula.
    """
    _refuse_reserved([*parameters, *quantities])
    steps = steps_of(quantities, parameters)
    single = [name for name in results if not quantities[name].yearly]
    each_year = f"for (let year = 0; year < {years}; year += 1)"
    return _MODEL.format(
        parameters=_texts(parameters),
        results=_texts(results),
        yearly=_texts(name for name in results if quantities[name].yearly),
        years=years,
        reads="\n    ".join(f"{step.name}: {_texts(step.reads)}," for step in steps),
        operators=", ".join(f"{name}: ${name}" for name in _OPERATORS),
        declarations="\n    ".join(
            [
                *(f"const {name}$in = $input.{name};" for name in parameters),
                *(f"const {name}$out = $output.{name};" for name in results),
                *(f"const {name}$known = $input.{name};" for name in single),
                *(f"const {name}$plan = $plan.{name};" for name in parameters),
                *(f"const {step.name}$plan = $plan.{step.name};" for step in steps),
                *(f"let {name} = NaN;" for name in parameters),
                *(_declared(step, years) for step in steps),
            ]
        ),
        statements="\n      ".join(
            [
                *(f"if ({name}$plan > $done) {name} = {name}$in[$case];" for name in parameters),
                *(_computed(step, each_year, step.name in single) for step in steps),
                *(_handed_out(quantities[name], each_year) for name in results),
            ]
        ),
    )


def _refuse_reserved(names: Iterable[str]) -> None:
    for name in names:
        if name in _RESERVED:
            raise ModelError(
                f"{name!r} has a meaning of its own in JavaScript; choose another name."
            )


def _texts(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def _declared(step: Step, years: int) -> str:
    if step.yearly:
        return f"const {step.name} = new Float64Array({years});"
    return f"let {step.name} = NaN;"


def _computed(step: Step, each_year: str, may_be_known: bool) -> str:
    target = f"{each_year} {step.name}[year]" if step.yearly else step.name
    known = f"{step.name}$plan === 3 ? {step.name}$known[$case] : " if may_be_known else ""
    return f"if ({step.name}$plan > $done) {target} = {known}{step.code};"


def _handed_out(result: Quantity, each_year: str) -> str:
    name = result.name
    if result.yearly:
        return f"if ({name}$out) {each_year} {name}$out[year * $count + $case] = {name}[year];"
    return f"if ({name}$out) {name}$out[$case] = {name};"
