"""What no language model can know by itself: now, today, live data, the future, private things. It says so, and why."""

import re

from ..games.game import CANNOT as _GAME
from ..regex import Regex
from .question import Answer, Question, says

_CLOCK = "I cannot know that: a model has no clock and no calendar. It only knows what it was trained on and what you send along; if you send the date or the time in the message, it can use it."
_LIVE = "I cannot know that: a model has no live data, no news, no prices. What happens now came after it was trained, and it cannot look it up unless a program sends it along (a tool, for example)."
_CHANGES = "I cannot know who it is now: that changes, and a model has no live data; it only knows what was so when it was trained, and nothing from after that day. So I give no name: the office's own website has it."
_FUTURE = "Nobody can know the future, and a model cannot predict it either: it only knows texts that it was trained on."
_PRIVATE = "I cannot know that: it is private, and you have not told me. A model only knows what it was trained on and what is in the messages that you send."
_FORGETS = "No: a model remembers nothing of earlier conversations. It only knows the messages that are sent along in this request, so what you wrote before is gone, unless a program keeps it and sends it again."
_SEE = "I cannot know that: I cannot see or hear you, and I do not know where you are. A model gets nothing but the messages that are sent to it."
_ACT = "I cannot do that: by itself, a model has no access to the internet, to files, mail or a clock. It only writes text; a program around it would have to do the rest (with tools)."
_DRAW = "I cannot do that: I am the offline stand-in, and write text only. Some models make pictures, sounds or films; here you can have a thing described in words."
_WHY = {
    _CLOCK: "Because a model is no clock: it is a large set of numbers that was fixed when its training ended, and it continues texts. No time runs in it. A program around it can write the date into the message, or give it a tool that asks a clock.",
    _LIVE: "Because a model learned from texts up to one day, its cutoff, and nothing new has come in since. It has no connection of its own to the internet; it only gets the messages that are sent along. A program around it can look things up and send them, or give it a tool for that. Apps such as ChatGPT do so.",
    _CHANGES: "Because a model learned from texts up to one day, its cutoff. Who holds an office may have changed since, and it would not notice: it would name the old one, and sound sure. A program around it can look it up and send it along.",
    _FUTURE: "Because what will happen is written nowhere yet, and a model has only read texts. It can say what is likely in general, but that is a guess, however sure it sounds.",
    _PRIVATE: "Because a model only learned from texts for everybody, and only sees the messages of this conversation. It has no access to your life, your devices or your accounts, and that is good so. What you write here, it can use.",
    _FORGETS: "Because a model keeps nothing between two requests: it does not learn while you talk to it. A chat seems to remember, since the program sends all earlier messages along each time. What is not sent is gone.",
    _SEE: "Because a model has no eyes, no ears and no camera: it gets text (some models also pictures and sound), and only what a program sends.",
    _ACT: "Because a model only writes the next words. To do something, a program must read what it wrote and act on it: such functions are called tools.",
}

_NOW = r"(?:right now|now|today|tonight|currently|at the moment|this (?:week|morning|evening|month|year)|tomorrow|latest|current|live|next week|yesterday|last night)"
_KINDS = [  # the reason, pieces of words of which one must be there, and what is asked
    (_CHANGES, "president minister chancellor king queen mayor ceo pope governor head leader champion", r"(?!.*\b(?:stephen|luther|jean|carole|bb|larry) king)(?:who|whos|who's)\b(?! (?:was|were)\b).{0,12}\b(?:the )?(?:current |present |new )?(?:president|prime minister|chancellor|king(?! of (?:the )?(?:pop|rock|soul|blues|jungle|animals|beasts))|queen(?! of (?:pop|soul))|mayor|ceo|pope|governor|head of state|head of government|leader|champion)\b(?: now| today| right now| of (?!my\b)[\w ]+| in (?!my\b)[\w ]+)*"),
    (_CHANGES, "president minister chancellor king queen mayor ceo pope governor", r"(?:the )?(?:current |present |new )?(?:president|prime minister|chancellor|king|queen|mayor|ceo|pope|governor) of (?!my\b|(?:the )?(?:pop|rock|soul|blues|jungle|animals|beasts)\b)(?:the )?\w+(?: \w+)?(?: now| today| right now)?"),
    (_CLOCK, "time hour", r"(?:what|whats|what's|wat|tell me|do you know|know|give me|got)\b.{0,20}\b(?:the )?(?:time|hour)(?: is it| it is)?(?: please| pls| now| right now| there| here| in [\w ]+)?"),
    (_CLOCK, "time current", r"what time is it.*|whats the time.*|time\??|current (?:time|date|year|day|month)"),
    (_CLOCK, "date day month year weekday", r"(?:what|which) (?:is )?(?:the )?(?:day|date|weekday)(?: is| is it| of the week)*(?: it)? (?:today|tomorrow|yesterday)|(?:(?:what|whats|which|tell me|give me)\b.{0,15}\b)?(?:today'?s? (?:date|day)|(?:the )?date(?: is it)?(?: today| now)?|(?:day|month|year|weekday)(?: of the week)? is (?:it|today)(?: today| now)?|the current (?:date|year|day|month|time)|day today|is today)"),
    (_CLOCK, "is", r"is it (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|morning|evening|night|late)\b.*"),
    (_CLOCK, "how day", r"(?:how (?:long|many (?:days|weeks|hours))|days?) (?:is it |are there |left )?(?:until|till|before|since|to(?= (?:the|my|our|next|christmas|xmas|easter|new year|halloween|summer|winter|spring|fall|weekend|\w+day)\b)) (?!a\b).*"),
    (_FUTURE, "will who which what lott lotto numbers predict going gonna", r"(?:who|which \w+|what) (?:will|is going to|are going to|gonna) (?:win|be|happen|become|cost)\b.*|.*\b(?:lottery|lotto)\b.*\bnumbers?\b.*|.*\bnumbers?\b.*\b(?:lottery|lotto)\b.*|will (?:i|we|there|the|it|my)\b(?!.*(?:rain|snow|weather|sunny)).*(?:ever|win|pass|rich|famous|crash|rise|fall|war|20\d\d|tomorrow|next).*|predict .*|.*\bpredict the future\b.*"),
    (_LIVE, "weather forecast", r".*\b(?:weather|forecast)\b(?!.*\b(?:poem|haiku|story|function|api|code|what is weather|mean)\b).*"),
    (_LIVE, "it rain umbrella coat jacket how temperature", r"(?:will|is|does|did|has) it (?:going to |gonna )?(?:rain|snow|raining|snowing|sunny|cold|warm|hot)(?:ing)?\b.*|do i need (?:an umbrella|a coat|a jacket).*|how (?:warm|cold|hot) is it\b(?! on\b).*|(?:whats|what is|what's) the temperature (?:in|outside|here|today|now)\b.*"),
    (_LIVE, "news headlines event happening going new", r".*\b(?:news|headlines)\b(?:$| today| about| from| now| in ).*|.*\b(?:latest|current|today'?s|breaking) (?:news|headlines|events)\b.*|what(?:'s| is|s)? (?:happening|going on|new)\b(?: in the world| today| now)?.*"),
    (_LIVE, "price stock share value worth rate bitcoin btc ethereum", rf".*\b(?:price|stock|shares?|value|worth|rate|exchange rate|bitcoin|btc|ethereum)\b.*\b{_NOW}\b.*|.*\b{_NOW}\b.*\b(?:price|stock|shares?|bitcoin|btc|exchange rate|rate)\b.*"),
    (_LIVE, "results scores table yesterday", r".*\b(?:football|soccer|basketball|baseball|tennis|hockey|sports?|match|game|lottery|election|race)\b.{0,12}\b(?:results?|scores?|standings|table)\b.*"),
    (_LIVE, "trending viral popular hot there followers how", r"(?:what(?:'s| is|s)?|who(?:'s| is)?) (?:trending|viral|popular|hot)(?: right now| now| today| on \\w+)*|(?:are|is|were|was) there (?:any |an? |some )?.{2,40}\\b(?:today|right now|now|tonight|at the moment|this week|yesterday)|how much (?:is|are|does|do) .{2,50}\\b(?:cost )?(?:right now|now|today|at the moment|currently|this week)|how many (?:followers|subscribers|views|likes|people are|users|tickets)\b.*"),
    (_LIVE, "price value bitcoin btc exchange", r".*\b(?:stock|share) (?:price|value)\b.*|.*\b(?:bitcoin|btc|ethereum|gold|oil|gas) price\b.*|.*\bprice of (?:bitcoin|btc|ethereum|gold|oil|gas|petrol)\b.*|how much is (?:a )?bitcoin.*|.*\bexchange rate\b.*"),
    (_LIVE, "who team score result", r"(?:who|which team) (?:won|is winning|played|plays|scored|leads)\b.*\b(?:last|yesterday|today|tonight|now|this|game|match)\b.*|.*\b(?:score|result)s? of (?:the|last|yesterday|today)\b.*\b(?:game|match|race)\b.*"),
    (_LIVE, "open closed online down available late delayed full bus train flight plane tram ferry traffic tv television", r"(?:is|are) .*\b(?:open|closed|online|down|available|late|delayed|full)\b (?:right )?(?:now|today|tonight|tomorrow)|(?:when|what time) (?:does|is|will) (?:the|my) (?:next )?(?:bus|train|flight|plane|tram|ferry)\b.*|how (?:is|bad is) (?:the )?traffic.*|what(?:'s| is|s)? on (?:tv|television)\b.*"),
    (_FORGETS, "remember recall know forget forgot", r"(?:do|can|did|don't|will) (?:you|u) (?:still |really )?(?:remember|recall|know|forget)\b(?!.*\bmy name\b).*\b(?:yesterday|last (?:time|week|month|year|night|chat|conversation|session|\w+day)|(?:the )?other day|days? ago|weeks? ago|this morning|(?:earlier|previous|past|old|our last|other) (?:chats?|conversations?|sessions?|talks?|messages?))\b.*"),
    (_PRIVATE, "my", r"(?:whats|what's|what is|what are|tell me|do you know|guess|whose is|give me|who is)\b.*\bmy (?!(?:favou?rite|fav|name|age|job|work|profession|birthday|pets?|dog|cat|hobb|home|city|sister|brother|mother|father|mom|dad|wife|husband|son|daughter|kids?|children|first|last|previous|question|car|language|number|friend)\b).*(?:password|pin|number|address|balance|account|secret|email|mail|code|schedule|plans?|appointment|phone|salary|grade|weight|height|blood type|ip)\b.*"),
    (_PRIVATE, "i we my", r"(?!why do we (?:all )?dream)(?:what|where|when|who|whom|why|how much|how many) (?:did|have|had|was|were|do|does|is|are) (?:i|we|my (?:boss|wife|husband|friend|neighbou?r|mother|father|teacher|dog|cat|mom|dad|sister|brother|boyfriend|girlfriend|ex))\b.*\b(?:yesterday|last (?:night|week|month|year|summer|time)|today|this (?:morning|week)|ago|thinking|think of me|dream|dreamt|dreamed)\b.*"),
    (_PRIVATE, "my think guess me who", r".*\bmy (?:boss|wife|husband|friend|neighbou?r|mother|father|teacher|landlord|landlady|ex|boyfriend|girlfriend|doctor|mom|dad)(?:'?s| s)\b (?:phone|number|address|password|email|salary|secret|birthday|age|phone number|name)\b.*|what am i thinking.*|guess what i .*|does (?:he|she|my \w+) (?:love|like|hate|miss) me.*|who is (?:he|she|my (?:soulmate|boss|neighbou?r))"),
    (_PRIVATE, "did have had am is was i my", r"(?:what|where|when|who|why|how(?: much| many| long)?) (?:did|have|had|was|were) (?:i|we) (?:just |already )?(?:eat|ate|eaten|have for|had for|drink|drunk|do|done|go|gone|buy|bought|sleep|slept|wear|dream|dreamt|put|park|watch|read|spend|spent|meet|call|called|cook|doing|park(?:ed)?|lose|lost|weigh)\b(?!.*\b(?:tell|told|say|said|ask|asked|write|wrote)\b).*|(?:what|where)(?:'s| is|s| are)? (?:my (?:keys?|phone|wallet|glasses|bag|cat|dog) (?:now|right now|at)|my (?:keys?|wallet|glasses|phone|remote))\W*|where (?:did|have) i (?:put|park).*"),
    (_FUTURE, "will when how where which what", r"(?:when|how|where|at what age|in which year) (?:will|am|do|would|is) (?:i|we|my \w+|the world|humanity|he|she|it|they)(?: going to)? (?:ever )?(?:die|end|get (?:married|rich|famous|a job|pregnant|a raise|a girlfriend|a boyfriend)|marry|find (?:love|a job|a partner|my \w+)|be (?:rich|famous|happy|successful|dead)|have (?:kids|children)|meet my \w+)(?: in the future| until| to)?|how long (?:will|do|am) i (?:have to live|live|going to live|have left)|how old will i (?:get|become|be when i die)|what (?:is|will be|does) (?:my|the) (?:future|fate|destiny)(?: hold| be| look like| for me)*"),
    (_SEE, "i look my see hear watch me fingers", r"(?:what|which|where|who|how)\b.*\b(?:am i|i am|i'm|do i look|i look)\b.*\b(?:wearing|holding|look(?:ing)?(?: like)?|doing|sitting|standing|right now|now|at|eating|drinking)\b.*|where am i(?: now| right now)?|who am i with.*|what(?:'s| is|s)? (?:my (?:ip(?: address)?|location)|in my (?:hand|pocket|room|fridge))|can you (?:see|hear|watch) me.*|what(?:'s| is|s)? (?:behind|in front of|next to|around) me.*|what do (?:you see|i look like)|how many fingers.*|where do you think i am|am i (?:alone|pretty|handsome|sick|tired|late)"),
    (_ACT, "you u", r"(?:can|could|will|would) (?:you|u) (?:please )?(?:read|check|open|send|access|see|look (?:at|into|in)|search|browse|download|call|book|order|buy|delete|play|set|remind|watch|visit|google)\b(?!.*\b(?:photos?|pictures?|images?)\b).*\b(?:my (?!text|code|sentence|message)|emails?|inbox|files?|internet|web(?:site|page)?|google|online|an? (?:taxi|table|flight|hotel|pizza|alarm|timer|reminder)|me|music|song|video|https?\S*|\w+\.(?:com|org|net))\b.*"),
    (_LIVE, "flight hotel ticket apartment restaurant deal", r"(?:(?:can|could) you )?(?:please )?(?:find|search|look|get|show|compare)\b.*\b(?:flights?|hotels?|tickets?|apartments?|restaurants?|deals?)\b.*|.*\b(?:cheap(?:est)?) (?:flights?|hotels?|tickets?|train)\b.*"),
    (_DRAW, "draw paint sketch picture image photo logo illustration video song sound", r"(?:(?:can|could|will|would) (?:you|u) |i (?:want|need) you to |i (?:want|need) )?(?:please )?(?:draw|paint|sketch)(?: me| us)? (?!.*\b(?:python|code|turtle|ascii|svg|canvas|matplotlib|plot|html|css|conclusions?|line between|table|attention)\b).*|(?:(?:can|could|will|would) (?:you|u) |i (?:want|need) you to )?(?:please )?(?:make|create|generate|show|give|send|design|produce)(?: me| us)? (?:an? |the |some |another )?(?:[\w-]+ ){0,3}?(?:pictures?|images?|photos?|drawings?|paintings?|logos?|illustrations?|portraits?|sketch(?:es)?|videos?|films?|sounds?)(?: (?:of|with|for|showing|about|from|where)\b.*)?"),
    (_GAME, "play guess", r"(?:(?:hey|ok|hi)\W+)?(?:(?:let'?s|can we|shall we|wanna|do you want to|want to|i want to|can you|could we|will you) )*play(?: a| the| some)?(?: round of| game of)?(?: of)?(?: with (?:me|you))?(?:\W+(?:(?:20|twenty) questions|hangman|chess|tic[- ]?tac[- ]?toe|rock,? paper,? scissors|trivia|i spy|charades|wordle|scrabble|monopoly|poker|blackjack|checkers|battleship|(?:\w+ )?games?|dungeons?(?: and| &) dragons|truth or dare|would you rather)(?: with (?:me|you))?(?:[\s!.,:;-].*)?|\W*(?<=play)\W*)|(?:i(?:'m| am)? think(?:ing)? of an? (?:animal|number|person|thing|word|movie|country)\b.*\b(?:guess|ask)\b.*)|guess (?:my|the|which|what) (?:number|animal|word|card|age|name)\b.*"),
    (_ACT, "open visit go browse google search look check", r"(?:please )?(?:open|visit|go to|browse|google|search (?:the (?:web|internet)|online|google)(?: for)?|look up online|check) (?:https?:\S+|www\.\S+|\S+\.(?:com|org|net|de|io)|my (?:email|emails|inbox|mail|calendar|account)|for\b).*"),
    (_ACT, "remind set wake call send book order play turn buy", r"(?:please )?(?:remind me|set (?:an? )?(?:alarm|timer|reminder)|wake me|call (?:me|my|a taxi|the police)|send (?:an? |the )?(?:email|mail|message|sms|text) to|book (?:me )?an?|order (?:me )?an?|play (?:some |a )?(?:music|song)|turn (?:on|off) the|buy me)\b.*"),
]  # fmt: skip
_REGEXES = [(reason, Regex(pattern, re.IGNORECASE | re.DOTALL, needs)) for reason, needs, pattern in _KINDS]
_HOW_WARM = Regex(r"(?:and )?how (?:warm|cold|hot) is it", re.IGNORECASE)
_OUTSIDE = Regex(r"\b(?:weather|forecast|outside|today|rain|snow|temperature)\b", re.IGNORECASE)
_AROUND = Regex(
    r"\A(?:(?:hey|hi|hello|please|so|and|ok|um|pls|can you tell me|could you tell me|tell me|do you know|i want to know)\b[\s,!.]*)+|[\s?!.]+\Z|[\s,]*\b(?:please|pls|plz|thanks)[\s?!.]*\Z",
    re.IGNORECASE,
)


def answer(question: Question) -> Answer | None:
    """Return why a model cannot know what is asked; None for what it might."""
    text = " ".join(question.text.replace("’", "'").split())
    if not 0 < len(text) < 200 or re.search(r"\bdifference between\b|\b(?:vs|versus)\b", text, re.IGNORECASE):
        return None
    bare = _AROUND.sub("", _AROUND.sub("", text))
    if _HOW_WARM.fullmatch(bare) and question.before and not _OUTSIDE.search(question.earlier("user")[0]):
        return None  # of the Sun, of which was asked before
    for candidate in (text.rstrip("?!. "), bare):
        for reason, pattern in _REGEXES:
            if pattern.fullmatch(candidate):
                short = (
                    "No."
                    if reason is _FORGETS
                    else "I cannot do that."
                    if reason in (_ACT, _DRAW, _GAME)
                    else "I cannot know that."
                )
                why = {"why": [(1.0, _WHY[reason])]} if reason in _WHY else {}
                return says(reason, short=short, forms={"data": [(1.0, short)], **why}, guarded=True)
    return None
