"""What is recalled of a long talk: little enough to stay fast, and all that people told of themselves."""

from test_learners_words import reply

from offline.model.recalled import FIRST, LATEST, recalled


def turns(count: int, question: str = "What is the capital city of France?") -> list[dict]:
    said = [{"role": "user", "content": question}, {"role": "assistant", "content": "The capital city of France is Paris."}]
    return said * count


def test_of_a_long_talk_its_beginning_and_its_end_are_recalled():
    long = [{"role": "user", "content": "first"}, *turns(500), {"role": "user", "content": "last"}]
    kept = recalled(long)
    assert len(kept) == FIRST + LATEST and kept[0] == long[0] and kept[-LATEST:] == long[-LATEST:]
    assert recalled(turns(20)) == turns(20)


def test_what_was_told_long_ago_is_recalled_but_no_question():
    told, asked = {"role": "user", "content": "My dog is called Rex."}, {"role": "user", "content": "Is my dog old?"}
    kept = recalled([*turns(50), told, asked, *turns(200)])
    assert told in kept and asked not in kept
    assert len(kept) == FIRST + 1 + LATEST


def test_a_name_is_remembered_over_hundreds_of_messages():
    earlier = [{"role": "user", "content": "My name is Odalys."}, {"role": "assistant", "content": "Nice to meet you, Odalys!"}]
    asked = {"role": "user", "content": "What is my name?"}
    assert "Odalys" in reply([*turns(30), *earlier, *turns(200), asked])
