"""Sums that are told in everyday words: what is worked out, and what a story must not have in it."""

import pytest
from test_nothing_false import last, no_answer

WORKED_OUT = {
    # bills
    "if i buy 3 shirts for 19.99 each and have 10% discount how much i pay": "53.97",
    "2 coffees for 3.50 each and one cake for 4, how much change from 20": "9 back",
    "we were 4 people and bill was 86 plus 10% tip how much each": "each pays 23.65",
    "the bill is $48, we want to leave 18% tip and split it 3 ways": "18.88 dollars",
    "100 euros split by 3 people, how much each?": "about 33.33 euros",
    "The price without VAT is 250. How much with 19% VAT?": "297.50",
    "price is 119 including 19% vat, how much is it without": "/ 1.19 = 100",
    "A shirt costs 40 after a 20% discount, what was the original price?": "= 50",
    "a jacket is 80 euro with 25% off how much is it now": "60 euros",
    "buy 2 get 1 free, one costs 12, how much for 3": "24",
    "jeans cost 70, i have a coupon for 15 off, how much?": "55",
    # from one amount to another
    "price went from 40 to 50, how many percent is that": "25% more",
    "shoes were 60 now 45 how much percent off": "25% less",
    # prices of packs, and of so many
    "which is cheaper 500g for 2.99 or 750g for 4.20": "The 750 g is cheaper",
    "Is a 1 kg bag for 4.99 better value than 400 g for 2.29?": "The 1 kg is cheaper",
    "6 eggs cost 2.40, how much do 10 cost": "10 cost 4.",
    "milk costs 1,20 a liter, how much are 6 liters": "7.20",
    "what do i pay for 2.5 kg apples at 3.20 per kg": "= 8",
    # rates
    "i drive 240 km with 80 km/h how long": "3 hours",
    "How far do I get in 3 hours at 90 km/h?": "270 km",
    "I ran 10 km in 50 minutes what is my speed": "12 km per hour",
    "car uses 6 liters per 100 km, how many for 450 km": "27 liters",
    "i read 20 pages a day, book has 350 pages, how many days": "18 days",
    "i work 8 hours a day 5 days a week for 15 dollars an hour how much per week": "600 dollars",
    "if i save 50 a month how much do i have after 3 years": "1,800",
    "I earn 2400 a month and spend 1950. how much can I save in a year?": "5,400",
    "I want to save 3000 euro, I put away 125 a month. when am I done": "24 months",
    "i paid 45 for gas at 1.50 per liter. how many liters did i get": "30 liters",
    "a bottle is 0.75 l, how many bottles for 6 liters": "8 bottles",
    "we drove 300 km and used 21 liters, how much per 100 km?": "7 liters per 100 km",
    "my salary is 38000 a year, how much per month": "3,166.67 a month",
    "rent is 950 and goes up 4%, new rent?": "988",
    "whats 12% of 250 euros": "30 euros",
    # sharing, ages, recipes
    "4 kids want 3 pancakes each, how many pancakes do i need": "12 pancakes",
    "24 cookies for 5 children, how many each?": "4 left over",
    "a pizza has 8 slices we are 3 and everybody eats 2, how many left": "= 2 slices",
    "tom is 12 and his sister is half his age. how old will she be when he is 20": "will be 14",
    "Maria is twice as old as Tom. Tom is 9. How old is Maria?": "Maria is 18",
    "my mum is 25 years older than me and i am 15, how old is she": "Your mum is 40",
    "my recipe is for 4 people and needs 300 g flour. how much for 6?": "450 g flour",
    # clocks elsewhere
    "if it's 3 pm in london what time is it in tokyo": "midnight on the next day",
    "What time is it in New York when it is 9 am in Berlin?": "3 am in New York",
    "what time is it in mumbai when it's 10:00 in London": "15:30 in Mumbai",
    "Time difference between Tokyo and London?": "9 hours behind",
}


@pytest.mark.parametrize(("prompt", "part"), WORKED_OUT.items(), ids=[prompt[:50] for prompt in WORKED_OUT])
def test_a_story_with_numbers_is_worked_out(prompt, part):
    assert part in last(prompt)


def test_a_clock_elsewhere_is_not_live_and_says_how_summer_time_shifts_it():
    said = last("if it's 3 pm in london what time is it in tokyo")
    assert "no live data" in said and "an hour earlier while London has summer time" in said


@pytest.mark.parametrize(
    "prompt",
    [
        "My phone has 20% battery and loses 5% an hour. How long does it last?",
        "5 people, 3 of them eat 2 apples each. how many apples",
        "pay 20% tip on 55 or 15%?",
        "if it's 3 pm in zorbville what time is it in tokyo",
        "a shirt costs 20 and a hat 15 and 3 zorbs how much",
        "I have 2 cars that use 6 liters per 100 km and 5 friends, how many for 450 km",
    ],
)
def test_a_story_with_more_in_it_gets_no_number(prompt):
    assert no_answer(last(prompt))


def test_two_questions_are_no_story():
    assert last("what is 3 + 4 and what is the capital of France?") == "3 + 4 = 7. The capital city of France is Paris."


@pytest.mark.parametrize(
    ("asked", "exchanges"),
    [
        ("The price is 20 dollars. Shipping is 5 dollars. What is the total?", False),
        ("I paid 12 euros and 30 euros. How much is that?", False),
        ("How much is 20 dollars in euros?", True),
        ("Convert 100 USD to JPY", True),
    ],
)
def test_only_two_currencies_want_an_exchange_rate(client, asked, exchanges):
    said = client.responses.create(model="gpt-6-luna", input=asked, temperature=0, reasoning={"effort": "none"}).output_text
    assert ("exchange rates" in said) == exchanges
