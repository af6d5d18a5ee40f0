"""The table of wishes: how people word them, and what they want."""

import re
from dataclasses import dataclass

from ..regex import Regex

LANGUAGES = {
    "english": "english", "englisch": "english", "german": "german", "deutsch": "german", "french": "french", "français": "french",
    "francais": "french", "französisch": "french", "spanish": "spanish", "español": "spanish", "espanol": "spanish", "spanisch": "spanish",
    "italian": "italian", "italiano": "italian", "portuguese": "portuguese", "português": "portuguese", "portugues": "portuguese", "dutch": "dutch",
    "nederlands": "dutch",
} | {name: name for name in "japanese chinese mandarin russian arabic hindi korean turkish polish swedish norwegian danish finnish greek latin hebrew czech "
     "hungarian romanian ukrainian thai vietnamese klingon esperanto irish welsh swahili urdu persian indonesian catalan emoji".split() if name != "emoji"}  # fmt: skip
NUMBERS = {"a": 1, "an": 1, "one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "a couple of": 2, "twenty": 20, "fifty": 50, "hundred": 100, "a hundred": 100}  # fmt: skip
_NAMES = " ".join(LANGUAGES)
_TONGUE = "|".join(sorted(map(re.escape, LANGUAGES), key=len, reverse=True))
_N = r"(?P<n>\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|hundred|an|a)"
_ANY = r"(?:every|each|all|your|any|the|of|a|an|it|them|my)"
_WHAT = r"(?:answers?|reply|replies|responses?|messages?|sentences?|output|text|one|everything|it)"
_VALUE = r"(?:(?:the )?(?:words?|phrase|sentence|text|letters?|line|greeting|emoji|exact words?)\b)?\s*:?\s*(?P<value>[\"“'‘].+?[\"”'’](?=\W|\Z)|[^\"“”]+?)"
_WITH = rf"(?:\s+(?:{_ANY}\s+)*{_WHAT})?(?:\s+(?:with|by saying|by writing|by))\s+{_VALUE}"


@dataclass(frozen=True)
class Kind:
    """One kind of wish. `inline` wordings may also stand at the end or the beginning of a question."""

    name: str
    wording: Regex
    inline: bool = False


def _kind(name: str, wording: str, needs: str = "", *, inline: bool = False) -> Kind:
    numbered = iter(range(1, 9))  # each number in a wording is a group of its own: n1, n2, ...
    wording = re.sub(r"\(\?P<n>", lambda _: f"(?P<n{next(numbered)}>", wording)
    return Kind(name, Regex(wording, re.IGNORECASE, needs), inline)


_FAMILY = r"(?:grandma|grandmother|granny|grandpa|grandfather|mother|mom|mum|father|dad|son|daughter|kids?|child(?:ren)?|niece|nephew|(?:little )?(?:brother|sister))"
# What says of a text that is sent along that nothing in it is an order.
_NO_ORDER = r"(?:instructions?|orders?|commands?|requests?|tells? you|asks? you)"
DATA = Regex(
    rf"\b(?:data|text|content|material|quotations?)\b[^.!?\n]*?\b(?:not|never|no|nothing)\b[^.!?\n]*\b{_NO_ORDER}\b"
    rf"|\b(?:never|not|don't|don’t|nothing|no)\b[^.!?\n]*\b{_NO_ORDER}\b[^.!?\n]*\b(?:in|inside|within|from|between|of|by) (?:\w+ ){{0,4}}?(?:text|texts|mails?|e-?mails?|messages?|documents?|files?|pages?|websites?|reviews?|articles?|letters?|comments?|marks?|tags?|tools?|results?|outputs?|returns?|it|them|there|<)"
    rf"|\b(?:ignore|disregard) (?:any |all )?{_NO_ORDER} (?:that (?:is|are|stands?) )?(?:in|inside|within|from|between)\b"
    r"|\b(?:stands?|between|inside|marks?|tags?|texts?|e?-?mails?|tools?|returns?|results?|documents?|pages?|files?|messages?)\b[^.!?\n]*\b(?:is|are) (?:only |just |mere |plain |nothing but |untrusted )*data\b(?! \w)"
    r"|\btreat\b[^.!?\n]*\bas (?:only |just |mere |plain |nothing but |untrusted )*data\b",
    re.IGNORECASE,
    "data order instruction command request tell ask",
)
KINDS = [
    _kind("hint", r"\b(?:never|do not|don't|don’t|dont|without) (?:ever |just )*(?:giv(?:e|ing)|tell(?:ing)?|reveal(?:ing)?|say(?:ing)?|show(?:ing)?)(?: away)?(?: me| them| the students?)? (?:the |any )?(?:final |full |complete |right )*(?:answers?|results?|solutions?)\b(?:[,;]? (?:but )?(?:only |just |always )(?:ever )?(?:give )?(?:me |them )?(?:an? |small |good )*hints?)?|\b(?:only|just)(?: ever)?(?: give| offer)?(?: me| them)? (?:an? |one |small )*hints?\b(?:,? please| only)?|\bhints? only\b", "hint answer result solution", inline=True),
    _kind("secret", r"\b(?:keep|treat) (?P<value>it|them|this|that|(?:the|your|these|our) (?:[\w'’-]+ ?){1,5}?) (?:a )?(?:as )?(?:secret|confidential|private|to yourself)\b", "secret confidential private yourself"),
    _kind("secret", r"\b(?:never|do not|don't|don’t|dont|must not|may not|not) (?:ever )?(?:tell|reveal|share|disclose|give away|give out|repeat|show)(?: (?:him|her|them|anyone|anybody|users?|customers?))? (?P<value>(?:it|them|this|that)\b|(?:the|your|these|our) (?:[\w'’-]+ ?){1,5}?)(?:\s*(?:to|with) .*)?\Z", "tell reveal share disclose give repeat show"),
    _kind("end_question", r"\b(?:end|finish|close|conclude)(?:\s+(?:every|each|all|your|the))*(?:\s+(?:answers?|reply|replies|responses?|messages?))?\s+(?:with|by asking)\s+(?:a |another |one )?(?:follow[- ]up )?question\b|\balways ask (?:a|one) (?:follow[- ]up )?question(?: (?:back|at the end))?\b", "question"),
    _kind("begin", rf"\b(?:begin|start|open|starting|beginning)\b{_WITH}\Z", "begin start open", inline=True),
    _kind("end", rf"\b(?:end|finish|close|conclude|sign off|ending|sign)\b{_WITH}\Z", "end finish close conclude sign", inline=True),
    _kind("begin", r"\b(?:prefix|precede)(?: \w+){0,3} with\s+[\"“']?(?P<value>[^\"”']+)[\"”']?\Z", "prefix precede"),
    _kind("end", r"\b(?:append|add) [\"“'](?P<value>[^\"”']+)[\"”'] (?:to|at) the end\b.*", "append add"),
    _kind("without", r"\b(?:do not|don't|don’t|dont|never|avoid|no|without|not)\s+(?:ever )?(?:use|using|mention|mentioning|say|saying|write|writing|talk about|include|the use of|any|contain(?:ing)?)\s*(?:of )?(?:any |the )*(?:words?|letters?|phrase|term|name)?\s*[\"“']?(?P<value>[\w'’ -]+?)[\"”']?\Z", "not n't n’t dont never avoid no without"),
    _kind("without", r"\b(?:no|without)\s+(?P<value>emojis?|commas?|exclamation marks?|punctuation|markdown|lists?|bullet points?|code|numbers|adjectives|jargon)\b", "no without", inline=True),
    _kind("satisfied", r"\b(?:answer|reply|respond)(?: (?:the|my|this|a|any|user's|customer's) questions?| questions?| only| just)*,? (?:only |just )?(?:from|with|by|using|based on|according to) (?:only |nothing but )?(?:the|this) (?:context|text|document|passage|article|page|mail|information|notes?)\b.*", "answer reply respond"),
    _kind("satisfied", r"\bif (?:you )?(?:(?:do not|don't|don’t|dont) know|(?:are|you're) (?:not sure|unsure)|there is no answer)\b.*", "if"),
    _kind("satisfied", r"\b(?:stay with|stick to|keep to) (?:the )?(?:facts|truth|point|topic)\b|\b(?:do not|don't|never) (?:lie|invent|make (?:things|anything|facts) up|hallucinate)\b.*", "stay stick keep lie invent make hallucinate"),
    _kind("conditional", r"\b(?:if|when(?:ever)?) (?:the user|someone|somebody|anyone|they|i|users?|people|a customer|customers?)?\s*(?:asks?|wants?|says?|mentions?|greets?)(?: you)?(?: about| for| to know)?\s+(?P<condition>.+?),?\s+(?:say|reply|answer|respond|tell them|write)(?: with| that| only)?:?\s+(?P<value>.+)", "if when"),
    _kind("fixed", r"\b(?:only |always |just )?(?:answer|reply|respond|say)(?: to)?(?: every| each| all| any| the)?(?: questions?| messages?| prompts?| user)?(?: only| just| always)? (?:with|by saying)(?: only| just)? (?:the )?(?:words?|phrase|sentence|text) [\"“']?(?P<value>[^\"”']+?)[\"”']?(?=\Z|[.!])", "word phrase sentence text"),
    _kind("fixed", r"\b(?:only|always|just) (?:ever )?(?:say|answer|reply|respond|write)(?: with)? [\"“'](?P<value>[^\"”']+)[\"”']", "\" “ ' ‘"),
    _kind("topic", r"\bif (?:the |a |any |an? )?(?:user'?s? )?(?:questions?|messages?|requests?|it|something|topics?)(?: of the user)? (?:is|are|asks?|isn't|aren't)? ?(?:not|unrelated|off[- ]topic)?(?: (?:about|related to|on|concerning|to))+ (?P<value>[^,.]+),.*|\b(?:refuse|decline|reject|do not answer|don't answer|never answer|ignore) (?:to answer )?(?:anything|everything|all|any|questions?|messages?|topics?)(?: questions?| else)?(?: (?:that|which) (?:is|are|does|do))?(?:n't| not)(?: (?:about|related to|on|concern|have to do with))+ (?P<value2>.+)", "not n't unrelated off"),
    _kind("topic", r"\b(?:only|exclusively) (?:answer|discuss|handle) (?P<value>(?!questions|short|simple|one|the|my)[a-z]+(?:[ -](?:and |or )?[a-z]+){0,1})(?:[- ]related)? (?:questions|topics|requests)\b|\b(?:talk|speak|chat|write) only about (?P<value2>[^.!?]+)", "only exclusively"),
    _kind("topic", r"\b(?:only|exclusively) (?:answer|talk|respond|discuss|help|reply)(?: to| with)*(?: questions?| messages?| topics?| things)?(?: about| on| related to| regarding| concerning) (?P<value>.+)|\b(?:answer|discuss|talk about|reply to) (?:only|nothing but) (?:questions? )?(?:about |on )(?P<value2>.+)", "only exclusively nothing"),
    _kind("sentences_at_most", rf"\b(?:in |with |use |write |within |using |to )?(?:at most|max(?:imum)?(?: of)?|no more than|up to|not more than|fewer than|under|only|maximal) {_N} sentences?\b|\b{_N} sentences? (?:max(?:imum)?|at most|or less|or fewer|only|tops)\b|\b(?:in|with) a sentence or two\b", "sentence", inline=True),
    _kind("sentences", rf"(?<!use it )(?<!use them )(?<!use both )(?<!use that )(?<!use this )(?<!use each )(?<!put it )(?<!put them )\b(?:in|with|using|use|write|of|answer in|within|as|to) (?:exactly |just |only )?{_N} (?:short |simple |single |complete |long )*sentences?\b(?: only)?|\A\W*(?:please )?(?:just |only )?{_N} (?:short |simple |single )?sentences?(?: only| please| pls| is enough)*\W*\Z|(?<=[,;]) *(?:just |only )?{_N} sentences?(?: only| please| pls)*\W*\Z|\b(?:exactly|just) {_N} sentences?\b|\b(?P<n>one|two|three|a single|1|2|3)[- ]sentence (?:answers?|repl(?:y|ies)|only|responses?|version)\b", "sentence", inline=True),
    _kind("short", r"\b(?:in|with|using|use|as|answer) (?:just |only |exactly |a )?(?:one|a|single|1)[- ](?:single )?word\b(?: only| answers?| please)?|\bone[- ]word (?:answers?|only|repl(?:y|ies)|responses?)\b|\b(?:just|only) (?:the |one )?(?:word|answer|number|result)\b(?: only)?|\b(?:in |with )?as (?:few words|short) as possible\b|\bwith as few words as (?:you can|possible)\b|\bno (?:explanations?|extra text|other text|explaining|full sentences?)\b|\bwithout (?:any )?explanations?\b|\bnothing else\b|\b(?:(?:answer|reply|respond|say) )?(?:only |just )?(?:with )?(?:a )?(?:simple )?(?:yes or no|yes/no|yes or a no)(?: only| answers?)?\b|\bsingle word\b|\b(?:just|only) (?:give|say|write|return|output|tell)(?: me)? (?:the )?(?:answer|name|result|number)\b", "word name answer number result possible expl text sentence else yes", inline=True),
    _kind("names_only", r"\b(?:only|just|nothing but) (?:the )?names?\b(?: only)?(?:,? (?:and )?(?:separated (?:by|with)|with) (?:a )?commas?| ?,? ?comma[- ]separated)?|\b(?:as a |in a )?comma[- ]separated(?: list)?\b|\bseparated (?:by|with) (?:a )?commas?\b", "name comma", inline=True),
    _kind("words_at_least", rf"\b(?:at least|minimum(?: of)?|no (?:less|fewer) than|more than|over|not less than) {_N} words\b(?: long)?", "word", inline=True),
    _kind("words_exactly", rf"\b(?:in |with |use |using |of )?exactly {_N} words\b", "word", inline=True),
    _kind("words_at_most", rf"\b(?:in |with |within |use |using |to |keep it |keep (?:your )?(?:answers?|repl(?:y|ies)|responses?) |answer )?(?:at most |max(?:imum|\.)?(?: of)? |no more than |up to |not more than |fewer than |less than |under |below |within |around |about |maximal |only |just |short[,:]? )?{_N} words?\b(?: max(?:imum)?| at most| or less| or fewer| only| tops| answer)?", "word", inline=True),
    _kind("characters_at_most", rf"\b(?:in |with |use |using |keep it |within )?(?:at most|max(?:imum)?(?: of)?|no more than|up to|fewer than|less than|under|below|within) {_N} (?:characters|letters|chars)\b", "char letter", inline=True),
    _kind("brief", r"\b(?:be (?:very |really |extremely |as )?(?:brief|concise|short|succinct|terse|to the point)|keep (?:it|them|this|your (?:answers?|replies|responses?|reply)|(?:all )?(?:answers|replies)) (?:very |really )?(?:short|brief|concise|simple|succinct)|(?:answer|reply|respond|write|speak|explain)(?: to (?:me|everything|all))? (?:very )?(?:briefly|concisely|shortly|succinctly|tersely)|short (?:answers?|replies|reply|version)(?: only| please)?|(?:briefly|concisely|in short|in brief|shortly)|brief|concise|to the point)\b", "brief concise short succinct terse point simple", inline=True),
    _kind("long", r"\b(?:in (?:great |more |full )?detail|detailed?(?: answers?)?|at length|(?:be |very )?(?:verbose|thorough|comprehensive|elaborate|extensive)|long (?:answers?|replies)|explain (?:everything )?(?:thoroughly|fully)|give (?:lots of|many|more) details?|thoroughly)\b", "detail length verbose thorough comprehensive elaborate extensive long fully", inline=True),
    _kind("simple", r"\b(?:(?:for|to) my (?:\d+[- ]years?[- ]old |old |little )*" + _FAMILY + r"|(?:explain |answer |speak |write |talk |use |say |in |using |with )+(?:everything |it |this |that |things )?(?:simply|in (?:very )?(?:simple|plain|easy) (?:words?|terms|language|english)|(?:very )?(?:simple|plain|easy) (?:words?|terms|language|english))|like i(?:'m|’m| am|m) (?:five|5|a child|a kid|ten|six|\d+)(?: years old)?|for (?:a |an )?(?:(?:absolute |complete |total )?beginners?|child(?:ren)?|kids?|dummies|(?:five|six|seven|eight|ten|\d+)[- ]years?[- ]olds?)|(?:to|as if i were|as if i was|like to) (?:a |an )?(?:small |little |young )?(?:beginner|child|kid|toddler|(?:five|six|seven|eight|ten|\d+)[- ]year[- ]old|child of (?:\w+)|\d+ years? old)(?: child| kid| boy| girl)?|eli5|so that a (?:child|kid|beginner) (?:can understand|understands)(?: it)?|in (?:very )?simple words)\b", "simpl plain easy like beginner child kid dumm year toddler eli5 my", inline=True),
    _kind("language", rf"\b(?:(?:please )?(?:answer|reply|respond|write|speak|talk|use|say it|say|explain it|tell me|communicate|give (?:the|your) (?:answer|reply)|translate (?:it|that|this|your (?:answer|reply|answers)|everything|all(?: answers)?))\s+)?(?:only |always |everything |exclusively |just |to me |back )*(?:in|auf|en|into|to|using|em|op|na)\s+(?:the )?(?:perfect |good |simple |fluent |only )?(?P<value>{_TONGUE})\b(?: language)?(?: only| please)?", _NAMES, inline=True),
    _kind("language", rf"\b(?:speak|use|write|only|answer)\s+(?:only |just |in )?(?P<value>{_TONGUE})\b(?: language)?(?: only| please)?", _NAMES),
    _kind("language", rf"\b(?P<value>{_TONGUE}) (?:only|please)\b", _NAMES),
    _kind("upper", r"\b(?:(?:answer|reply|respond|write|speak|talk|shout|say(?: it)?|use|type|in|with|using|only|put|make|everything|it|that|all|your|answers?)\s+)*(?:(?:only |all |in )*(?:all[- ]caps|upper[- ]?case(?: letters?)?(?: only)?|capitals(?: only)?|capital letters?(?: only)?|block letters|caps(?: lock)?))\b", "caps upper capital block", inline=True),
    _kind("lower", r"\b(?:(?:answer|reply|respond|write|speak|talk|say(?: it)?|use|type|in|with|using|only|put|make|everything|it|all)\s+)*(?:(?:only |all )*(?:lower[- ]?case(?: letters?)?(?: only)?|small letters?(?: only)?))\b|\b(?:no|without(?: any)?|(?:don't|do not|never) use(?: any)?) (?:capital(?:s| letters)?|uppercase(?: letters)?|capitalization)\b", "lower small capital upper", inline=True),
    _kind("title", r"\b(?:in |use |using )?title case\b", "title", inline=True),
    _kind("json", r"\b(?:(?:answer|reply|respond|write|return|output|format|give|produce|send|use|formatted|put)\s+(?:(?:me|us|it|them|that|this|the|your|my|an?|all|answers?|repl(?:y|ies)|responses?|results?|outputs?|everything|data|list|back)\s+){0,3})?(?:only |just |always |valid |strictly )*(?:as|in|with|into|using|a|an|valid|only)\s+(?:a |an |valid |raw |pure |only )*json(?: object| array| list| format| only| please)?\b|\bjson (?:only|format|output|please)\b|\b(?:return|output|produce|give me|use) json\b", "json", inline=True),
    _kind("yaml", r"\b(?:as|in|into|use|output) (?:valid )?yaml(?: format)?\b", "yaml", inline=True),
    _kind("html", r"(?<!\bbutton )(?<!\blink )(?<!\bform )\b(?:as|in|into|use|output|formatted as) (?:valid )?html(?: format| code)?\b", "html", inline=True),
    _kind("xml", r"\b(?:as|in|into|use|output) (?:valid )?xml(?: format)?\b", "xml", inline=True),
    _kind("python_list", r"\b(?:as|in|into|use|output) (?:a |the form of a )?python list(?: of strings)?\b", "python", inline=True),
    _kind("in_a_row", r"(?:\b(?:as|in) (?:a )?)?\b(?:comma[- ]separated(?: list)?|separated (?:by|with) commas?|with commas between (?:them)?|in one line,? with commas)\b", "comma", inline=True),
    _kind("csv", r"\b(?:as|in|into|use|output) (?:a )?csv(?: format| file)?\b", "csv", inline=True),
    _kind("table", r"\b(?:(?:answer|reply|respond|write|return|output|format|give|put|show|present|formatted|display)\s+(?:\w+\s+){0,3})?(?:as|in|into|using|with|use|make)\s+(?:a |an |the form of a )*(?:markdown |simple |two[- ]column )*tables?(?: format)?\b(?! (?:of|with|about|that|for)\b)", "table", inline=True),
    _kind("so_many", rf"\A\W*(?:please )?(?:just |only )?(?:list|name|give(?: me)?|tell me|show(?: me)?)? ?(?:only |just )?{_N}(?: (?:of them|please|is enough|are enough|only|will do))*\W*\Z", inline=True),
    _kind("paragraph", r"\b(?:in |as |use |write )?(?:just |only )?(?:one|a|a single|1) (?:short |single |small )*paragraph(?: only)?\b", "paragraph", inline=True),
    _kind("steps", rf"\b(?:in|with|using|into) (?:exactly |just |only )?{_N} (?:short |simple |easy |clear |quick |key |main )*(?:steps|points)\b", "steps points", inline=True),
    _kind("numbered", r"\b(?:(?:answer|reply|respond|write|return|output|format|give|put|show|use)\s+(?:\w+\s+){0,3})?(?:as|in|into|using|with|use|make|always)\s+(?:a |an |the form of a )*(?:numbered|ordered) lists?\b|\bnumber(?:ed)? (?:the )?(?:points|items|steps)\b", "number ordered", inline=True),
    _kind("bullets", rf"\b(?:(?:answer|reply|respond|write|return|output|format|give|put|show|use|summari[sz]e)\s+(?:\w+\s+){{0,3}})?(?:(?:as|in|into|using|with|use|make|always use|give(?: me)?|list|of)\s+)?(?:exactly |just |only |at most |no more than |up to |max(?:imum)? (?:of )?|always )*(?!an?\b){_N} (?:short |simple |brief |clear |key |main )*bullet(?:ed)?[- ]?(?:points?|items?)?s?\b(?: only| please| at most| max(?:imum)?)?", "bullet", inline=True),
    _kind("bullets", r"\b(?:(?:answer|reply|respond|write|return|output|format|give|put|show|use)\s+(?:\w+\s+){0,3})?(?:as|in|into|using|with|use|make|always use|only|always)\s+(?:a |an |the form of a |\w+ )?(?:bullet(?:ed)?[- ]?(?:points?|lists?)?|bullets|(?<!in a )(?<!in )(?<!into a )(?:unordered |dashed |simple )?lists?)(?: form(?:at)?| of (?:bullet )?points)?\b|\bbullet[- ]?points?(?: only| please)?\b", "bullet list", inline=True),
    _kind("markdown", r"\b(?:(?:answer|reply|respond|write|return|output|format|give|put|use|formatted)\s+(?:\w+\s+){0,3})?(?:as|in|into|using|with|use)\s+(?:proper |valid )?markdown(?: format(?:ting)?)?(?:,? with (?:a |an )?(?:heading|headings|headline|title|header)s?)?\b|\b(?:with|use|add) (?:a |an )?(?:heading|headline|title|header)s?\b", "markdown head title", inline=True),
    _kind("bold", r"\b(?:in|use|using|put|make) (?:\w+ ){0,3}bold(?: text| type| letters)?\b", "bold", inline=True),
    _kind("code_only", r"\b(?:(?:answer|reply|respond|write|give|return|output|show)(?: me)? )?(?:only|just|nothing but)(?: with| in| the| give| return| write| show| output)* (?:valid |plain |runnable )?(?:python |sql |javascript )?code\b|\b(?:python |sql )?code only\b", "code", inline=True),
    _kind("code", r"\b(?:in|as|inside|within) (?:a )?code ?block\b", "code", inline=True),
    _kind("rhyme", r"\b(?:(?:you )?(?:only |always |must |just )*(?:speak|talk|answer|reply|respond|write|say everything|say it)(?: only| always| everything| to (?:me|everything|all))* (?:in|with|using) (?:only )?(?:rhymes?|rhyming (?:couplets|verse|lines)|couplets)|(?:use|using|with|in) rhymes?|(?:make )?(?:everything|all(?: of it)?|your answers?|it) (?:must |should |has to |have to )?rhymes?|rhyme (?:everything|all(?: your)? answers|your answers))\b", "rhym couplet", inline=True),
    _kind("emoji", r"\b(?:use|add|include|with|put|insert|end|finish|using)\s+(?:\w+ ){0,4}?(?:emojis?|smileys?|emoticons?)\b(?: (?:in|at|to|after|everywhere)\b.*)?|\bemojis? (?:please|everywhere|allowed)\b", "emoji smiley emoticon", inline=True),
    _kind("address", r"\b(?:address|call|greet)\s+(?:me|the user|him|her|them|users?|everyone|everybody)\s+(?:as |by )?(?!by )[\"“']?(?P<value>(?!name\b|the name\b|his name|her name|their)[\w '’-]+?)[\"”']?\Z", "address call greet"),
    _kind("by_name", r"\b(?:address|call|greet)\s+(?:me|the user|him|her|them)\s+by\s+(?:my |his |her |their |the |first )*name\b|\buse (?:the user's|my|his|her|their) (?:first )?name\b(?: in .*)?", "name"),
    _kind("role", r"\b(?:you are|you're|you’re|act (?:as|like)|acting as|pretend (?:to be|(?:that )?you(?:'re| are))|behave (?:as|like)|play(?: the role of)?|roleplay as|imagine you are|respond as|answer as|reply as|speak as|be|impersonate|take the role of|from now on,? you are|talk as)\s+(?:now )?(?:an?|the|my|our)\s+(?P<value>.+)"),
    _kind("role", r"\b(?:speak|talk|write|answer|reply|respond|sound|explain|say (?:it|that)|tell|act|behave)(?: \w+){0,3}? (?:like|in the (?:style|voice|manner) of|as if you were|as though you were|as)\s+(?:an?|the|my)?\s*(?P<value>.+)"),
    _kind("role", r"\b(?:you are|you're|act as|pretend to be|be)\s+(?P<value>(?-i:[A-Z])[\w']+(?: (?-i:[A-Z])[\w']+)*)(?=\W*\Z)"),
    _kind("tone", r"\b(?:you are|you're|be|stay|sound|remain|act|answer|reply|respond|write|speak|talk|in|with|use|using|and|a|an)\s+(?:(?:always|very|as|more|really|a bit|extremely|in|a|an|both|and)\s+)*(?P<value>friendly|polite(?:ly)?|helpful|honest(?:ly)?|accurate(?:ly)?|kind(?:ly)?|professional(?:ly)?|patient(?:ly)?|clear(?:ly)?|formal(?:ly)?|factual|neutral(?:ly)?|warm(?:ly)?|respectful(?:ly)?|informative|encouraging|nice|truthful|precise(?:ly)?|correct(?:ly)?|calm|supportive|useful|objective|serious(?:ly)?|direct|straightforward|safe|friendly and \w+)(?:ly)?(?:\s+(?:tone|manner|way|voice|language|style))?\b"),
]  # fmt: skip
# Roles that are what the stand-in is in any case.
PLAIN_ROLES = Regex(
    r"(?:very |really |extremely )?(?:(?:job|hotel|airline|airport|insurance|railway|telecom|delivery|compassionate|understanding|sensitive|phone|family|sympathetic|empathetic|caring|attentive|local|old|young|cooking|kitchen|cook|food|recipe|garden(?:ing)?|health|fitness|sports?|music|movie|film|book|shopping|bank(?:ing)?|strict|fair|firm|gentle|calm|but|helpful|friendly|polite|kind|good|honest|smart|useful|patient|clever|professional|knowledgeable|nice|concise|experienced|cheerful|warm|expert|world-class|supportive|great|geography|history|math|science|python|programming|coding|language|travel|support|customer(?: support| service)?|virtual|personal|general|AI|chat|english|writing|study|course|research)[ -]*(?:and |but |, )?)*"
    r"(?:(?:(?:sentiment|spam|text|ticket|topic|intent|e-?mail|message) )?classifier|secretary|letter writer|copywriter|categorizer|labeler|summarizer|proofreader|grammar checker|doctor|physician|nurse|therapist|psychologist|counsell?or|listener|nutritionist|dietitian|lawyer|gardener|vet|veterinarian|accountant|interviewer|recruiter|receptionist|barista|waiter|waitress|bartender|shop assistant|tour guide|historian|journalist|economist|mathematician|trainer|mentor|(?:support|service|help ?desk) (?:agent|employee|representative|person)|representative|assistant|bot|chatbot|chat bot|ai|a\.i\.|language model|model|tutor|expert|guide|agent|helper|companion|support bot|advisor|consultant|chatgpt|teacher|professor|librarian|encyclopedia|friend|writer|author|translator|editor|developer|programmer|engineer)s?\b",
    re.IGNORECASE,
)  # fmt: skip
