"""The random numbers: even, without memory, and unlike each other, whatever their stream."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from rent_or_sell import load_parameters
from rent_or_sell.answers.evidence import IDLE
from rent_or_sell.answers.luck import SEED, uniforms

COUNT = 10_000
STREAMS = sorted(
    {p.draw for p in load_parameters().values() if p.draw}
    | set(load_parameters())
    | {f"idle {number}" for number in range(IDLE)}
)
LUCK = {stream: uniforms(stream, COUNT) for stream in STREAMS}
RARE = 1e-3 / len(STREAMS)  # what one may meet by chance in one of a thousand such tests


@pytest.mark.parametrize("stream", STREAMS)
def test_a_stream_is_even_and_has_no_memory(stream: str) -> None:
    luck = LUCK[stream]
    assert 0 < luck.min() < luck.max() < 1
    assert stats.kstest(luck, "uniform").pvalue > RARE
    assert stats.pearsonr(luck[1:], luck[:-1]).pvalue > RARE


def test_streams_have_nothing_to_do_with_each_other() -> None:
    pairs = list(combinations(STREAMS, 2))
    tables = [np.histogram2d(LUCK[a], LUCK[b], bins=8, range=[[0, 1]] * 2)[0] for a, b in pairs]
    p_values = [stats.chisquare(table.ravel()).pvalue for table in tables]
    assert min(p_values) > 1e-3 / len(pairs)
    assert stats.kstest(p_values, "uniform").pvalue > 1e-3


def test_more_draws_begin_with_the_same_ones() -> None:
    assert uniforms("rents", 7).tolist() == uniforms("rents", 5_000)[:7].tolist()


def test_another_seed_gives_other_luck() -> None:
    one, other = uniforms("rents", COUNT), uniforms("rents", COUNT, SEED + 1)
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.04
