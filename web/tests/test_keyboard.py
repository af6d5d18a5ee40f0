"""A lesson from its first cell to the last exercise, by keyboard alone."""

import lessons

LESSON = "01_setup.ipynb"


def test_a_lesson_can_be_done_by_keyboard_alone(page, site):
    lessons.open_lesson(page, site, LESSON)
    page.evaluate("() => jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")  # what follows must come from the keys
    solutions = iter(lessons.solutions(LESSON))
    for cell in lessons.stored(LESSON):
        if "exercise" in lessons.tags(cell):
            page.keyboard.press("Enter")
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.insert_text(next(solutions))
        page.keyboard.press("Shift+Enter")
    page.wait_for_function("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status == 'idle'")
    checked = [
        lessons.shown(cell) for cell in lessons.code_cells(page) if "".join(cell["source"]).split("\n")[-1].startswith("check(")
    ]
    assert checked
    for ((_, verdict),) in checked:
        assert ": done." in verdict
