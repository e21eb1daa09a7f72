#!/usr/bin/env python3
"""Uses report.html in Chromium as people do: `browser.py REPORT [PICTURES]`.

Filters, search, sorting, folding, deep links, keyboard, print, dark, narrow, and without JavaScript. What a filter leaves is
held against what the page's own cards say. Says what was asked and whether it held; exits with 1 when something did
not. With PICTURES, a folder, it keeps screenshots and the printed PDF. Needs playwright and axe-playwright-python of PyPI
and the program `chromium`.
"""
import pathlib
import shutil
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CARDS = "details.gap"
AXE_BOUND = 40_000
CHOICE_BOUND = 60
failures = []


def hold(what, holds, more=""):
    print("holds " if holds else "FAILS ", what, more)
    if not holds:
        failures.append(what)


def shown(page):
    return page.evaluate(f"[...document.querySelectorAll('{CARDS}')].filter(card => !card.hidden).map(card => card.id)")


def cards(page):
    return page.evaluate(
        f"[...document.querySelectorAll('{CARDS}')].map(card => "
        "({id: card.id, text: card.textContent.toLowerCase(), ...card.dataset}))")


def choices(page):
    everything = cards(page)
    hold("the page has causes to filter", len(everything) > 0, f"({len(everything)})")
    slowest = 0
    for field, key, is_list in [("fseverity", "severity", False), ("forigin", "origin", False), ("fagent", "agent", True),
                                ("fframework", "frameworks", True)]:
        values = page.eval_on_selector_all(f"#{field} option", "options => options.map(option => option.value)")
        wrong = []
        for value in values[:CHOICE_BOUND]:
            began = time.monotonic()
            page.select_option(f"#{field}", value)
            found = set(shown(page))
            slowest = max(slowest, time.monotonic() - began)
            wanted = {card["id"] for card in everything
                      if not value or (value in card[key].split(" ") if is_list else value == card[key])}
            if found != wanted or (value and not found):
                wrong.append(value)
        page.select_option(f"#{field}", "")
        hold(f"each of the {len(values)} choices of {field} leaves what fits, and something", not wrong, ", ".join(wrong))
    return everything, slowest


def search(page, everything):
    for words in ["sandbox", "Claude shell", "no such words anywhere", "<b>"]:
        page.fill("#ftext", words)
        wanted = {card["id"] for card in everything if all(term in card["text"] for term in words.lower().split())}
        hold(f"searching for '{words}' leaves what has it", set(shown(page)) == wanted, f"({len(wanted)})")
        count = page.inner_text("#fcount")
        hold("the count says so", count.startswith(f"{len(wanted)} of {len(everything)} "), count)
    page.click("#filters button[type=reset]")
    page.wait_for_timeout(50)
    hold("'Show all' shows all", len(shown(page)) == len(everything))


def sorting(page):
    for key in ["agent", "check"]:
        page.select_option("#fsort", key)
        lists = page.evaluate(
            "[...new Set([...document.querySelectorAll('%s')].map(card => card.parentElement))]"
            ".map(list => [...list.querySelectorAll(':scope > %s')].map(card => card.dataset['%s']))" % (CARDS, CARDS, key))
        hold(f"sorted by {key}", all(part == sorted(part) for part in lists))
    page.select_option("#fsort", "")


def folding(page):
    page.click("#unfold")
    hold("'Open all' opens all", page.locator(f"{CARDS}:not([open])").count() == 0)
    page.click("#fold")
    hold("'Close all' closes all", page.locator(f"{CARDS}[open]").count() == 0)


def links(page, address, everything):
    targets = page.eval_on_selector_all("a[href^='#']", "links => links.map(link => link.getAttribute('href').slice(1))")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(item => item.id)")
    hold("every link inside the page has its target", not set(targets) - set(ids), str(sorted(set(targets) - set(ids))[:3]))
    hold("no id twice", len(ids) == len(set(ids)))
    last = everything[-1]["id"]
    page.select_option("#fseverity", everything[0]["severity"])
    page.goto(f"{address}#{last}")
    page.wait_for_timeout(100)
    card = page.locator(f"[id='{last}']")
    hold("a deep link opens what was filtered out and folded", card.is_visible() and card.get_attribute("open") is not None)
    page.goto(address)


def keyboard(page):
    page.focus("#fseverity")
    page.keyboard.press("ArrowDown")
    hold("a choice by keyboard narrows", len(shown(page)) <= page.locator(CARDS).count())
    page.click("#filters button[type=reset]")
    page.wait_for_timeout(50)
    page.focus(f"{CARDS} > summary")
    page.keyboard.press("Enter")
    hold("Enter opens a cause", page.locator(f"{CARDS}[open]").count() == 1)
    page.keyboard.press("Enter")


def accessible(page):
    size = page.evaluate("document.querySelectorAll('*').length")
    if size > AXE_BOUND:
        return print(f"       axe is not asked about {size} elements, which takes it minutes")
    found = Axe().run(page).response["violations"]
    grave = [f"{item['id']} ({len(item['nodes'])})" for item in found if item["impact"] in ("critical", "serious")]
    hold("axe finds nothing serious", not grave, ", ".join(grave))


def watched(context):
    page, problems, requests = context.new_page(), [], []
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: requests.append(request.url) if not request.url.startswith("file:") else None)
    page.on("dialog", lambda dialog: (problems.append("dialog"), dialog.dismiss()))
    return page, problems, requests


def main(report, pictures):
    address = pathlib.Path(report).resolve().as_uri()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme, width in [("light", 1300), ("dark", 1300), ("light", 420)]:
            page, problems, requests = watched(browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}))
            began = time.monotonic()
            page.goto(address)
            name = f"{scheme} at {width}"
            print(f"{name}: shown in {time.monotonic() - began:.2f} s")
            if pictures:
                page.screenshot(path=pictures / f"{scheme}-{width}.png")
            hold(f"{name}: nothing is wider than the page",
                 page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            accessible(page)
            if (scheme, width) == ("light", 1300):
                everything, slowest = choices(page)
                print(f"       the slowest choice: {slowest:.2f} s")
                search(page, everything)
                sorting(page)
                folding(page)
                links(page, address, everything)
                keyboard(page)
                if pictures:
                    page.pdf(path=pictures / "report.pdf", format="A4")
            hold(f"{name}: no console message, no request", not problems and not requests, "; ".join(problems + requests))
        page, problems, _ = watched(browser.new_context(java_script_enabled=False))
        page.goto(address)
        hold("without JavaScript all causes are shown and open",
             page.locator(CARDS).count() == page.locator(f"{CARDS}[open]").count() > 0)
        hold("without JavaScript there are no dead filters", not page.locator("#filters").is_visible())
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    sys.exit(main(sys.argv[1], folder))
