"""Log probabilities of tokens, in the form of the API."""

from ..model import sampling


def logprob(choice: sampling.Choice, top: int) -> dict:
    def entry(token: str, logprob: float) -> dict:
        return {"token": token, "logprob": logprob, "bytes": list(token.encode())}

    likeliest = [entry(token, logprob) for token, logprob in choice.top(top)]
    return entry(choice.token, choice.logprob()) | {"top_logprobs": likeliest}


def without_bytes(logprobs: list[dict]) -> list[dict]:
    """Return logprobs as the events of a stream have them."""
    return [
        {name: without_bytes(value) if name == "top_logprobs" else value for name, value in entry.items() if name != "bytes"}
        for entry in logprobs
    ]
