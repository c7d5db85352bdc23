"""Reads the tree of a program through AT-SPI, as a screen reader does.

Started with the session bus of the program in its environment. Reads one
command a line from standard input and prints one line of JSON for each:

    wait                  until the program (hashiya) is there: its window's name
    tree                  every object in sight: depth, role, name, states, text
    documents             every document: name, text, caret, selection, languages
    field NAME            the same of the field of that name
    caret DOC OFFSET      puts the caret there (code points)
    select DOC FROM TO    selects
    press ROLE NAME       the first action of that object
    focused               role and name of what has the keyboard
    heard                 events since the last time this was asked

Debian packages: python3-gi, gir1.2-atspi-2.0, at-spi2-core.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM = "hashiya"
PATIENCE = 25
heard = []


def switch_on():
    """Tells every program that somebody listens."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        bus.call_sync(
            "org.a11y.Bus",
            "/org/a11y/bus",
            "org.freedesktop.DBus.Properties",
            "Set",
            GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True))),
            None,
            Gio.DBusCallFlags.NONE,
            10_000,
            None,
        )


def listen(event):
    try:
        heard.append(
            {
                "type": event.type,
                "role": role(event.source) if event.source else "",
                "detail": [event.detail1, event.detail2],
                "data": event.any_data if isinstance(event.any_data, str) else "",
            }
        )
    except GLib.Error:
        pass


def program():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if app and app.get_name() == PROGRAM and app.get_child_count() > 0:
            return app
    return None


def wait():
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        app = program()
        if app and found(lambda node: node.get_role() == Atspi.Role.DOCUMENT_FRAME):
            return {"window": app.get_child_at_index(0).get_name()}
        pump(0.1)
    return {"error": "the program did not come"}


def pump(seconds):
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while context.iteration(False):
            pass
        time.sleep(0.01)


def walk(node, depth=0):
    yield node, depth
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child, depth + 1)


def found(wanted):
    app = program()
    return [node for node, _ in walk(app) if wanted(node)] if app else []


def states(node):
    known = node.get_state_set()
    return sorted(state.value_nick for state in known.get_states()) if known else []


def role(node):
    """The role's name; what the program itself calls it where it is its own."""
    if node.get_role() == Atspi.Role.EXTENDED:
        return node.get_localized_role_name()
    return node.get_role_name()


def text_of(text):
    if "Text" not in text.get_interfaces():
        return None
    count = Atspi.Text.get_character_count(text)
    answer = {
        "text": Atspi.Text.get_text(text, 0, count),
        "caret": Atspi.Text.get_caret_offset(text),
        "selections": [],
    }
    for number in range(Atspi.Text.get_n_selections(text)):
        span = Atspi.Text.get_selection(text, number)
        answer["selections"].append([span.start_offset, span.end_offset])
    return answer


def told(node):
    answer = {
        "role": role(node),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": states(node),
        "attributes": dict(node.get_attributes() or {}),
    }
    if "Component" in node.get_interfaces():
        rect = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        answer["place"] = [rect.x, rect.y, rect.width, rect.height]
    return answer


def documents():
    answer = []
    for node in found(lambda node: node.get_role() == Atspi.Role.DOCUMENT_FRAME):
        document = told(node) | (text_of(node) or {})
        document["paragraphs"] = [
            child.get_name()
            for child, _ in walk(node)
            if child.get_role() in (Atspi.Role.PARAGRAPH, Atspi.Role.HEADING)
        ]
        document["marks"] = [
            told(child)
            for child, _ in walk(node)
            if child.get_role() == Atspi.Role.EXTENDED
        ]
        answer.append(document)
    return answer


def document(number):
    nodes = found(lambda node: node.get_role() == Atspi.Role.DOCUMENT_FRAME)
    return nodes[int(number)]


def one(wanted, name):
    for node in found(lambda node: role(node) == wanted):
        if name in node.get_name().replace("\u2068", "").replace("\u2069", ""):
            return node
    return None


def answer(line):
    words = line.split()
    match words[0], words[1:]:
        case "wait", []:
            return wait()
        case "tree", []:
            return [{"depth": depth} | told(node) for node, depth in walk(program())]
        case "documents", []:
            return documents()
        case "field", name:
            node = one("entry", " ".join(name))
            return told(node) | (text_of(node) or {}) if node else None
        case "caret", [number, offset]:
            return Atspi.Text.set_caret_offset(document(number), int(offset))
        case "select", [number, start, end]:
            text = document(number)
            return Atspi.Text.set_selection(text, 0, int(start), int(end))
        case "press", [wanted, *name]:
            node = one(wanted.replace("_", " "), " ".join(name))
            return bool(node) and Atspi.Action.do_action(node, 0)
        case "focused", []:
            nodes = found(lambda node: "focused" in states(node))
            return [[role(node), node.get_name()] for node in nodes]
        case "heard", []:
            pump(0.2)
            events = list(heard)
            heard.clear()
            return events
    return {"error": f"no such command: {line}"}


def main():
    switch_on()
    listener = Atspi.EventListener.new(listen)
    for event in (
        "object:text-caret-moved",
        "object:text-selection-changed",
        "object:state-changed:focused",
        "object:announcement",
    ):
        listener.register(event)
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            said = answer(line)
        except (GLib.Error, AttributeError, IndexError, TypeError) as error:
            # What was just there may be gone: asked again, it is not found.
            said = {"error": str(error)}
        print(json.dumps(said, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
