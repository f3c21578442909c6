"""Why two cases of a book's models differ, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rent_or_sell.books.declared import Declared
from rent_or_sell.model.models import Model

if TYPE_CHECKING:
    from rent_or_sell.answers.bridge import Bridge
    from rent_or_sell.answers.cases import Case
    from rent_or_sell.answers.compare import Comparison


class Differences(Declared):
    """Two cases beside each other."""

    def bridge(
        self,
        model: str | Model,
        answer: str,
        a: Case,
        b: Case,
        groups: Mapping[str, Iterable[str]] | None = None,
    ) -> Bridge:
        """Return what explains the difference of one result between two cases.

        Each changed parameter gets an amount, and the amounts add up to the difference: Shapley
        values, the mean over all orders in which the changes can come. With more than ten changes
        it is the mean over one order and its reverse, and the bridge says so (`exact`).

        Parameters
        ----------
        model
            A model or its name.
        answer
            One of its single results.
        a, b
            The cases to go from and to: a scenario or its name, changes by name, or None for the
            base case.
        groups
            Parameters that move together, by a label: they count as one change. Those that the
            two cases do not change are left out.

        Returns
        -------
        Bridge
            `start`, `end`, and `steps` with the largest first, in the answer's unit; `table()` is a
            row a step.

        Raises
        ------
        ModelError
            If the answer is no single result of the model, or not defined in one of the cases
            needed; the message names the case.
        ModelInputError
            If a name is unknown, a value is not one number within its hard limits, or the groups
            overlap.

        Examples
        --------
        >>> import rent_or_sell
        >>> costs = {"selling": ("selling_share", "warranty_share", "credit_loss_share")}
        >>> made = rent_or_sell.bridge("rack", "buyer_value_needed", "no_frictions", "base", costs)
        >>> round(made.start, 2), round(made.end, 2)
        (1.2, 1.32)
        >>> {name: round(amount, 3) for name, amount in made.steps.items()}
        {'displacement': -0.154, 'attach_rate': 0.127, 'selling': 0.089, 'support_fee_share': 0.06}

        References
        ----------
        Shapley, L. S. (1953), A value for n-person games, in Contributions to the Theory of Games
        II, Princeton University Press.
        """
        from rent_or_sell.answers.bridge import bridge

        return bridge(self.model(model), answer, a, b, groups)

    def compare(
        self,
        model: str | Model,
        answer: str,
        a: Case,
        b: Case,
    ) -> Comparison:
        """Return why two cases differ in a result, and what would settle it.

        Where the answer is above zero in one case only, the smallest change of one assumption of
        case `a`, and of two, that gives it the sign of case `b`. How large a change is, is measured
        in ranges: the change over the assumption's `high - low`, of two together the square root
        of the sum of their squares. Only assumptions on which the cases disagree move, within
        their ranges or what the two cases assume.

        Parameters
        ----------
        model
            A model or its name.
        answer
            One of its single results, which is best one whose sign decides.
        a, b
            The cases: a scenario or its name, changes by name, or None for the base case.

        Returns
        -------
        Comparison
            The `bridge` between the answers, in their unit, whether they `agree`, the changes `one`
            and `two`, each assumption in its own unit, and the `unknown` most worth finding out,
            which no decision is.

        Raises
        ------
        ModelError
            If the answer is no single result of the model, or not defined in one of the cases
            needed; the message names the case.
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> made = rent_or_sell.compare("rack", "gain_from_selling", "base", "weakest")
        >>> made.agree, made.unknown
        (False, 'displacement')
        >>> {name: round(value, 2) for name, value in made.one.values.items()}
        {'displacement': 0.59}
        """
        from rent_or_sell.answers.compare import compare

        return compare(self.model(model), answer, a, b)
