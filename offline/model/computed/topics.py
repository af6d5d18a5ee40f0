"""What is said after a question that is known by what it is about: "I water it every evening, is that too much?" after one about tomatoes.

The answers stand with the topic, under `then` (data/answers/household.yaml says how).
"""

from .question import Answer, Question, says

LONGEST = 200  # characters of a message
FARTHEST = 3  # messages back, that a topic may be


def answer(question: Question) -> Answer | None:
    """Return what the latest topic says to a message after it; None where it says nothing, or there is none."""
    if not question.before or len(question.text) > LONGEST:
        return None
    for earlier in question.earlier("user")[:FARTHEST]:
        if (topic := question.known.topic(earlier)) is None:
            continue
        found = topic.after(question.text)
        return says(found, short=found.partition(". ")[0]) if found else None
    return None
