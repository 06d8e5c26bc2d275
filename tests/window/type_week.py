#!/usr/bin/env python3
"""Types a whole new week into the real window, with the keyboard alone, and looks it up again.

    xvfb-run python3 type_week.py PROGRAM            the week, its keystrokes counted
    xvfb-run python3 type_week.py PROGRAM --kill     the same figures; the program is killed after
                                                     keystrokes of the run and started again

The second one needs nothing but the draft to go on from where it was.
"""

import argparse
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
WEEK = json.loads((HERE / "week-2026-04-17.json").read_text(encoding="utf-8"))
PATIENCE = 60  # seconds; only a run that has gone wrong waits so long
KEY_MS = 8  # between keys: quicker than anybody types


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    sys.exit(f"waited in vain for {what}")


class Store:
    def __init__(self, program, path):
        self.program = program
        self.path = path

    def ask(self, *arguments):
        done = subprocess.run(
            [self.program, "--store", self.path, "--lang", "zh", *arguments, "--json"],
            capture_output=True, text=True, check=False)
        if done.returncode > 1:
            sys.exit(f"{arguments}: {done.stderr}")
        return json.loads(done.stdout)

    def batches(self):
        return len(self.ask("batches")["batches"])

    def draft(self):
        """What the draft has, by series and period."""
        try:
            draft = json.loads(pathlib.Path(f"{self.path}.draft-2026-04-17.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {(row["code"], row["period_end"]): row["text"] for row in draft["draft"]}


class Window:
    """The program on a screen of its own; every key that is pressed is counted."""

    def __init__(self, store):
        self.store = store
        self.figure_keys = 0
        self.other_keys = 0
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [self.store.program, "--store", self.store.path, "--lang", "zh"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        window = wait_for("the window", lambda: self.xdotool(
            "search", "--onlyvisible", "--name", "周观").split())[-1]
        self.xdotool("windowfocus", "--sync", window)
        time.sleep(0.5)

    @staticmethod
    def xdotool(*arguments):
        return subprocess.run(["xdotool", *arguments], capture_output=True, text=True,
                              check=False).stdout

    def key(self, *names):
        self.other_keys += len(names)
        self.xdotool("key", "--delay", str(KEY_MS), *names)

    def type(self, text):
        self.figure_keys += len(text)
        self.xdotool("type", "--delay", str(KEY_MS), "--", text)

    def paste(self, text):
        """A block that was copied in another program: it is no typing, its key is."""
        subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True)
        self.key("ctrl+v")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        self.process.terminate()
        self.process.wait()

    def turn_to_week(self):
        self.key("ctrl+9")
        self.key("alt+Right")
        wait_for("the week", lambda: self.xdotool("search", "--name", "2026-04-13"))
        time.sleep(1.0)  # its sheet is read meanwhile


def wait_for_draft(store, count):
    wait_for(f"{count} cells in the draft", lambda: len(store.draft()) >= count)


def type_figures(window):
    """Down the sheet: each row its figure and Enter; a row without one Enter alone."""
    for figure in WEEK["figures"]:
        if figure["text"]:
            window.type(figure["text"])
        window.key("Return")


def type_ratings(window):
    window.key("alt+2")
    time.sleep(0.3)
    for rating in WEEK["ratings"]:
        if rating["choice"]:
            window.type(rating["choice"])
            window.key("Return")
            window.type(rating["reason"])
        window.key("Return")


def type_notes(window):
    window.key("alt+4")
    time.sleep(0.3)
    for line in WEEK["notes"]:
        for field in line:
            if field:
                window.type(field)
            window.key("Return")


def type_week(window, store):
    window.turn_to_week()
    type_figures(window)
    typed = sum(1 for figure in WEEK["figures"] if figure["text"])
    wait_for_draft(store, typed)
    window.paste("".join(f"{name}\t{change}\n" for name, change in WEEK["industries"]))
    wait_for_draft(store, typed + len(WEEK["industries"]))
    type_ratings(window)
    window.key("alt+3")
    time.sleep(0.3)
    window.paste("".join("\t".join(stock) + "\n" for stock in WEEK["stocks"]))
    time.sleep(0.3)
    type_notes(window)
    time.sleep(1.2)
    before = store.batches()
    window.key("ctrl+s")
    wait_for("the batch", lambda: store.batches() == before + 1)


def close_enough(left, right):
    return left is not None and abs(left - float(right)) < 1e-9


def compare(store):
    """What the verbs say against what was typed; returns what differs."""
    wrong = []

    def expect(what, is_right):
        if not is_right:
            wrong.append(what)

    typed = [figure for figure in WEEK["figures"] if figure["text"]]
    for figure in typed:
        found = {row["period_end"]: row["value"]
                 for row in store.ask("series", figure["series"])["observations"]}
        expect(f"series {figure['series']} {figure['period']}: {found.get(figure['period'])}",
               close_enough(found.get(figure["period"]), figure["text"]))
    week = store.ask("week", "--week", "2026-04-17")
    changes = {row["name"]: row["change_pct"] for row in week["industries"]}
    for name, change in WEEK["industries"]:
        expect(f"industry {name}", close_enough(changes.get(name), change))
    stocks = {row["code"]: row["change_pct"]
              for row in week["stocks"]["top"] + week["stocks"]["bottom"]}
    for code, _, change in WEEK["stocks"]:
        expect(f"stock {code}", close_enough(stocks.get(code), change))
    heat = [(row["rating"], row["reason"]) for row in week["heat"]]
    expect("eight ratings", len(heat) == 8)
    for place, rating in enumerate(WEEK["ratings"]):
        if rating["choice"]:
            expect(f"rating {place}", heat[place] == (rating["name"], rating["reason"]))
    bodies = [note["body"] for note in week["notes"]]
    for line in WEEK["notes"]:
        if len(line) > 1:
            expect(f"note {line[1]}", line[1] in bodies)
    for index in week["indices"]:
        expect(f"{index['code']} has real closes", not index["illustrative"])

    figures = {(figure["series"], figure["period"]): float(figure["text"]) for figure in typed}
    exhibits = store.ask("exhibit", "all", "--week", "2026-04-17")["exhibits"]
    expect("21 exhibits", len(exhibits) == 21)
    by_id = {exhibit["id"]: exhibit for exhibit in exhibits}
    for identity, series in WEEK["exhibits"].items():
        exhibit = by_id[identity]
        period = exhibit["x"][-1]
        last = exhibit["plots"][0]["values"][-1]
        expect(f"exhibit {identity}: {period} {last}",
               close_enough(last, figures.get((series, period), "nan")))
    for finding in store.ask("check", "--week", "2026-04-17")["findings"]:
        about_it = (finding["code"], finding["period_end"]) in figures
        expect(f"finding {finding['message']}", not about_it or finding["severity"] == "note")
    return wrong


def run_week(store):
    window = Window(store)
    type_week(window, store)
    window.close()
    wrong = compare(store)
    pasted = sum(len(change) for _, change in WEEK["industries"]) + sum(
        len(cell) for stock in WEEK["stocks"] for cell in stock)
    print(f"{window.figure_keys + window.other_keys} keystrokes, {window.other_keys} of them not "
          f"figures or words; {pasted} characters came from two pasted blocks")
    return wrong


def has_kept(draft, figures):
    return all(draft.get((figure["series"], figure["period"])) == figure["text"]
               for figure in figures if figure["text"])


def kill_in_a_cell(window, store, before, figure, stop):
    """What was typed is kept without another key; what is typed in the moment of the kill may be
    lost, nothing else. Returns how long it took, and what is wrong."""
    text = figure["text"]
    here = (figure["series"], figure["period"])
    window.type(text[:stop])
    began = time.monotonic()
    wait_for(f"{text[:stop]} of {here} in the draft",
             lambda: has_kept(store.draft(), before) and store.draft().get(here, "") == text[:stop])
    took = time.monotonic() - began
    window.type(text[stop:])
    window.kill()
    draft = store.draft()
    wrong = [] if has_kept(draft, before) else [f"lost before {here}: {draft}"]
    if draft.get(here, "") not in [text[:end] for end in range(stop, len(text) + 1)]:
        wrong.append(f"lost of {here}: {draft.get(here)} for {text}")
    return took, wrong


def run_kills(store, kills, seed):
    """Types the figures one after the other, and is killed in random ones."""
    chance = random.Random(seed)
    rows = list(WEEK["figures"])
    typed = [place for place, figure in enumerate(rows) if figure["text"]]
    spots = set(chance.sample(typed[3:], kills))
    batches = store.batches()
    wrong = []
    longest = 0
    window = Window(store)
    window.turn_to_week()
    for place, figure in enumerate(rows):
        if place in spots:
            stop = chance.randrange(0, len(figure["text"]) + 1)
            took, lost = kill_in_a_cell(window, store, rows[:place], figure, stop)
            longest = max(longest, took)
            wrong += lost
            if store.batches() != batches:
                wrong.append("something was committed")
            window.start()
            window.turn_to_week()
            window.key(*["Return"] * place)  # back down to the cell
        if figure["text"]:
            window.type(figure["text"])
        window.key("Return")
    wait_for("every figure in the draft", lambda: has_kept(store.draft(), rows))
    window.kill()
    if not has_kept(store.draft(), rows):
        wrong.append("lost at the end")
    print(f"killed {kills + 1} times, seed {seed}; typing was on disk after {longest:.2f} s at most")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--seed", type=int, default=20260417)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        os.environ["XDG_STATE_HOME"] = folder
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        keeper = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
        store = Store(options.program, f"{folder}/w.db")
        store.ask("week")
        wrong = run_kills(store, 6, options.seed) if options.kill else run_week(store)
        keeper.terminate()
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


main()
