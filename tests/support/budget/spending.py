"""Calls of a known price, clients with a budget, and what was counted."""

import pytest
from asking import FRANCE
from far_end import far_end

import offline
from support import budget
from support.budget import Budget, BudgetExceeded

ASKED = {"model": "gpt-6-luna", "input": FRANCE, "reasoning": {"effort": "none"}, "max_output_tokens": 50}
CHAT = {
    "model": "gpt-6-luna",
    "messages": [{"role": "user", "content": FRANCE}],
    "reasoning_effort": "none",
    "max_completion_tokens": 50,
}
PLENTY = 10.0


def limited(far, dollars: float = PLENTY):
    """Return the client of a far end, with a budget."""
    return budget.under_budget(far, Budget(dollars))


def whole_reply(**changes) -> dict:
    return offline.client().responses.create(**ASKED).model_dump() | changes


def settled(client) -> bool:
    """Return whether nothing is set aside any more."""
    return client.budget.left == pytest.approx(client.budget.limit - client.budget.spent, abs=1e-12)


def most(**request) -> float:
    """Return what is set aside for a request, read from the refusal."""
    client = limited(far_end(), 0)
    with pytest.raises(BudgetExceeded) as refused:
        client.responses.create(**ASKED | request)
    return float(str(refused.value).partition("up to $")[2].split()[0].rstrip(","))


def ask_stream(client):
    return [event.response for event in client.responses.create(**ASKED, stream=True) if event.type == "response.completed"]
