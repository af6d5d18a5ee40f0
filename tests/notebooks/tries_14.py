"""Thirty-six things that a learner would try in lesson 14, each with what a useful reply has in it.

Written before anything of the stand-in was changed for the lesson. Each is a function of a client whose far end is a stand-in,
and says whether what came back was useful.
"""

import json

MODEL = "gpt-6-luna"
PLAIN = {"model": MODEL, "reasoning": {"effort": "none"}}


def said(client, prompt, **changes):
    return client.responses.create(**PLAIN | changes, input=prompt).output_text.strip()


def as_form(**properties):
    schema = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return {"format": {"type": "json_schema", "name": "verdict", "strict": True, "schema": schema}}


def labeled(instructions, wanted):
    return lambda client: all(said(client, text, instructions=instructions) == label for text, label in wanted.items())


def prompted(prompt, wanted):
    return lambda client: all(said(client, prompt.replace("{}", text)) == label for text, label in wanted.items())


def verdict(prompt, wanted, **changes):
    return lambda client: said(client, prompt, **changes) == wanted


def in_form(prompt, form, **wanted):
    return lambda client: json.loads(said(client, prompt, text=as_form(**form))).items() >= wanted.items()


PETS = {"My cat will not eat her tins.": "food", "The puppy limps on one leg.": "health", "Do you sell gift cards?": "other"}
MAIL = {"I was charged twice.": "billing", "The app crashes.": "technical", "When do you open?": "other"}
FEEL = {"I love this lamp.": "positive", "Terrible. It broke at once.": "negative"}
PAIR = "Question: {}\n\nAnswer A: {}\n\nAnswer B: {}"
PARIS = PAIR.format("What is the capital of France?", "It is Lyon.", "It is Paris.")
LETTER = {"better": {"type": "string", "enum": ["A", "B"]}}
BOOLEAN, STRING, INTEGER = {"type": "boolean"}, {"type": "string"}, {"type": "integer"}
GRADE = "Question: When did people first walk on the moon?\nReference: in 1969\nAnswer: {}\n\nIs the answer correct? Answer yes or no."

TRIES = {
    # other labels, other ways to tell them
    "labels explained in parentheses": labeled("Label each message as food (eating, tins, bowls), health (limping, vets, medicine) or other.", PETS),
    "labels explained line by line": labeled("Label each message as food, health or other.\nfood: eating, tins, bowls\nhealth: limps, vets\nother: all else", PETS),
    "labels as a list": labeled("Label each message with one of these:\n- food: what animals eat\n- health: limps, vets\n- other: all else", PETS),
    "labels by examples": labeled("Label each message as food, health or other. Examples:\nThe dog does not eat -> food\nShe limps -> health", PETS),
    "you sort messages": labeled("You sort messages into billing, technical and other. Answer with the label only.", MAIL),
    "one word": labeled("Classify every message as billing, technical or other. Answer with one word.", MAIL),
    "in the prompt, behind a colon": prompted("Classify the message as billing, technical or other: {}", MAIL),
    "in the prompt, below": prompted("Classify the message as billing, technical or other. Answer with one word.\n\n{}", MAIL),
    "in the prompt, with a name": prompted("Classify this message as billing, technical or other. Answer with the label only.\n\nMessage: {}", MAIL),
    "in the prompt, between marks": prompted("Classify the message as billing, technical or other. Answer with one word.\n\n<message>\n{}\n</message>", MAIL),
    "which topic": prompted("Which topic has this message: billing, technical or other?\n\n{}", MAIL),
    "is it": prompted("Is this message about billing, technical or other? {}", MAIL),
    "capital letters": labeled("Label each message as billing, technical or other. Answer in capital letters.", {text: label.upper() for text, label in MAIL.items()}),
    "sentiment": labeled("Label each review as positive or negative.", FEEL),
    "sentiment, with neutral": labeled("Classify each review as positive, negative or neutral.", FEEL | {"The lamp is green.": "neutral"}),
    "yes or no": labeled("Label each message as urgent or not urgent.", {"Please call at once, it is urgent!": "urgent", "I like green.": "not urgent"}),
    "a topic in a form": lambda client: all(
        json.loads(said(client, text, text=as_form(topic={"type": "string", "enum": ["billing", "technical", "other"]})))["topic"] == label for text, label in MAIL.items()
    ),
    # other judges
    "which is better": verdict(f"Which answer is better? Answer with A or B only.\n\n{PARIS}", "B"),
    "the order behind": verdict(f"{PARIS}\n\nWhich answer is better, A or B? Answer with one letter.", "B"),
    "in the instructions": verdict(PARIS, "B", instructions="You compare two answers to a question. Reply with the letter of the better one, A or B, and nothing else."),
    "with a reference": verdict(f"{PARIS}\n\nReference: Paris\n\nWhich answer agrees more with the reference? Reply with A or B only.", "B"),
    "between tags": verdict("Which answer is better? Answer with A or B only.\n<question>Who wrote Hamlet?</question>\n<answer_a>Goethe wrote it.</answer_a>\n<answer_b>William Shakespeare.</answer_b>", "B"),
    "with numbers": verdict("Compare the two replies and answer with 1 or 2 only.\n\nQuestion: What is 6 * 7?\n\nReply 1: It is 42.\n\nReply 2: It is 41.", "1"),
    "a tie is allowed": verdict("Which answer is better? Answer with A, B or tie.\n\n" + PAIR.format("What is the capital of Peru?", "Lima.", "It is Lima."), "tie"),
    "which is shorter": verdict("Which answer is shorter? Answer with A or B only.\n\n" + PAIR.format("What is an API?", "A way for programs to ask other programs for something.", "A contract."), "B"),
    "which is more polite": verdict("Which answer is more polite? Answer with A or B only.\n\n" + PAIR.format("Where is my parcel?", "No idea.", "I am sorry for the wait. Please give me the number."), "B"),
    "with reasons": lambda client: said(client, f"Which answer is better, and why?\n\n{PARIS}").startswith("B"),
    "a verdict in a form": in_form(f"Which answer is better?\n\n{PARIS}", LETTER, better="B"),
    "a reason and a verdict": in_form(f"Which answer is better, and why?\n\n{PARIS}", {"reason": STRING, **LETTER}, better="B"),
    "right, in words": verdict(GRADE.format("That was in 1969."), "yes"),
    "wrong, in words": verdict(GRADE.format("That was in 1972."), "no"),
    "right, in a form": in_form(GRADE.format("In July 1969."), {"correct": BOOLEAN}, correct=True),
    "wrong, in a form": in_form(GRADE.format("In May 1961."), {"correct": BOOLEAN}, correct=False),
    "a score": verdict("Rate from 1 to 5 how well the answer agrees with the reference. Answer with the number only.\n\nReference: Water boils at 100 degrees.\nAnswer: It boils at 100 degrees, water does.", "5"),
    "a score in a form": in_form("Rate from 1 to 5 how well the answer agrees with the reference.\n\nReference: Water boils at 100 degrees.\nAnswer: The moon is made of cheese.", {"score": INTEGER}, score=1),
    "pass or fail": verdict("Grade the answer: pass or fail.\n\nQuestion: What is the capital of Japan?\nReference: Tokyo\nAnswer: Kyoto", "fail"),
}  # fmt: skip
