"""Hashiya beside Qt's QTextEdit and Chromium: the same texts, the same marks,
the same eye, in one run.

    cargo build --release
    python3 benches/peers/compare.py --qt-python PYTHON

PYTHON is one that has PyQt6 (pip install PyQt6, or Debian's python3-pyqt6 with
/usr/bin/python3), with the libraries that Qt's X11 plugin loads: README.md
says which. Needed besides: Xvfb, openbox, xdotool, and chromium. What is
missing is said in a sentence and left out; a program that ends before it has
shown anything has its last words in its row.

Every program shows its window on a display of its own (Xvfb, 1400 by 900, no
graphics card). What is measured is seen from outside, the same way for all:

  start     from exec until dark letters on coloured grounds are on the screen
  scroll    from a click of the wheel until the screen changes; and processor
            time for each click, all processes of the program together
  resize    from a new width until the screen changes
  mark      from the key until the screen changes
  memory    the greatest resident memory of the process (VmHWM); of a program
            of several processes, what they hold when all is done, shared pages
            counted once (PSS)

What takes longer than a limit is told as that: "more than 180 s". All three show
a column of 640 pixels in the middle, in the same face at 19 pixels, lines 36
pixels apart.

Not part of any test. The look polls the screen, which costs some milliseconds
and takes processor time from the programs: figures compare programs with one
another, not with benches that run without a screen.
"""

import argparse
import json
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

import chromium
import screen
import texts

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
FONT = next((ROOT / "fonts").rglob("*Naskh*Regular*"), None)
SIZES = [("1 MB, 10,000 marks", 1_000_000, 10_000), ("10 MB, 100,000 marks", 10_000_000, 100_000)]
BOX = (500, 240, 420, 320)
# How long something may take: the first picture, and one deed. Seconds.
PATIENCE = 180.0
DEED = 60.0


def version(command):
    try:
        out = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return None
    return (out.stdout or out.stderr).strip().splitlines()[-1:] if out.returncode == 0 else None


def start(command, display, home):
    environment = {
        **os.environ,
        "DISPLAY": display.name,
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "QT_QPA_PLATFORM": "xcb",
        "HOME": home,
        "XDG_CONFIG_HOME": f"{home}/config",
        "XDG_STATE_HOME": f"{home}/state",
        "XDG_CACHE_HOME": f"{home}/cache",
        "XDG_RUNTIME_DIR": home,
    }
    environment.pop("WAYLAND_DISPLAY", None)
    with open(f"{home}/said", "wb") as said:
        return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=said)


def last_words(home):
    """The end of what a program said on standard error."""
    said = pathlib.Path(home, "said").read_text(encoding="utf-8", errors="replace")
    return " / ".join(line.strip() for line in said.splitlines() if line.strip())[-400:]


def after(display, deed):
    """Milliseconds from a deed until the screen looks otherwise; endless if it
    did not within the limit."""
    before = display.pixels(BOX)
    begin = time.perf_counter()
    deed()
    changed = display.wait_for_change(BOX, before, patience=DEED)
    return (time.perf_counter() - begin) * 1e3 if changed is not None else math.inf


def said(time):
    return round(time, 1) if math.isfinite(time) else f"more than {DEED * 1e3:.0f}"


def figures(times):
    times = sorted(times)
    return {
        "median": said(statistics.median(times)),
        "p95": said(times[int((len(times) - 1) * 0.95)]),
        "worst": said(times[-1]),
    }


def measure(display, command, mark):
    home = tempfile.mkdtemp(prefix="hashiya-peers-")
    begin = time.perf_counter()
    process = start(command, display, home)
    try:
        ended = lambda: process.poll() is not None
        display.wait(lambda: display.shows_text_and_marks(BOX) or ended(), PATIENCE)
        if ended():
            return {"start": None, "note": f"it ended by itself: {last_words(home)}"}
        if not display.shows_text_and_marks(BOX):
            return {"start": f"more than {PATIENCE:.0f}", "note": last_words(home)}
        found = {"start": round(time.perf_counter() - begin, 2)}
        found["start processor"] = round(screen.processor_seconds(process.pid), 2)
        display.point(700, 450)
        display.wait_until_still(BOX, rest=1.0)
        time.sleep(4.0)
        times = []
        used = screen.processor_seconds(process.pid)
        for _ in range(60):
            times.append(after(display, lambda: display.button(5)))
            time.sleep(0.06)
        time.sleep(0.5)
        used = screen.processor_seconds(process.pid) - used
        found["scroll"] = figures(times)
        found["scroll processor"] = round(used * 1e3 / 60, 1)
        times = []
        for index in range(10):
            width = 1100 if index % 2 == 0 else 1390
            resize = ["xdotool", "getactivewindow", "windowsize", str(width), "860"]
            environment = {**os.environ, "DISPLAY": display.name}
            times.append(after(display, lambda: subprocess.run(resize, env=environment, check=False)))
            display.wait_until_still(BOX, rest=0.3, patience=20)
        found["resize"] = figures(times)
        times = []
        for _ in range(8):
            display.button(5)
            display.wait_until_still(BOX, rest=0.5, patience=20)
            times.append(mark(display))
        found["mark"] = figures(times)
        time.sleep(1.0)
        several = len(screen.processes_of(process.pid)) > 1
        memory = screen.shared_out_bytes if several else screen.peak_bytes
        found["memory MB"] = round(memory(process.pid) / 1e6)
        idle = screen.processor_seconds(process.pid)
        time.sleep(20)
        idle = screen.processor_seconds(process.pid) - idle
        found["idle percent"] = round(idle / 20 * 100, 2)
        return found
    finally:
        for one in reversed(screen.processes_of(process.pid)):
            try:
                os.kill(one, 15)
            except OSError:
                pass
        process.wait()
        shutil.rmtree(home, ignore_errors=True)
        display.wait(lambda: not display.shows_text_and_marks(BOX), 5)
        time.sleep(0.5)


def mark_by_letter(display):
    return after(display, lambda: display.key("m"))


def mark_by_tag(display):
    # A word chosen by a double click, and the key of a tag.
    display.point(700, 450)
    display.button(1)
    display.button(1)
    display.wait_until_still(BOX, rest=0.5, patience=10)
    return after(display, lambda: display.key("w"))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--hashiya", default=ROOT / "target/release/hashiya")
    arguments.add_argument("--empty", help="the program benches/peers/empty.rs, if built")
    arguments.add_argument("--qt-python", default="python3")
    arguments.add_argument("--display", type=int, default=83)
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    hashiya = pathlib.Path(options.hashiya)
    if not hashiya.exists():
        raise SystemExit(f"{hashiya} is missing: cargo build --release")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    qt_version = version([options.qt_python, HERE / "qt.py", "--version"])
    versions = {
        "Hashiya": version([hashiya, "--version"]),
        "QTextEdit": qt_version,
        "Chromium": version([browser, "--version"]) if browser else None,
    }
    print(json.dumps({"versions": versions}, ensure_ascii=False), flush=True)
    display = screen.Screen(options.display)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for name, size, count in SIZES:
                plain, listed, project = texts.write(folder, str(size), size, count, hashiya)
                page = pathlib.Path(folder) / f"{size}.html"
                chromium.write_page(
                    page, plain.read_text(encoding="utf-8"), json.loads(listed.read_text()), FONT
                )
                programs = {"Hashiya": ([hashiya, project], mark_by_tag)}
                if qt_version:
                    command = [options.qt_python, HERE / "qt.py", plain, listed, FONT]
                    programs["QTextEdit"] = (command, mark_by_letter)
                else:
                    print("QTextEdit is left out: no Python with PySide6 or PyQt was named")
                if browser:
                    command = [
                        browser, "--no-sandbox", "--no-first-run", "--test-type",
                        f"--user-data-dir={folder}/{size}-profile", "--window-size=1400,880",
                        "--window-position=0,0", f"--app={page.as_uri()}",
                    ]
                    programs["Chromium"] = (command, mark_by_letter)
                else:
                    print("Chromium is left out: it is not installed")
                for program, (command, mark) in programs.items():
                    if options.only not in program:
                        continue
                    try:
                        found = measure(display, command, mark)
                    except Exception as problem:  # one program must not end the others
                        found = {"note": f"could not be measured: {problem}"}
                    row = {"text": name, "program": program, **found}
                    print(json.dumps(row, ensure_ascii=False), flush=True)
    finally:
        display.close()


if __name__ == "__main__":
    main()
