"""Lesson 16: the part for a picture in a file, the tokens of a picture, receipts that need a person, and a picture of one's own."""
