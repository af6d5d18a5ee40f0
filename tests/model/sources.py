"""Small libraries, with questions that they answer, and questions that they do not."""

SHOP = [
    "We are open from Monday to Saturday, 9 am to 6 pm. On Sundays we are closed.",
    "You may send back any item within 30 days. Shipping costs for returns are paid by the customer. Sale items cannot be returned.",
    "Delivery takes three to five working days. Express delivery costs 12 euros and arrives the next day.",
    "Our shop stands in Elm Street 4, next to the library. You can park behind the house.",
]
GARDEN = [
    "Tomatoes need six hours of sun a day. Water them every morning, at the root and not on the leaves.",
    "Basil grows well beside tomatoes. Pinch off its flowers so that the leaves stay tender.",
    "Slugs come out at night. A ring of copper around the bed keeps them away.",
]
OFFICE = [
    "Employees have 28 days of vacation a year. Up to five days may be taken over into the next year, until the end of March.",
    "Who is ill calls the office before 9 o'clock. From the third day on, a doctor's note is needed.",
    "Laptops are replaced every four years. Ask the IT desk for a loan device while yours is repaired.",
]
SPACE = [
    "Mars has two moons, Phobos and Deimos. A day there lasts 24 hours and 37 minutes.",
    "Europa is a moon of Jupiter. Under its ice there is an ocean of salt water.",
    "Saturn's rings are made of ice and rock. They are younger than the planet itself.",
]
PIRATES = [
    "Captain Mara sailed the Grey Gull until the storm of 1702. She lost a finger to a cook's knife.",
    "The treasure of the Grey Gull lies under the old mill at Thornby. Nobody has dug there since the fire.",
    "Old Tim kept the parrot. It could say only one word: mutiny.",
]
GERMAN = [
    "Die Bibliothek öffnet um zehn Uhr. Sonntags ist sie geschlossen.",
    "Ein Ausweis kostet zwölf Euro im Jahr. Für Kinder ist er kostenlos.",
]

TOLD = [  # library, question, words of the sentence that answers, number of its source
    (SHOP, "Are you open on Sundays?", "On Sundays we are closed", 1),
    (SHOP, "Can I send something back?", "within 30 days", 2),
    (SHOP, "How much is express delivery?", "12 euros", 3),
    (SHOP, "Where is the shop?", "Elm Street", 4),
    (GARDEN, "How do I keep slugs away?", "copper", 3),
    (GARDEN, "When should I water tomatoes?", "every morning", 1),
    (GARDEN, "What grows well beside tomatoes?", "Basil", 2),
    (OFFICE, "How many days of vacation do I have?", "28 days", 1),
    (OFFICE, "When do I need a doctor's note?", "third day", 2),
    (OFFICE, "What do I do when I am sick?", "calls the office", 2),
    (OFFICE, "How often are laptops replaced?", "four years", 3),
    (SPACE, "Which moons does Mars have?", "Phobos", 1),
    (PIRATES, "Where is the treasure?", "Thornby", 2),
    (PIRATES, "Who kept the parrot?", "Old Tim", 3),
    (GERMAN, "Was kostet ein Ausweis?", "zwölf Euro", 2),
]
NOT_TOLD = [
    (SHOP, "Do you sell gift cards?"),
    (SHOP, "Who is the owner of the shop?"),
    (SHOP, "Do you repair bikes?"),
    (GARDEN, "How often should I water a cactus?"),
    (OFFICE, "What is the capital of France?"),
    (OFFICE, "Who invented the bicycle?"),
    (SPACE, "How many moons does Saturn have?"),
    (PIRATES, "What is 2 + 2?"),
]
