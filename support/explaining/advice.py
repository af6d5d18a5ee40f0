"""What to tell a learner, one row for each thing that can go wrong.

A row says what happened, on whose side, what to do now, and whether trying again helps. Rows in
lower case are found by `reasons`; a row with the name of an exception is for what is not told apart
further, from the most special kind to the most general. In the sentences stand

    {message}   what the server or the error said, as a sentence
    {server}    host and port of the server, {host} without the port
    {better}    what the address should be
    {proxy}     the setting that names a proxy, {proxy_host} the proxy
    {deepest}   what the operating system said
    {wait}      how long the server asks to wait
    {kind}      the name of the exception
"""

from typing import NamedTuple


class Advice(NamedTuple):
    """What to say: about OpenAI's own server, and about any other, where that is not the same."""

    openai: str
    elsewhere: str = ""


ADVICE = {
    # --- No connection ---
    "certificate": Advice(
        "The certificate of {server} could not be checked: {deepest} Often a company's network or an antivirus program puts its "
        "own in the place of the server's. Ask who runs the network for its certificate file, and name it in SSL_CERT_FILE; "
        "trying again as it is does not help.",
        "The certificate of {server} could not be checked: {deepest} If the server made its own, or a company's network or an "
        "antivirus program puts one in between, name its file in SSL_CERT_FILE; trying again as it is does not help.",
    ),
    "no_tls": Advice(
        "No safe connection to {server} came about: {deepest} If the server is your own, its address in OPENAI_BASE_URL probably "
        "begins with http:// and not https://; otherwise a proxy or a firewall stands in between. Trying again as it is rarely helps."
    ),
    "no_such_host": Advice(
        "There is no computer of the name {host} in sight. Check that you are online; then try again.",
        "There is no computer of the name {host} in sight. Check the spelling of OPENAI_BASE_URL, and that you are online; then "
        "try again.",
    ),
    "nothing_answers": Advice(
        "Nothing answers at {server}. Check that you are online, and that no firewall stands in between; then try again.",
        "Nothing answers at {server}: is the server running? Start it, or check the port in OPENAI_BASE_URL; then try again.",
    ),
    "no_way_there": Advice(
        "No connection to {server} came about in time. Check that you are online, and whether your network needs a proxy (HTTPS_PROXY); "
        "then try again.",
        "No connection to {server} came about in time: is that computer on, and does a firewall let you through? Check the address in "
        "OPENAI_BASE_URL; then try again.",
    ),
    "no_protocol": Advice(
        "OPENAI_BASE_URL is not the address of a server: it must begin with https:// or http://. Put that right first; trying "
        "again as it is does not help."
    ),
    "bad_header": Advice(
        "Your API key, OPENAI_ORG_ID or OPENAI_PROJECT_ID has a character in it that cannot be sent, such as a line break or a "
        "curly quotation mark. Copy it again, whole; trying again as it is does not help."
    ),
    "proxy_for_local": Advice(
        "Your request to {server} went to the proxy {proxy_host}, which {proxy} names, and that does not know the servers of your own "
        "computer or network. Add {host} to the environment variable NO_PROXY, start Jupyter anew, and see that the server is running; "
        "trying again as it is does not help."
    ),
    "proxy": Advice(
        "Your request to {server} went to the proxy {proxy_host}, which {proxy} names, and came no further: {deepest} Check whether "
        "that proxy is right and running, or ask who runs your network; then try again."
    ),
    "proxy_login": Advice(
        "The proxy of your network wants a name and a password before it lets your request through. They go into HTTPS_PROXY "
        "(http://name:password@proxy:port); ask who runs the network. Trying again as it is does not help."
    ),
    "closed_loop": Advice(
        "An async client belongs to the event loop in which it was first used, and that one is closed: every asyncio.run opens a new "
        "one. Make the client inside the function that you give to asyncio.run; trying again with the same client rarely helps."
    ),
    "running_loop": Advice(
        "A notebook already runs an event loop, so asyncio.run cannot start another. Write `await` before the call instead; "
        "trying again as it is does not help."
    ),
    "closed_client": Advice(
        "This client is closed, perhaps because its `with` block has ended. Make a new one with get_client(); trying again with "
        "this one does not help."
    ),
    # --- The address ---
    "address": Advice(
        "The address in OPENAI_BASE_URL is probably not whole: {message} Try {better} instead, or what that server's pages call its "
        "OpenAI-compatible address; trying again as it is does not help."
    ),
    "wrong_path": Advice(
        "The server does not know this address: {message} Check OPENAI_BASE_URL; trying again as it is does not help.",
        "The server at {server} does not offer what you asked it for ({path}): {message} Perhaps a newer version of it does, or "
        "another address in OPENAI_BASE_URL; trying again as it is does not help.",
    ),
    "page": Advice(
        "A web page came back in the place of an answer of the API: {message} Something between you and the server answers for it, "
        "such as a firewall or a login page of your network. Open any page in a browser, or try another network; trying again as it "
        "is rarely helps.",
        "A web page came back from {server} in the place of an answer: {message} Either OPENAI_BASE_URL is the address of a website, or "
        "something in between answers, such as a firewall or a login page of your network; trying again as it is rarely helps.",
    ),
    # --- Refused: the key, the account, limits ---
    "AuthenticationError": Advice(
        "The server did not accept your API key. Copy the key again, whole, into .env (01_setup.ipynb shows how), or make a new "
        "one on platform.openai.com; trying again with the same key does not help.",
        "The server at {server} did not accept the key that it got: {message} OPENAI_API_KEY must be a key of that server, if it "
        "wants one, and not of another; trying again with the same key does not help.",
    ),
    "permission": Advice(
        "Your API key is right, but it is restricted and may not do this: {message} Give it the permission under API keys on "
        "platform.openai.com, or ask who made it; trying again as it is does not help.",
        "The server at {server} knows your key, but the key may not do this: {message} Ask who runs the server for the permission; "
        "trying again as it is does not help.",
    ),
    "organization": Advice(
        "Your API key does not belong to the organization or project that the request names: {message} Take OPENAI_ORG_ID and "
        "OPENAI_PROJECT_ID out of .env and the environment, or set them to the key's own; trying again as it is does not help.",
        "The server at {server} refused the organization or project of your request: {message} Take OPENAI_ORG_ID and "
        "OPENAI_PROJECT_ID out of .env and the environment, or ask who runs the server; trying again as it is does not help.",
    ),
    "country": Advice(
        "The API is not offered where you are: {message} Trying again does not help.",
        "The server at {server} does not serve you where you are: {message} Trying again does not help.",
    ),
    "PermissionDeniedError": Advice(
        "Your API key is right, but it may not do this (or not from your country): {message} Use another model, or look at the key's "
        "permissions on platform.openai.com; trying again as it is does not help.",
        "The server at {server} does not allow this: {message} Use another model, or ask who runs the server; trying again as it is "
        "does not help.",
    ),
    "no_credit": Advice(
        "The account behind your API key has no credit left. Add some under Billing on platform.openai.com; until then, trying "
        "again does not help.",
        "The server at {server} wants to be paid first: {message} Look at your account there; until then, trying again does not help.",
    ),
    "spend_limit": Advice(
        "A limit of spending on your account is reached: {message} Raise it under Limits on platform.openai.com, or wait for the "
        "next month; until then, trying again does not help.",
        "A limit of spending at {server} is reached: {message} Look at your account there; until then, trying again does not help.",
    ),
    "billing_inactive": Advice(
        "The account behind your API key is not active: {message} Look under Billing on platform.openai.com; until then, trying "
        "again does not help.",
        "Your account at {server} is not active: {message} Look at your account there; until then, trying again does not help.",
    ),
    "too_large": Advice(
        "This one request is above what your account may send in a minute: {message} Shorten it, or allow the reply fewer tokens, "
        "which count as well; waiting and trying again as it is does not help."
    ),
    "day": Advice(
        "What your account may send in a day is used up: {message} Wait {long_wait}, use another model, or raise the limit; trying "
        "again before that does not help."
    ),
    "RateLimitError": Advice(
        "You sent more in a short time than your account may: {message} Your request is not wrong: wait {wait}, then try "
        "again, and send fewer or shorter requests.",
        "The server at {server} takes no more for now: {message} Your request is not wrong: wait {wait}, then try again, and send "
        "fewer or shorter requests.",
    ),
    # --- Refused: the request ---
    "model": Advice(
        "The API has no model of this name, or your account may not use it: {message} Check the spelling of `model` "
        "(client.models.list() shows what there is); trying again as it is does not help.",
        "The server at {server} has no model of this name: {message} client.models.list() shows what it has; set TUTORIAL_MODEL or "
        "`model` to one of these. Trying again as it is does not help.",
    ),
    "context": Advice(
        "Your request is longer than the model can read at once: {message} Shorten it or leave out old messages; trying again as it is "
        "does not help."
    ),
    "too_large_body": Advice(
        "Your request is larger than the server takes: {message} Shorten it, or send a smaller picture or file; trying again as it "
        "is does not help."
    ),
    "NotFoundError": Advice(
        "The server does not know what you asked for: {message} Check the name, the id or OPENAI_BASE_URL; trying again as it is "
        "does not help.",
        "The server at {server} does not know what you asked for: {message} Check the name, the id or OPENAI_BASE_URL; trying "
        "again as it is does not help.",
    ),
    "ConflictError": Advice(
        "Something else changed the same thing at the same moment: {message} Your request was not wrong; try again."
    ),
    "slow_request": Advice(
        "Your request took too long to reach the server: {message} It was not wrong; check your connection, and try again."
    ),
    "InternalServerError": Advice(
        "The server has a problem of its own: {message} Your request is not wrong. Wait a minute, then try again.",
        "The server at {server} has a problem of its own: {message} Your request is not wrong. Look at what that server prints, if it "
        "is yours; otherwise wait a minute, then try again.",
    ),
    "APIStatusError": Advice(
        "The API refused the request as it is: {message} Change what it names in your code; trying again unchanged does not help.",
        "The server at {server} refused the request as it is: {message} Change what it names in your code; trying again unchanged "
        "does not help.",
    ),
    # --- What else the openai package and the helpers raise ---
    "APITimeoutError": Advice(
        "No answer came in time; the server is busy, or the reply is long. Try again, ask for a shorter reply, or set a longer timeout."
    ),
    "APIConnectionError": Advice(
        "The connection to the server failed or broke off, somewhere between you and it. Check that you are online, and "
        "OPENAI_BASE_URL if you set it; then try again."
    ),
    "CutOff": Advice("{message}"),
    "APIResponseValidationError": Advice(
        "What came back does not have the form of a reply of the API. Check OPENAI_BASE_URL and that your openai package is up to date; "
        "trying again rarely helps."
    ),
    "NoReply": Advice("{message} Put that right first; trying again as it is rarely helps."),
    "APIError": Advice("The server broke its reply off: {message} Your code is not at fault; try again in a moment."),
    "BudgetExceeded": Advice("{message} Trying again as it is does not help."),
    "NotOffered": Advice("{message} Trying again as it is does not help."),
    "LengthFinishReasonError": Advice(
        "The reply was cut off at your limit of tokens, so it could not be read as a whole. Allow more tokens, then try again."
    ),
    "ContentFilterFinishReasonError": Advice(
        "The content filter stopped the reply. Ask in other words; trying again unchanged rarely helps."
    ),
    "APIRemovedInV1": Advice(
        "This code is from 2023, and the openai package no longer has this function. appendix_2023_code.ipynb shows today's form; "
        "trying again does not help."
    ),
    "OpenAIError": Advice("{message} Put that right first; trying again as it is does not help."),
    # --- Any other exception ---
    "TypeError": Advice(
        "Your code calls a function in a way it does not know: {message} Look at the names in your call; nothing was sent, and trying "
        "again as it is does not help."
    ),
    "ValidationError": Advice(
        "The reply does not have the form that you asked for, perhaps because it was cut off. Allow more tokens, then try again."
    ),
    "UnicodeEncodeError": Advice(
        "A character cannot be sent or written: {message} In a text, it may be half of an emoji: take it out. In your key, "
        "OPENAI_ORG_ID or OPENAI_PROJECT_ID, copy that again; trying again as it is does not help."
    ),
    "ValueError": Advice("{message} Put that right first; trying again as it is does not help."),
    "OSError": Advice("A file or a connection of this computer could not be used: {message} Put that right, then try again."),
    "KeyboardInterrupt": Advice("You stopped this yourself. Nothing is broken; run it again when you like."),
    "BaseException": Advice(
        "Something in the code went wrong ({kind}): {message} Look at the last lines of the error; trying again as it is rarely helps."
    ),
}
