"""Other languages: what people type first is answered in them, and whole sentences are translated only where all in them is known."""

import re

import pytest
from test_learners_words import talk

from offline.model import abroad, phrasebook, tongues
from offline.model.phrasebook import slots
from offline.tables import DATA, read_table

FILES = sorted(path.stem for path in (DATA / "tongues").glob("*.yaml") if path.stem != "topics")
SIX = ("german", "french", "spanish", "italian", "portuguese", "dutch")


def last(*says: str, told: str = "") -> str:
    return talk({"says": list(says)} | ({"instructions": told} if told else {}))[-1]


@pytest.mark.parametrize("language", FILES)
def test_every_answer_is_found_by_each_of_its_questions(language):
    told = read_table(f"tongues/{language}.yaml")
    tongue = abroad._tongue(language)
    wrong = [
        ask
        for topic, one in told["answers"].items()
        for ask in one.get("asks", "").split("|")
        if ask.strip() and abroad._topic(tongue, ask) != topic
    ]
    assert not wrong


@pytest.mark.parametrize("language", FILES)
def test_the_examples_of_a_language_work_in_it(language):
    for prompt in abroad.examples(language):
        assert not tongues.is_unknown(last(prompt), "I am the offline stand-in, and I have no answer"), prompt


@pytest.mark.parametrize(
    ("prompt", "has"),
    [
        ("Warum ist der Himmel blau?", "Rayleigh"),
        ("warum ist der himmel so blau", "Rayleigh"),
        ("Erklaer mir bitte kurz, was kuenstliche Intelligenz ist", "Programme"),
        ("pourquoi le ciel est-il bleu ?", "Rayleigh"),
        ("Peux-tu m'expliquer ce qu'est une API ?", "interface"),
        ("por que el cielo es azul", "Rayleigh"),
        ("Me puedes decir qué es la fotosíntesis?", "oxígeno"),
        ("Come si fa il tiramisù?", "mascarpone"),
        ("Como faço um bolo de cenoura?", "cenouras"),
        ("Merhaba, bana kısa bir hikaye anlat", "köyde"),
        ("你好,请介绍一下你自己", "offline stand-in"),
        ("空はなぜ青いのですか？", "レイリー"),
        ("Привет! Что такое Python?", "язык программирования"),
        ("Dlaczego niebo jest niebieskie?", "Rayleigha"),
        ("Hoe maak ik pannenkoeken?", "melk"),
        ("Kannst du mir bei den Hausaufgaben helfen?", "Fach"),
        ("Merci beaucoup pour ton aide !", "De rien"),
        ("Python是什么？", "编程语言"),
    ],
)
def test_what_people_type_first_is_answered_in_their_language(prompt, has):
    assert has in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "first"),
    [
        ("Bonjour ! Peux-tu m'écrire un petit poème sur Marseille ?", "Marseille"),
        ("Schreib ein Gedicht über den Herbst", "Der Herbst"),
        ("schreib mir ein gedicht ueber die katze", "Die Katze"),
        ("Scrivi una poesia sulla luna", "La luna"),
        ("Scrivi una poesia sull'amore", "L'amore"),
        ("Escribe un poema sobre el mar", "El mar"),
        ("Напиши стихотворение о весне", "Весна"),
    ],
)
def test_a_poem_names_what_it_is_about_in_the_right_case(prompt, first):
    assert last(prompt).splitlines()[0] == first


@pytest.mark.parametrize("prompt", ["Schreib ein Gedicht über den Bären", "Напиши стихотворение о тракторе"])
def test_what_cannot_be_put_into_the_right_case_gets_no_poem(prompt):
    assert "offline stand-in" in last(prompt)


@pytest.mark.parametrize(
    ("told", "prompt", "has"),
    [
        ("Answer in Italian.", "How do I make pasta?", "pomodoro"),
        ("Answer in German.", "Why is the sky blue?", "Farben"),
        ("Always reply in French.", "what is machine learning", "apprentissage"),
        ("Answer in Spanish.", "tell me a joke", "¿"),
        ("Answer in German.", "Qu'est-ce qu'une API ?", "Schnittstelle"),
        ("Answer in English.", "Was ist Rekursion?", "function"),
    ],
)
def test_the_language_that_is_wanted_is_spoken(told, prompt, has):
    said = last(prompt, told=told)
    assert has in said and "could not follow" not in said


def test_another_one_is_another_one_of_the_same():
    first, second, third, none = talk({"says": ["Erzähl mir einen Witz", "noch einen", "noch einen", "noch einen"]})
    assert len({first, second, third}) == 3 and "offline stand-in" in none


@pytest.mark.parametrize(
    "prompt",
    [
        "Wie repariere ich einen Vergaser?",
        "Comment réparer un carburateur ?",
        "¿Cómo se repara un carburador?",
        "Warum ist der Mars rot?",
    ],
)
def test_what_is_near_a_known_question_is_not_answered_by_it(prompt):
    said = last(prompt)
    assert "offline stand-in" in said and "\n" not in said and "Rayleigh" not in said


def test_the_unknown_names_prompts_in_the_same_language():
    assert "Was ist eine API?" in last("Wie repariere ich einen Vergaser?")


# --- Translation ---


@pytest.mark.parametrize(
    ("text", "six"),
    [
        ("Where is the train station, please?", ["Wo ist der Bahnhof, bitte?", "Où est la gare, s'il vous plaît ?", "¿Dónde está la estación, por favor?", "Dov'è la stazione, per favore?", "Onde está a estação, por favor?", "Waar is het station, alstublieft?"]),
        ("How much are these shoes?", ["Wie viel kosten diese Schuhe?", "Combien coûtent ces chaussures ?", "¿Cuánto cuestan estos zapatos?", "Quanto costano queste scarpe?", "Quanto custam estes sapatos?", "Hoeveel kosten deze schoenen?"]),
        ("My sister is tired", ["Meine Schwester ist müde", "Ma sœur est fatiguée", "Mi hermana está cansada", "Mia sorella è stanca", "Minha irmã está cansada", "Mijn zus is moe"]),
        ("I'd like a coffee and two beers", ["Ich möchte einen Kaffee und zwei Bier", "Je voudrais un café et deux bières", "Quisiera un café y dos cervezas", "Vorrei un caffè e due birre", "Eu queria um café e duas cervejas", "Ik wil graag een koffie en twee bieren"]),
        ("The eggs are cold today.", ["Die Eier sind heute kalt.", "Les œufs sont froids aujourd'hui.", "Los huevos están fríos hoy.", "Le uova sono fredde oggi.", "Os ovos estão frios hoje.", "De eieren zijn vandaag koud."]),
        ("My name is Ana and I live in Lima", ["Ich heiße Ana und ich wohne in Lima", "Je m'appelle Ana et j'habite à Lima", "Me llamo Ana y vivo en Lima", "Mi chiamo Ana e abito a Lima", "Meu nome é Ana e eu moro em Lima", "Ik heet Ana en ik woon in Lima"]),
    ],
)  # fmt: skip
def test_all_that_must_agree_does(text, six):
    assert [phrasebook.translated(text, "english", language) for language in SIX] == six


@pytest.mark.parametrize(
    ("text", "source", "english"),
    [
        ("Я люблю читать книги по вечерам", "russian", "I love reading books in the evening"),
        ("Quisiera dos cafes, por favor", "spanish", "I would like two coffees, please"),
        ("Ich esse kein Fleisch", "german", "I do not eat meat"),
        ("Mi piacciono i gatti", "italian", "I like cats"),
        ("L'eau est froide.", "french", "The water is cold."),
    ],
)
def test_a_sentence_is_read_back(text, source, english):
    assert phrasebook.translated(text, source, "english") == english


@pytest.mark.parametrize(
    "text",
    ["Where is the committee?", "The train station where is", "I would like two water", "My name is nobody", "I live in a small village", "The book is love", "How much are this shirt?", "I am hot", "My brother is cold"],
)  # fmt: skip
def test_what_is_in_no_pattern_is_not_guessed(text):
    assert phrasebook.translated(text, "english", "german") is None


@pytest.mark.parametrize(
    ("text", "source"), [("Wo ist die Bahnhof?", "german"), ("La maison est grand", "french"), ("Le gusta los libros", "spanish")]
)
def test_a_sentence_with_a_mistake_is_not_understood(text, source):
    assert phrasebook.translated(text, source, "english") is None


@pytest.mark.parametrize("language", SIX)
def test_what_is_translated_is_understood_again(language):
    """Each noun in a sentence, there and back: so no word has a form that another word has as well, with another meaning."""
    lost = []
    for name, noun in (slots.nouns()["things"] | slots.nouns()["animals"]).items():
        text = (
            f"I am looking for {'an' if name[0] in 'aeiou' else 'a'} {name}"
            if noun["english"].many
            else f"I am looking for the {name}"
        )
        there = phrasebook.translated(text, "english", language)
        if there is None or phrasebook.translated(there, language, "english") not in (text, None if there is None else text):
            lost.append((name, there, there and phrasebook.translated(there, language, "english")))
    assert len(lost) <= 3, lost


def test_every_line_has_all_its_columns():
    short = [line for lines in slots.raw_nouns().values() for line in lines.values() if line.count(", ") != 7]
    short += [
        line
        for name in ("adjectives", "numbers", "times")
        for line in read_table("phrasebook/words.yaml")[name].values()
        if line.count(", ") != 7
    ]
    assert not short


@pytest.mark.parametrize(
    ("prompt", "has"),
    [
        (
            "Translate to Spanish: Where can I leave my suitcase until four o'clock?",
            "¿Dónde puedo dejar mi maleta hasta las cuatro?",
        ),
        ("How do you say 'Where is the nearest pharmacy?' in French?", "Où est la pharmacie la plus proche ?"),
        ("translate to german: I have to cancel my flight on Friday", "Ich muss am Freitag meinen Flug stornieren"),
        ("Translate into Dutch: My wife is allergic to nuts", "Mijn vrouw is allergisch voor noten"),
        ("in italian please: my sister is six years old", "Mia sorella ha 6 anni"),
        ("How would I say 'I am allergic to nuts' in Italian, and in German?", "- German: Ich bin allergisch gegen Nüsse"),
        ('Which language is this? "Hvor er biblioteket?"', "Danish or Norwegian"),
        ("what language is: Dziękuję bardzo za pomoc", "It is Polish."),
        (
            'What language is this and what does it say: "Tack för maten, det var jättegott!"',
            "It is Swedish. What it means I cannot tell",
        ),
        ("Translate to French: Where is the train station, please?", "Où est la gare, s'il vous plaît ?"),
        ('How do you say "butterfly" in French?', "le papillon"),
        ("what does Schmetterling mean", "butterfly"),
        ("Переведи на английский: Я люблю читать книги по вечерам", "I love reading books in the evening"),
        ("Wie sagt man Schmetterling auf Englisch?", "butterfly"),
        ("cómo se dice gracias en alemán", "danke"),
        ("Translate to German: Good morning, where is the beach?", "Guten Morgen, wo ist der Strand?"),
        ("Translate to French: The committee rejected the amendment", "is not in it"),
        ("translate to english: El comité rechazó la enmienda", "is not in it"),
    ],
)
def test_translations_that_are_asked_for(prompt, has):
    assert has in last(prompt)


def test_instructions_to_translate_hold_for_what_is_sent():
    assert re.fullmatch(r"Tengo dos gatos\.?", last("I have two cats.", told="Translate everything into Spanish."))


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (["Warum ist der Himmel blau?", "und warum ist er beim Sonnenuntergang so rot?"], "Orange"),
        (["Was ist eine API? Erklär es wie einem Kind"], "Kellner"),
        (["Was ist Inflation? Meine Enkelin fragt danach."], "Preise"),
        (["qu'est-ce que l'inflation ?", "un exemple ?"], "3,15"),
        (["¿Qué es la fotosíntesis?", "más corto por favor"], "oxígeno"),
        (["Cos'è l'intelligenza artificiale?", "e in inglese?"], "computers"),
        (["O que é inflação? Com um exemplo, por favor"], "3,15"),
        (["Rezept für Omelett", "für 4 Personen bitte"], "12 Eier"),
        (["une recette de crêpes pour 8 personnes"], "500 g de farine"),
        (["Glückwunschkarte zum Geburtstag für meinen Opa, er wird 75"], "Lieber Opa,\n\nalles Gute zum 75. Geburtstag"),
        (["escribe una felicitación de cumpleaños para mi hermana Laura que cumple 18"], "Querida Laura"),
        (["Quelle est la capitale du Pérou ?", "et sa population ?"], "Lima"),
        (["wie viele meter sind 12 fuß"], "3,6576"),
        (["cuánto es el 30% de 90"], "27"),
        (["Яка столиця Польщі?"], "Варшава"),
        (["Vad är huvudstaden i Norge?"], "Oslo"),
        (["Jaka jest stolica Hiszpanii?"], "Madryt"),
        (["how do you say I lost my key in spanish", "and in italian?"], "Ho perso la mia chiave"),
        (["Übersetze ins Englische: Wo ist das Hotel?", "und auf Französisch?"], "Où est l'hôtel"),
        (["translate 'good night' into italian and dutch"], "Dutch"),
        (["Why is the sky blue?", "now in french", "and in spanish please"], "dispersa"),
    ],
)
def test_what_goes_on_in_another_language(turns, has):
    assert has in last(*turns)


@pytest.mark.parametrize(
    ("turns", "not_this"),
    [
        (["Rezept für Pfannkuchen? Ich habe keine Eier"], "3 Eier"),  # it must not be ignored
        (["Wie alt ist der Himmel über Berlin?"], "Rayleigh"),
        (["Jaka jest dawna stolica Polski?"], "Warszawa"),
        (["भारत की आर्थिक राजधानी क्या है?"], "नई"),
        (["法国以前的首都是哪里?"], "巴黎"),
        (["wie viele fuß hat ein tausendfüßler mit 3 metern"], "≈"),
        (["und auf Englisch?"], "means"),
    ],
)
def test_what_is_only_near_in_another_language_is_not_answered_so(turns, not_this):
    assert not_this not in last(*turns)


def test_what_has_no_place_in_a_card_is_named():
    assert "Klavier" in last("Schreib eine Geburtstagskarte für meine Freundin Ute, sie wird 40 und spielt Klavier")
