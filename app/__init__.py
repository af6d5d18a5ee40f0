"""A study companion for this course, as lesson 18 builds it: `voila app/companion.ipynb` serves it."""
