"""The eye and the hand: pixels of an X display, and keys, wheel and size.

Straight from libX11 and libXtst, so that looking costs a few milliseconds and
nothing has to be installed beyond what xdotool needs.
"""

import collections
import ctypes
import ctypes.util
import os
import subprocess
import time


def _library(name):
    found = ctypes.util.find_library(name)
    if not found:
        raise RuntimeError(f"lib{name} is missing (Debian: libx11-6, libxtst6)")
    return ctypes.CDLL(found)


class XImage(ctypes.Structure):
    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_char)),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
        ("bits_per_pixel", ctypes.c_int),
    ]


class Screen:
    """A display of our own: Xvfb, and a window manager that fills it."""

    def __init__(self, number, width=1400, height=900):
        self.size = (width, height)
        self.name = f":{number}"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.server = subprocess.Popen(
            ["Xvfb", self.name, "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            **quiet,
        )
        self.x = _library("X11")
        self.test = _library("Xtst")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XGetImage.restype = ctypes.POINTER(XImage)
        self.display = None
        for _ in range(100):
            self.display = self.x.XOpenDisplay(self.name.encode())
            if self.display:
                break
            time.sleep(0.05)
        if not self.display:
            raise RuntimeError(f"no display {self.name}")
        self.display = ctypes.c_void_p(self.display)
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        environment = {**os.environ, "DISPLAY": self.name}
        self.manager = subprocess.Popen(["openbox"], env=environment, **quiet)
        time.sleep(0.5)

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait()

    def pixels(self, box):
        """The pixels of a box (x, y, width, height) as bytes, four a pixel."""
        left, top, width, height = box
        image = self.x.XGetImage(
            self.display, self.root, left, top, width, height, ctypes.c_ulong(0xFFFFFFFF), 2
        )
        if not image:
            return b""
        data = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        self.x.XDestroyImage(image) if hasattr(self.x, "XDestroyImage") else None
        return data

    def shows_text_and_marks(self, box):
        """Whether dark letters stand on coloured grounds in the box."""
        counts = collections.Counter(memoryview(self.pixels(box)).cast("I"))
        colored = dark = 0
        for pixel, count in counts.items():
            channels = [(pixel >> shift) & 255 for shift in (0, 8, 16)]
            if max(channels) - min(channels) > 20 and min(channels) > 120:
                colored += count
            if max(channels) < 110:
                dark += count
        whole = box[2] * box[3]
        return colored > whole / 200 and dark > whole / 200

    def wait(self, until, patience):
        """Seconds until something holds, or None when patience ends."""
        start = time.perf_counter()
        while time.perf_counter() - start < patience:
            if until():
                return time.perf_counter() - start
            time.sleep(0.001)
        return None

    def wait_for_change(self, box, before, patience=5.0):
        """Seconds until the box looks otherwise than `before`."""
        return self.wait(lambda: self.pixels(box) != before, patience)

    def wait_until_still(self, box, rest=0.4, patience=60.0):
        """Waits until the box has not changed for `rest` seconds."""
        start = time.perf_counter()
        last, since = self.pixels(box), time.perf_counter()
        while time.perf_counter() - start < patience:
            time.sleep(0.02)
            now = self.pixels(box)
            if now != last:
                last, since = now, time.perf_counter()
            elif time.perf_counter() - since > rest:
                return True
        return False

    def point(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, int(x), int(y), ctypes.c_ulong(0))
        self.x.XFlush(self.display)

    def button(self, number):
        for down in (1, 0):
            self.test.XTestFakeButtonEvent(self.display, number, down, ctypes.c_ulong(0))
        self.x.XFlush(self.display)

    def key(self, name):
        self.x.XStringToKeysym.restype = ctypes.c_ulong
        symbol = ctypes.c_ulong(self.x.XStringToKeysym(name.encode()))
        code = self.x.XKeysymToKeycode(self.display, symbol)
        for down in (1, 0):
            self.test.XTestFakeKeyEvent(self.display, code, down, ctypes.c_ulong(0))
        self.x.XFlush(self.display)


def processes_of(pid):
    """A process and all that it has started."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        try:
            for thread in os.listdir(f"/proc/{one}/task"):
                with open(f"/proc/{one}/task/{thread}/children") as children:
                    waiting += [int(child) for child in children.read().split()]
        except OSError:
            continue
    return found


def processor_seconds(pid):
    """Seconds of the processor that a program has used, with its children."""
    total, tick = 0, os.sysconf("SC_CLK_TCK")
    for one in processes_of(pid):
        try:
            with open(f"/proc/{one}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return total / tick


def _field(path, name):
    try:
        with open(path) as file:
            for line in file:
                if line.startswith(name + ":"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def peak_bytes(pid):
    """The greatest memory of a single process so far (VmHWM)."""
    return _field(f"/proc/{pid}/status", "VmHWM")


def shared_out_bytes(pid):
    """Memory of a program now; what its processes share counts once (PSS)."""
    return sum(_field(f"/proc/{one}/smaps_rollup", "Pss") for one in processes_of(pid))
