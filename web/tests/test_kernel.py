"""The kernel in the browser: which errors stop what waits, what is said of charts, and what check_setup sees."""

import lessons
from course_kernel import NO_CHARTS

CHART = "import matplotlib.pyplot as plt\nplt.bar([1, 2], [3, 4])"


def test_an_error_that_is_not_planned_stops_and_everything_is_where_it_should_be(page, site):
    lessons.open_lesson(page, site, "01_setup.ipynb")
    last = len(lessons.stored_code("01_setup.ipynb")) - 1
    lessons.replace(page, last - 1, "1 / 0")
    cells = lessons.run_all(page)
    assert lessons.shown(cells[last - 1])[0][1].endswith("ZeroDivisionError'>: division by zero")
    assert cells[last]["execution_count"] is None

    (setup,) = [cell for cell in cells if "check_setup()" in "".join(cell["source"])]
    ((_, said),) = lessons.shown(setup)
    assert "in this browser" in said and "offline stand-in" in said
    assert [line for line in said.splitlines() if not line.startswith("[ok] ")] == []

    # A chart of one's own: the lesson has no picture of that
    lessons.replace(page, last - 1, CHART)
    cells = lessons.run_all(page)
    said, error = lessons.shown(cells[last - 1])
    assert said == ("stdout", NO_CHARTS + "\n")
    assert "ModuleNotFoundError" in error[1]
