"""The parts of `explain`: what the server said, where the request went, what went wrong, and what to do about it.

said          the server's own words, in whatever form they came
addresses     whose server it is, what is wrong with its address, which proxy stands before it
connections   why no connection came about
reasons       which of the rows in `advice` an error falls under
advice        what to tell a learner, one row for each thing that can go wrong
"""
