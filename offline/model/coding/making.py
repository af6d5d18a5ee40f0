"""Code that is asked for as a function, or in some manner: "a function that counts vowels, with a docstring", "without max()", "now in Python".

What the stand-in would answer without these words is made so.
"""

import ast
import builtins
import copy
import keyword
import re
from collections.abc import Callable

from ...tables import read_table
from .. import abouts
from ..answers import Answers
from ..computed.question import Answer, Question, says
from ..instructions.following import NOTE
from ..regex import Regex
from . import javascript
from .reading import Sent, code_in, tree_of

NOTHING = says("")  # there is code on file that is alike, but does something else
LONGEST = 200  # characters of a request
TURNS = 4  # messages back in which a query may begin
_GENERAL = Regex(r"\W*(?:what|why|explain|how (?:does|do|is)|can you explain|write|thank)\b", re.IGNORECASE)
_MANNER = Regex(
    r"\W*(?:\b(?:and|but|it should|please|also|then|all)\W+)*(?:"
    r"(?:with|including|include|plus|add|has|have|use|using|give it|and|needs?)\W+(?:(?:a|an|some|the|proper|short|simple|good|clear|full)\W+)*(?:(?:doc[- ]?strings?|type[- ]?(?:hints?|annotations?)|types|(?:unit ?)?tests?)(?:\W+(?:and|a|an|some)\b|,)*\W*)+(?: (?:for|to) it)?"
    r"|(?:without|not using|don'?t use|do not use|avoid)\W+(?:using )?(?:the )?(?:built[- ]?in )?(?:(?:function|method)s? )?(?:max|min|sum|len|sorted|sort|reversed|slicing|set|recursion|(?:a )?loops?|comprehensions?)(?:\(\))?(?: (?:function|method))?"
    r"|(?:with|using|use|in) (?:a |an )?(?:simple |normal )?(?:(?:for|while)[- ])?loops?\b|(?:with|using|use) (?:a |an )?(?:list )?comprehensions?"
    r"|(?:as|in|on) (?:a |an )?(?:python )?(?:(?:one|single)[- ]?line(?:r)?\b)"
    r"|(?:and|then) explain(?: (?:it|the code|each line|every line|how it works|what it does|line by line|step by step|to me|shortly|briefly))*)",
    re.IGNORECASE,
    "don docstring docstrings doc type types hint hints annotations test tests without not avoid loop loops comprehension comprehensions line liner oneliner explain",
)
_ONLY_CODE = Regex(
    r"\W*(?:\b(?:just|only|give me|show|please)\b\W+)*(?:(?:only|just) (?:the )?code(?: only)?|code only|(?:no|without(?: any)?) (?:explanations?|comments?|text|talk(?:ing)?|words))\b(?: please)?",
    re.IGNORECASE,
    "code explanation comment text talk words",
)
_ON_CODE = Regex(
    r"\b(?:python|program|script|code|strings?|dict|dictionar(?:y|ies)|csv|json|fizz ?buzz|palindromes?|(?:from|in|of) a list|two lists|lists? (?:in)?to an? (?:text )?file|list of (?:numbers|lists|strings|words))\b",
    re.IGNORECASE,
    needs="code csv dict file fizz json list palindrome program python script string",
)
_FUNCTION = Regex(r"\b(?:function|method)\b(?! call)", re.IGNORECASE, needs="function method")
_OTHER_LANGUAGE = Regex(
    r"\W*(?:(?:and|now|ok|please|the same|same|do it|do that|write it|show (?:me|it)|how|can you|could you|give me|it|that|is it|would it (?:be|look)|what about|how about|thing|translate|convert|rewrite|but|rather|no|i meant)\W+)*(?:in|to|into|for|using)? ?(?P<language>python|javascript|js|sql|bash)(?: please| instead)?\W*",
    re.IGNORECASE,
)
_DOES = Regex(
    r"\W*(?:(?:python|hi|ok|and|so|please)\W+)*(?:what (?:does|do|is)|how (?:does|do i use|to use)|explain) (?:the )?(?:python )?(?:method |function |command |keyword )?[`'\"]?\.?(?P<name>[\w.]+?)(?:\(\))?[`'\"]?(?: (?:method|function|command|keyword|statement))? ?(?:(?:do|mean|work|return|for)\b(?: in python)?|(?<=method)|(?<=function) in python)\W*",
    re.IGNORECASE,
)
_OTHER_THING = Regex(
    r"\W*(?:(?:and|ok|now|but)\W+)*(?:what about|how about|(?:and )?(?:for|with|in|of)|and)? ?(?:an? |the )?(?P<thing>\w+(?: numbers?| file)?)\W*",
    re.IGNORECASE,
)
_SCRIPT = Regex(r"\b(?:in |using )?(?:javascript|java script|js)\b", re.IGNORECASE)
_LANGUAGE = Regex(
    r"\b(?:in |using )?(?:python|javascript|java script|js|sql|bash)\b", re.IGNORECASE, needs="bash js python script sql"
)
_DOES_SO = Regex(
    r"\bfunction (?:(?:in|with) python )?(?:that|which|to|for|who)\W+(?:can |will |should )?(?P<does>.+)|\bfunction (?P<called>[a-z_]\w*)\(",
    re.IGNORECASE,
)
_TELLS_OF = Regex(
    r"\W*(?:what(?:'s| is| are| does| do)?\b(?! the (?:python )?(?:code|function|script))|meaning\b|why\b|difference\b|who\b|explain\b)",
    re.IGNORECASE,
)
_TABLES = ("functions_programs", "functions_text", "functions_lists", "functions_conversions", "functions_numbers")
_GIVEN = "number list string text given value return print python take input parameter argument called name find calculate compute get check"
_FILLS = frozenset(
    "a an the of in from all every each my its is are if whether me us given some two only and or to it for python".split()
)


def in_manner(question: Question, own: Callable[[str, Answers], str]) -> Answer | None:
    """Return code that is asked for as a function, or in some manner ("with a docstring", "without max()"); None where the usual answer will do.

    `own` says what the stand-in would answer to a question alone.
    """
    return _of_before(question, own) or _asked_for(question, own) if len(question.text) <= LONGEST else None


def _of_before(question: Question, own: Callable[[str, Answers], str]) -> Answer | None:
    """Return code as it was asked for before, of another thing, in another language, or a query with what is added to it; or what a word of Python does."""
    from .talk import finished

    text, last = question.text, next(iter(question.earlier("user")), "")
    if (asked := _DOES.fullmatch(text)) and (row := read_table("everyday/python_words.yaml").get(asked["name"])):
        return finished(f"{row[0]}\n\n```python\n{row[1]}\n```")
    if (other := _OTHER_THING.fullmatch(text)) and (again := _with_other(other["thing"], last)):
        return finished(again)
    if other and _DOES.fullmatch(last):
        return in_manner(question.asking(f"what does {other['thing']} do", before=()), own)
    earlier = next((one for one in question.earlier("user") if not _OTHER_LANGUAGE.fullmatch(one)), "")
    if earlier and (other := _OTHER_LANGUAGE.fullmatch(text)):
        again = f"{_LANGUAGE.sub(' ', earlier).strip(' .?!')} in {other['language']}"
        made = in_manner(question.asking(again, before=()), own)
        said = "" if made else own(again, question.known)
        return made or (finished(said) if "```" in said and said not in question.earlier("assistant") else None)
    if "```sql" in (replied := next(iter(question.earlier("assistant")), "")) and not _GENERAL.match(text):
        for back in range(1, TURNS):
            said = own(", ".join([*question.earlier("user")[:back][::-1], text]), question.known)
            if "```sql" in said:
                return finished(said) if said != replied else None
    return None


def _asked_for(question: Question, own: Callable[[str, Answers], str]) -> Answer | None:
    """Return code as a function, or in the manner that is asked for with it."""
    from .talk import finished, wished

    text = question.text
    manners = [found[0] for found in _MANNER.finditer(text)]
    rest = _ONLY_CODE.sub(" ", _MANNER.sub(" ", text))
    wants_function = bool(_FUNCTION.search(text))
    if question.before and not abouts.telling(rest):
        return None  # it is wished of the code before
    script, python = _SCRIPT.search(rest), not _LANGUAGE.search(rest.casefold().replace("python", ""))
    exact = None
    on_code = _ON_CODE.search(text) and len(re.findall(r"\d+", text)) < 2  # with more numbers: everyday/loops.py
    if (python or script) and (wants_function or on_code) and not _TELLS_OF.match(text):
        exact = _exactly(_SCRIPT.sub(" ", rest))
    if script:
        code = javascript.translated(code_in(exact or ""))
        return finished(f"```javascript\n{code}\n```") if code and not manners else None
    if not exact and not manners and not wants_function:
        return None
    said = exact or own(rest, question.known)
    code = code_in(said)
    if wants_function and code and not exact and not _fits(said, rest, question.known):
        return NOTHING
    if not code or (not manners and not exact and "def " in code):
        return None
    if _ONLY_CODE.search(text):
        said = f"```python\n{code}\n```"
    if wants_function and (made := as_function(code, _named(rest))):
        said = f"```python\n{made}\n```"
    for manner in manners:
        done = wished(Sent(manner, code_in(said), before=(rest,)), later=True)
        changed = code_in(done or "")
        if not done and _is_so(manner, code_in(said)):
            continue
        done = done or NOTE.format(f'"{manner.strip(" ,.")}"')
        said = f"```python\n{changed}\n```" if changed and "def test_" not in changed else f"{said}\n\n{done}"
    return finished(said)


def _with_other(thing: str, earlier: str) -> str | None:
    """Return the code that was asked for before, of another thing: "and consonants?" after "a function that counts vowels"."""
    for word in reversed(list(re.finditer(r"[a-z]{3,}", earlier))):
        if abouts.telling(word[0]) and (said := _exactly(f"{earlier[: word.start()]}{thing}{earlier[word.end() :]}")):
            return said
    return None


def _fits(said: str, text: str, known: Answers) -> bool:
    """Return whether what is on file does what a text says, and nothing else that the text would have to say."""
    if known.knows(text):
        return True
    found = [entry for entry in known.entries if any(one == said for _, one in entry.say.get("say", ()))]
    return not found or any(abouts.fit(text, one, f"{entry.may} {_GIVEN}", most=1) for entry in found for one in entry.abouts)


def _exactly(text: str) -> str | None:
    """Return the code of data/everyday/functions_*.yaml that does what a text says, and nothing but that, with the number that is said."""
    from .talk import wished

    numbers = re.findall(r"\d+", text)
    asked, best = abouts.stems(text), None
    for row in [row for name in _TABLES for row in read_table(f"everyday/{name}.yaml")]:
        if "order" in row and not re.search(".*".join(f"(?:{one})" for one in row["order"].split()), text, re.IGNORECASE):
            continue
        there = [one for one in row["about"] if abouts.within(asked, one)]
        may = f"{row.get('may', '')} {_GIVEN} {' '.join(numbers)}"
        fits = max(filter(None, (abouts.fit(text, one, may, most=0) for one in there)), default=None)
        if fits and (best is None or fits > best[0]):
            best = fits, row["say"]
    if best is None:
        return None
    said = best[1]
    others = [number for number in numbers if number not in re.findall(r"\d+", said)]
    if not others:
        return said
    code = code_in(wished(Sent(others[0], code_in(said)), later=True) or "")
    return f"```python\n{code}\n```" if others[1:] == [] and others[0] in code else None


def _named(text: str) -> str:
    """Return a name for the function that is asked for: "a function that counts the vowels in a text" is `count_vowels`."""
    found = _DOES_SO.search(text)
    if found and found["called"]:
        return found["called"]
    verb, *words = (
        re.findall(r"[a-z]+", found["does"].casefold())
        if found
        else ["return", *sorted(abouts.telling(text), key=text.casefold().find)]
    )
    verb = re.sub(r"(?<=ch|sh|ss)es$|(?<!s)s$", "", verb)
    told = [word for word in words if word not in _FILLS][:2]
    name = "_".join(told if verb in ("return", "give") and told else [verb, *told[:1]])
    return f"{name}_" if keyword.iskeyword(name) or hasattr(builtins, name) else name


def as_function(code: str, name: str = "main") -> str | None:
    """Return code as a function with its call: what has a value first becomes a parameter, what is printed first what it gives back."""
    tree = tree_of(code)
    if tree is None or any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.walk(tree)):
        return None
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    rest = [node for node in tree.body if node not in imports]
    given = _given(rest)
    body, shown = _until_shown(rest[len(given) :])
    used = {node.id for part in body for node in ast.walk(part) if isinstance(node, ast.Name)}
    values = {one: value for pairs in given for one, value in pairs if one in used} or _lifted(body)
    if not body:
        return None
    head = f"def {name}({', '.join(values)}):\n"
    lines = "\n".join(f"    {line}" for part in body for line in ast.unparse(ast.fix_missing_locations(part)).split("\n"))
    call = f"{name}({', '.join(map(ast.unparse, values.values()))})"
    if shown:
        result = code.split("\n")[shown.end_lineno - 1].partition("  #")[2] if len(shown.value.args) == 1 else ""
        call = f"print({call})" + (f"  #{result}" if result else "")
    above = "".join(f"{ast.unparse(node)}\n" for node in imports)
    return _quoted(f"{above}\n{head}{lines}\n\n{call}".lstrip("\n"))


def _quoted(code: str) -> str:
    """Return code with double quotes around its texts, where that changes nothing."""
    double = re.sub(r"'([^'\"\\\n]*)'", r'"\1"', code)
    tree, other = tree_of(code), tree_of(double)
    return double if tree and other and ast.dump(tree) == ast.dump(other) else code


def _given(body: list[ast.stmt]) -> list[list[tuple[str, ast.expr]]]:
    """Return the names and values with which code begins, statement by statement."""
    given = []
    for node in body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_literal(value):
                given.append([(name, value)])
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)) if all(map(_is_literal, values)):
                given.append([(one.id, value) for one, value in zip(names, values, strict=True)])
            case _:
                break
    return given


def _is_literal(node: ast.expr) -> bool:
    return not any(isinstance(one, ast.Name | ast.Call | ast.comprehension) for one in ast.walk(node))


def _until_shown(body: list[ast.stmt]) -> tuple[list[ast.stmt], ast.stmt | None]:
    """Return code up to what it prints first, given back in place of printed, and that line; or all of it, where a loop prints."""
    for place, node in enumerate(body):
        match node:
            case ast.Expr(value=ast.Call(func=ast.Name(id="print"), args=[value, *_], keywords=[])):
                return [*body[:place], ast.Return(value)], node
            case ast.For() | ast.While() | ast.If() if "print(" in ast.unparse(node):
                break
    return body, None


def _lifted(body: list[ast.stmt]) -> dict[str, ast.expr]:
    """Return the first text or list in the body as a value that is given to it, its name put there in its place."""
    for part in body:
        for node in ast.walk(part):
            match node:
                case ast.Call(func=ast.Name(id=called), args=[ast.Constant(value=str()) as value, *_]) if called not in (
                    "print",
                    "input",
                ):
                    name = "path" if called in ("open", "Path") else "text"
                case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)) as value)) if len(text) > 2:
                    name = "text"
                case ast.Call(args=[ast.List() as value, *_]) if _is_literal(value):
                    name = "values"
                case _:
                    continue
            kept = copy.copy(value)
            value.__class__ = ast.Name
            value.__dict__ = {"id": name, "ctx": ast.Load()}
            return {name: kept}
    return {}


def only(code: str, test: str) -> str | None:
    """Return code whose loop does its work only where a test is true of its value, such as `{} % 2 == 0`."""
    tree = tree_of(code)
    loop = (
        next((node for node in ast.walk(tree) if isinstance(node, ast.For) and isinstance(node.target, ast.Name)), None)
        if tree
        else None
    )
    if loop is None:
        return None
    loop.body = [ast.If(ast.parse(test.format(loop.target.id), mode="eval").body, loop.body, [])]
    return ast.unparse(ast.fix_missing_locations(tree))


def descending(code: str) -> str | None:
    """Return code that sorts from the highest to the lowest."""
    tree = tree_of(code)
    sorts = (
        [node for node in ast.walk(tree) if isinstance(node, ast.Call) and re.search(r"\bsort(?:ed)?\Z", ast.unparse(node.func))]
        if tree
        else []
    )
    for node in sorts:
        node.keywords = [*(one for one in node.keywords if one.arg != "reverse"), ast.keyword("reverse", ast.Constant(True))]
    changed = "\n".join(dict.fromkeys(ast.unparse(tree).split("\n"))) if sorts else ""
    return changed if changed and ast.dump(ast.parse(changed)) != ast.dump(ast.parse(code)) else None


def _is_so(manner: str, code: str) -> bool:
    """Return whether code is in a manner already."""
    tree = tree_of(code)
    kinds = {
        "comprehension": ast.ListComp | ast.GeneratorExp | ast.DictComp,
        "while": ast.While,
        "loop": ast.For | ast.While,
        "for": ast.For,
    }
    wanted = next((kind for word, kind in kinds.items() if re.search(rf"\b{word}", manner, re.IGNORECASE)), None)
    there = bool(tree and wanted) and any(isinstance(node, wanted) for node in ast.walk(tree))
    if unwanted := re.search(
        r"\b(?:without|not using|don'?t use|do not use|avoid)\b(?: using)?(?: the)? (?:a )?(\w+)", manner, re.IGNORECASE
    ):
        return not there if wanted else not re.search(rf"\b{unwanted[1]}\(", code)
    return there


def repeated(code: str) -> str | None:
    """Return code that asks for something as code that does so until nobody wants to go on."""
    if "input(" not in code or "while " in code or tree_of(code) is None:
        return None
    body = "\n".join(f"    {line}".rstrip() for line in code.split("\n"))
    return f'while True:\n{body}\n    if input("Again? (y/n) ") != "y":\n        break'
