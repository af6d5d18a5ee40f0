"""A study companion for this course: lesson 18 builds it, part by part, and this is the same code.

voila app/companion.ipynb

library.py    finds the paragraphs of the lessons that may answer a question (lesson 12)
study.py      what the learner knows: a quiz and its results, which the model may call as tools (lesson 9)
companion.py  the talk: memory, tools, streaming, and a check of each quote (lessons 3, 5, 9, 12, 15)
face.py       the page: a thin face over all that (lessons 6, 7)
"""
