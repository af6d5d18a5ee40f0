"""What the model says, and how its tokens are counted and drawn.

A request goes this way:

speak         decides: call a tool, fill a form, look at a picture, or answer in words (the only place that decides)
  tools, choosing, filling, evidence/   which tool, with which values out of the text
  forms/                                JSON that conforms to a schema
  pictures                              what is seen of an image
  replies                               an answer in words, in the manner that is wanted
sampling      draws the tokens of what was decided, by temperature and the rest; `writer` keeps to the limits

What answers in words is asked in this order, and the first that has an answer gives it (`replies`, `whole_message`, `one_question`):

sourced/      from sources that are sent along, and from nothing else
commissions/  letters, speeches and tales with details, which later messages change
sent/         work on a text that is sent along: summarize, correct, classify
coding/       Python that is sent or was shown
games/, abroad, computed/courtesy   a game that goes on, other languages, greetings
computed/     one small module a kind: follow-ups, memory, places, sums, units, what a model cannot know ...
everyday/     one small module a wish: recipe, trip, verse, list of names ...
answers       what stands in data/answers/, found by whole questions (`questions`) or by what they are about (`abouts`)
unanswered    that there is no answer, with the nearest prompts that have one

`instructions/` reads the manner that is wanted, and follows it or names what it cannot follow. What is known stands in
data/, not here: a row there needs no Python.
"""
