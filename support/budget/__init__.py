"""A budget in dollars: every call through one client is counted, and one that could pass it is not sent.

    client = get_client(budget=0.50)
    client.budget.spent, client.budget.left

Before a request is sent, the most that it can cost is set aside. When the reply has come, what it
did cost is booked instead. What nobody knows beforehand is assumed to be as dear as it can be:

- a request without a limit on the reply may write MOST_TOKENS;
- an image, a file, a stored conversation, or an earlier response that did not come through this
  budget may fill the model's whole context window;
- a model, an endpoint or a tool whose price is not known is refused, not free;
- a call that ends without a bill (a timeout, a reply cut off) counts with the most that it can have
  cost. Of a stream that you leave, what was written until then counts (at one token per byte), or
  all that was set aside if the model may have been reasoning unseen.

A batch sets aside the worst case of all lines of its file, at the price of batches, and books its output when you read it. A
response in the background books what it says when you retrieve it. (Its windows of 2 and 8 hours are discounted, nobody
knows by how much, so they count with the full price.)

Refusals of the server, and connections that never came about, cost nothing. Prices are those of the
genai-prices package. Connections by WebSocket cannot be counted: `client.realtime` is refused, and
`client.responses.connect` passes by.
"""

from .clients import under_budget
from .ledger import Budget, BudgetExceeded, PriceUnknown

__all__ = ["Budget", "BudgetExceeded", "PriceUnknown", "under_budget"]
