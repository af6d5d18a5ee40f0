"""Tools in short form for the tests, and how tests say which calls they expect.

    "get_weather(city, unit?: celsius|fahrenheit) Get the current weather in a city."

A parameter without a type is a string; `?` makes it optional; `a|b` is an enum; `[str]` a list. Calls
are written as Python: 'get_weather(city="Paris")', where `...` is any value and `has("salt")` any text
with that in it. "" is no call, "asks city" a message that asks for `city`.
"""

import ast
import json
import re

from offline.model.tools import Tool

TYPES = {"str": {"type": "string"}, "num": {"type": "number"}, "int": {"type": "integer"}, "bool": {"type": "boolean"}}

SHORT = """
get_weather(city, unit?: celsius|fahrenheit) Get the current weather in a city.
get_forecast(location, days: int) Get the weather forecast for the next days.
get_time(city) Returns the current local time in a city.
get_current_time() Returns the current date and time.
convert_time(time, from_timezone, to_timezone) Convert a time from one time zone to another.
add(a: num, b: num) Add two numbers.
subtract(a: num, b: num) Subtract b from a.
multiply(a: num, b: num) Multiply two numbers.
divide(a: num, b: num) Divide a by b.
calculate(expression) Evaluate a mathematical expression.
send_email(to, subject, body) Send an email to someone.
search_emails(query) Search the user's inbox.
create_event(title, date, time?) Add an event to the user's calendar.
list_events(date) List the events of a day in the calendar.
get_order_status(order_id) Look up the status of an order by its number.
cancel_order(order_id, reason?) Cancel an order.
get_stock_price(symbol) Get the current price of a stock by its ticker symbol.
web_search(query) Search the web for up-to-date information.
run_sql(query) Run a SQL query on the shop's database and return the rows.
read_file(path) Read a file and return its text.
write_file(path, content) Write text to a file.
list_files(directory) List the files in a directory.
set_light(room: kitchen|bedroom|living room, state: on|off) Turn the lights in a room on or off.
set_thermostat(degrees: num) Set the temperature of the heating.
play_music(song?, artist?) Play a song, or songs of an artist.
pause_music() Pause the music.
translate(text, target_language) Translate a text into another language.
convert_currency(amount: num, from_currency, to_currency) Convert money from one currency to another.
convert_units(value: num, from_unit, to_unit) Convert a measurement from one unit to another.
celsius_to_fahrenheit(celsius: num) Convert a temperature from Celsius to Fahrenheit.
search_flights(origin, destination, date) Find flights between two cities on a date.
find_restaurants(city, cuisine?) Find restaurants in a city.
book_table(restaurant, people: int, time) Book a table at a restaurant.
add_todo(task) Add a task to the to-do list.
list_todos() Show the open tasks of the to-do list.
roll_dice() Roll a six-sided die and return the result.
roll_die(sides: int) Roll a die with that many sides.
get_player_name() Get the player's name.
get_user_id(name) Look up a user's id by name.
get_user(user_id: int) Look up a user by id.
get_orders(user_id) List the orders of a user.
search_knowledge_base(query) Search the company's help articles about accounts, refunds and shipping.
set_reminder(text, time) Remind the user of something at a time.
get_news(topic) Get the latest headlines about a topic.
sum_numbers(numbers: [num]) Add up a list of numbers.
final_result(city, country) The final response which ends this conversation.
transfer_to_spanish_agent() Handoff to the Spanish agent to handle the request. Speaks only Spanish.
transfer_to_english_agent() Handoff to the English agent to handle the request. Speaks only English.
transfer_to_billing_agent() Handoff to the billing agent to handle the request. Invoices and payments.
transfer_to_refund_agent() Handoff to the refund agent to handle the request. Helps to return items and get money back.
transfer_to_history_tutor() Handoff to the History Tutor to handle the request. Helps with historical questions.
transfer_to_math_tutor() Handoff to the Math Tutor to handle the request. Helps with math problems.
get_delivery_date(order_id) Get the delivery date for a customer's order.
get_exchange_rate(base, target) Get the exchange rate between two currencies.
get_population(country) Return how many people live in a country.
count_letters(word, letter) Count how often a letter occurs in a word.
get_horoscope(sign: Aries|Taurus|Gemini|Leo|Aquarius) Get today's horoscope for an astrological sign.
create_ticket(title, priority: low|medium|high) Create a support ticket.
get_temperature(location) Get the temperature at a location in degrees.
current_user() Return the name of the user who is logged in.
random_number(low: int, high: int) Draw a random whole number between low and high.
delete_file(path) Delete a file.
find_hotels(city, checkin, nights: int) Find hotels in a city.
get_lyrics(song) Get the lyrics of a song.
lookup_word(word) Look up the definition of a word in the dictionary.
get_stock(item) Return how many of an item the coffee shop has in stock.
get_price(item) Return the price of an item on the menu, in dollars.
order_supplies(item, quantity: int) Order supplies for the coffee shop. They are paid at once.
temperature(city) Return the temperature in a city, in degrees Celsius.
make_password(length: int) Make a random password.
bmi(weight_kg: num, height_m: num) Calculate the body mass index.
"""


def parse(line: str) -> Tool:
    """Return the tool that one line in short form describes."""
    name, given, description = re.fullmatch(r"(\w+)\((.*?)\)\s*(.*)", line).groups()
    properties, required = {}, []
    for part in filter(None, given.split(", ")):
        key, _, kind = part.partition(": ")
        if kind.startswith("["):
            schema = {"type": "array", "items": TYPES[kind[1:-1]]}
        elif "|" in kind:
            schema = {"type": "string", "enum": kind.split("|")}
        else:
            schema = TYPES[kind or "str"]
        properties[key.rstrip("?")] = schema
        required += [] if key.endswith("?") else [key]
    parameters = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return Tool(name, description, parameters)


TOOLS = {tool.name: tool for tool in map(parse, SHORT.strip().splitlines())}


def tools(names: str) -> list[Tool]:
    return [TOOLS[name] for name in names.split()]


def conversation(turns: str | list[str]) -> list[dict]:
    """Return messages; a turn without a role ("system: ", "assistant: ", "call: f(x=1)", "output: ") is the user's."""
    messages: list[dict] = []
    for turn in [turns] if isinstance(turns, str) else turns:
        role, colon, content = turn.partition(": ")
        if not colon or role not in ("system", "assistant", "user", "call", "output"):
            role, content = "user", turn
        message = {"role": role, "content": content}
        if role == "call":
            ((name, arguments),) = wanted(content)
            message |= {"name": name, "arguments": json.dumps(arguments), "content": ""}
        if role in ("call", "output"):
            message["call_id"] = f"call_{sum(m['role'] == role for m in messages)}"
        messages.append(message)
    return messages


def wanted(text: str) -> list[tuple[str, dict]]:
    """Return the (name, arguments) of calls that are written as Python, apart by commas."""
    calls = ast.parse(f"[{text}]", mode="eval").body.elts
    return [(call.func.id, {word.arg: _value(word.value) for word in call.keywords}) for call in calls]


def fits(made: list[tuple[str, dict]], expected: str) -> bool:
    """Return whether the calls `made` are those that `expected` writes; null is as good as absent."""
    expected_calls = wanted(expected)
    return len(made) == len(expected_calls) and all(
        name == wanted_name and _same({k: v for k, v in arguments.items() if v is not None}, wanted_arguments)
        for (name, arguments), (wanted_name, wanted_arguments) in zip(made, expected_calls, strict=True)
    )


def _same(made: dict, expected: dict) -> bool:
    return made.keys() == expected.keys() and all(_equal(made[key], value) for key, value in expected.items())


def _equal(made, expected) -> bool:
    if expected is ...:
        return made not in ("", [], None)
    if isinstance(expected, tuple):
        return all(part.casefold() in str(made).casefold() for part in expected)
    return made.casefold() == expected.casefold() if isinstance(made, str) and isinstance(expected, str) else made == expected


def _value(node):
    return tuple(ast.literal_eval(word) for word in node.args) if isinstance(node, ast.Call) else ast.literal_eval(node)
