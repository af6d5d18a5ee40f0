"""The games are played by their rules, and what the stand-in has thought of never changes on the way."""

import re

import pytest

from offline.model.games import chain, guessing, hangman, numbers, signs, trivia
from offline.model.games.game import Opening, table

BEATS = {"rock": "scissors", "scissors": "paper", "paper": "rock"}
OPENINGS = [f"let's play, number {word}" for word in ("one", "two", "three", "four", "five", "six", "seven", "eight")]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("sign", BEATS)
def test_rock_paper_scissors_is_judged_right(opening, sign):
    said = signs.play(Opening(opening), [sign]).text
    mine = re.search(r"against my (\w+)", said)[1]
    wanted = "a draw" if mine == sign else "you win" if BEATS[sign] == mine else "is mine"
    assert wanted in said


def test_the_signs_do_not_follow_from_the_move():
    mine = {re.search(r"against my (\w+)", signs.play(Opening("let's play"), [sign]).text)[1] for sign in BEATS}
    assert len(mine) == 1


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_word_of_hangman_is_the_one_whose_letters_it_had(opening):
    word = re.search(r"was (\w+)", hangman.play(Opening(opening), ["i give up"]).text)[1]
    letters = list(dict.fromkeys(word))
    assert all(not hangman.play(Opening(opening), letters[:count]).over for count in range(1, len(letters)))
    assert word in hangman.play(Opening(opening), letters).text and hangman.play(Opening(opening), letters).over
    wrong = [letter for letter in "abcdefghijklmnopqrstuvwxyz" if letter not in word]
    assert "you hang" in hangman.play(Opening(opening), wrong[: hangman.MISSES]).text
    assert not hangman.play(Opening(opening), wrong[: hangman.MISSES - 1]).over


@pytest.mark.parametrize("secret", [1, 2, 37, 50, 99, 100])
def test_a_number_of_yours_is_found(secret):
    opening, moves = Opening("I'm thinking of a number between 1 and 100, guess"), []
    for _ in range(8):
        said = numbers.play(opening, moves).text
        guess = int(re.search(r"Is it (\d+)", said)[1])
        if guess == secret:
            return
        moves.append("higher" if guess < secret else "lower")
    pytest.fail(f"{secret} was not found in eight guesses")


def test_a_number_of_its_own_is_between_its_hints():
    opening = Opening("think of a number between 1 and 30 and I guess it")
    said = [numbers.play(opening, [str(guess)]).text for guess in range(1, 31)]
    right = next(number for number, text in enumerate(said) if text.startswith("Yes"))
    assert all("higher" in text for text in said[:right]) and all("lower" in text for text in said[right + 1 :])


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_animal_stays_the_same_and_each_answer_is_true_of_it(opening):
    name = guessing.play(Opening(opening), ["i give up"]).text.removeprefix("It is the ").rstrip(".")
    true = table()["animals"][name]["is"]
    for word, asked in (
        ("mammal", "is it a mammal?"),
        ("eggs", "does it lay eggs?"),
        ("horns", "has it horns"),
        ("pet", "is it a pet"),
    ):
        assert guessing.play(Opening(opening), [asked]).text.startswith("Yes" if word in re.findall(r"\w+", true) else "No")
    for other in table()["animals"]:
        said = guessing.play(Opening(opening), [f"is it a {other}?"])
        assert said.over is (other == name) and said.text.startswith("Yes" if other == name else "No")


def test_every_word_of_an_animal_is_a_feature():
    for animal in table()["animals"].values():
        for part in animal["is"].split(";"):
            words = [part.strip()] if " legs" in part else part.replace("long neck", "").split()
            assert all(word in table()["features"] for word in words), words


def test_the_words_of_the_chain_begin_with_their_letter():
    for letter, words in table()["chain"].items():
        assert all(word[0] == letter for word in words.split())
    said = chain.play(Opening("word chain, i start: tea"), []).text
    assert said.startswith("A")


@pytest.mark.parametrize(("said", "right"), [("366", True), ("it is 366 days", True), ("365", False), ("no way", False)])
def test_trivia_is_checked(said, right):
    assert trivia.play(Opening("let's play trivia"), [said]).text.startswith("Right" if right else "No")
