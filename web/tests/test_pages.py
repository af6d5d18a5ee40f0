"""The front page, and the lessons to read: usable by everybody, light and dark, on a desk and on a phone."""

import re

import pytest


@pytest.fixture(scope="module")
def addresses(site):
    """Return the addresses of all pages, from the front page on."""
    front = (site.site / "index.html").read_text(encoding="utf-8")
    return ["", *re.findall(r'href="(lessons/[^"]+)"', front)]


@pytest.mark.parametrize("width", [375, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(page, site, addresses, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for address in addresses:
        page.goto(site.url + address)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert not page.outside


def test_every_link_leads_somewhere(page, site, addresses):
    for address in addresses:
        page.goto(site.url + address)
        for link in page.evaluate("[...document.links].map(link => link.href).filter(link => link.startsWith(location.origin))"):
            assert page.request.get(link).ok, link
            if "?path=" in link:
                assert (site.site / "app" / "files" / link.partition("?path=")[2]).exists(), link


def test_a_lesson_can_be_read_without_scripts_and_widgets_show_their_stills(chromium, site):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site.url}lessons/04_parameters.html")
    assert "Playground" in page.locator("main").inner_text()
    assert page.locator("script").count() == 0


def test_every_card_says_how_far_along_and_how_long(page, site):
    page.goto(site.url)
    facts = page.locator(".card .facts").all_inner_texts()
    said = [re.fullmatch(r"(First steps|Next steps|Going further) · \d+ minutes", fact) for fact in facts]
    assert len(said) == len(list((site.site / "app" / "files" / "notebooks").glob("*.ipynb"))) and all(said)
    assert "*" not in page.locator(".cards").inner_text()
    assert [match[1] for match in said[:5]] == ["First steps"] * 2 + ["Next steps"] * 3
