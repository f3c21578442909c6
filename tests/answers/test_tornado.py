"""Tornados: the answer at both ends of each range, the widest first."""

from __future__ import annotations

import heat_pump.book
import numpy as np
import pytest

from rent_or_sell import ModelError, where_positive
from rent_or_sell.answers.tornado import tornado
from rent_or_sell.book import BOOK
from rent_or_sell.model.models import Model

RACK, FLEET = BOOK.model("rack"), BOOK.model("fleet")
HEATING = heat_pump.book.BOOK.model("heating")


@pytest.mark.parametrize(
    ("model", "answer"),
    [(RACK, "deal_surplus_per_chip"), (FLEET, "policy_gain_total"), (HEATING, "gain")],
)
def test_each_row_is_the_answer_with_one_parameter_moved(model: Model, answer: str) -> None:
    changes = dict(list(model.scenarios.values())[-1].changes)
    made = tornado(model, answer, changes)
    assert set(made.index) == model.depends_on(answer)
    assert made["spread"].is_monotonic_decreasing
    for key, row in made.iterrows():
        name = str(key)
        parameter = model.parameters[name]
        ends = [
            model.evaluate(changes | {name: end})[answer] for end in (parameter.low, parameter.high)
        ]
        assert [row["low"], row["high"]] == [parameter.low, parameter.high]
        assert [row["at_low"], row["at_high"]] == pytest.approx(ends, rel=1e-12)
        assert row["spread"] == abs(row["at_high"] - row["at_low"])
        assert row["crosses"] == (min(ends) < 0 < max(ends))
    assert made.attrs["answer_unit"] == model.quantity(answer).unit
    assert made.attrs["units"] == {
        name: model.parameters[name].unit for name in made.attrs["units"]
    }


def test_some_bars_cross_zero_and_some_do_not() -> None:
    crosses = tornado(RACK, "gain_from_selling")["crosses"]
    assert crosses.any()
    assert not crosses.all()


def test_what_is_not_defined_at_an_end_comes_last() -> None:
    def gain(cop: float, grant: float) -> float:
        return where_positive(3 - cop, grant)  # type: ignore[no-any-return]

    made = tornado(HEATING.replace(gain=gain), "gain")
    assert made.index.tolist() == ["grant", "cop"]
    assert np.isnan(made["spread"]["cop"])
    assert not made["crosses"]["cop"]


def test_a_yearly_result_has_no_tornado() -> None:
    with pytest.raises(ModelError, match="a single result of fleet"):
        tornado(FLEET, "sold")
