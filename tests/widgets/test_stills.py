"""What is left of a widget without a frontend, and for screen readers."""

import nbformat
import pytest

import widgets
from widgets.elements import Keeper


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: widgets.playground("Tell me a joke"), "Tell me a joke"),
        (widgets.chat_box, "Nothing has been said yet"),
        (lambda: widgets.temperature_picture(reply=widgets.ask_with_logprobs("The sky is")), "60.6%"),
        (widgets.temperature_picture, "The sky is"),
    ],
)
def test_without_a_frontend_a_readable_still_is_left(make, words):
    from nbconvert import HTMLExporter, MarkdownExporter

    bundle = make()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle and bundle["text/plain"]
    assert words in bundle["text/html"] and "<script" not in bundle["text/html"]
    output = nbformat.v4.new_output("execute_result", data=bundle, execution_count=1)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output], execution_count=1)])
    assert words in HTMLExporter().from_notebook_node(notebook)[0]
    assert words in MarkdownExporter().from_notebook_node(notebook)[0]


def test_stills_are_the_same_every_time():
    bundles = [widgets.playground("Hi")._repr_mimebundle_() for _ in range(2)]
    assert bundles[0]["text/html"] == bundles[1]["text/html"] and bundles[0]["text/plain"] == bundles[1]["text/plain"]


def test_every_control_has_a_name_for_screen_readers():
    import ipywidgets

    for face in (
        widgets.playground(),
        widgets.chat_box(),
        widgets.temperature_picture(),
        widgets.token_picture(),
        widgets.cost_calculator(),
        widgets.meaning_map(),
    ):
        todo = [face]
        while todo:
            part = todo.pop()
            todo += getattr(part, "children", ())
            if not isinstance(part, ipywidgets.HTML | ipywidgets.Box | Keeper):
                assert getattr(part, "label", "") or part.description, part
            if isinstance(part, ipywidgets.Button):
                assert part.tooltip, part
