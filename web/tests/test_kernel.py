"""The kernel in the browser: which errors stop what waits, what is said of charts, and what check_setup sees."""

import lessons
import pytest
from course_kernel import NOT_FETCHED


def test_an_error_that_is_not_planned_stops_what_waits_and_check_setup_knows_the_browser(page, site):
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


@pytest.mark.parametrize(
    ("package", "code"),
    [
        ("matplotlib-", "import matplotlib.pyplot as plt\nplt.bar([1, 2], [3, 4])"),
        ("numpy-", "from support import pages\npages.similarities([[1.0, 0.0]], [1.0, 0.0])"),
    ],
    ids=["a chart of one's own, of which no lesson has a picture", "an import that is in no cell"],
)
def test_what_cannot_be_fetched_is_asked_for_and_named(page, site, package, code):
    lessons.open_lesson(page, site, "appendix_2023_code.ipynb")
    lessons.replace(page, 0, code)
    assert lessons.shown(lessons.run_all(page)[0]) == [("stdout", NOT_FETCHED + "\n")]
    assert any(url.rpartition("/")[2].startswith(package) for url in page.outside)


def test_what_needs_it_ends_in_a_line_as_well_and_the_rest_goes_on(page, site):
    lessons.open_lesson(page, site, "appendix_2023_code.ipynb")
    for number, code in enumerate(["from PIL import Image\nmoon = 1", "moon", "Image.new('L', (1, 1))", "print('on')"]):
        lessons.replace(page, number + 1, code)  # the first cell imports the helpers
    without = "NotOffered: This needs '{}', which a cell above could not make.\n"
    said = [NOT_FETCHED + "\n", without.format("moon"), without.format("Image"), "on\n"]
    assert [lessons.shown(cell) for cell in lessons.run_all(page)[1:5]] == [[("stdout", line)] for line in said]
