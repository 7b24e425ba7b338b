#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk beside Chromium: python3 tests/bench/run.py [--build build/tests] [--out bench.json]

Both show the same 200 cards with the same pictures in a window of 1080 x 1920 under one Xvfb, one
after the other. Prints a table and writes JSON. Figures, not a test: compare them on a quiet machine.
Needs xvfb and chromium (Debian) and a finished build.

How it measures, the same for both programs:
  start   from exec until 95 % of the sampled pixels are what they are four seconds later
  memory  PSS of all processes, when all cards have been scrolled through
  scroll  processor time of all processes and distinct pictures in the window, for ten seconds of flicks
  idle    processor time of all processes, at rest
"""

import argparse
import csv
import json
import mmap
import os
import pathlib
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1080, 1920
CARDS = 200
NOW = "2026-11-22T14:20"
POSTERS = [
    "01-bridge", "02-opera", "03-orchestra", "04-dance", "05-choir", "06-taichi", "07-books",
    "08-storyhour", "09-lantern", "10-gala", "11-calligraphy", "12-go", "13-guzheng", "14-papercut",
    "15-tea", "16-photo", "17-volunteers", "18-oldstreet",
]  # fmt: skip
# The tags that give an imported event each of the posters are the importer's; a title says which.
TITLES = ["越剧《打金枝》", "讲座：楚门老街", "民乐合奏", "水袖公开排练", "合唱日", "太极拳晨练", "灯下读书会", "围棋对弈"]


class Screen:
    """An Xvfb whose pixels are a file: seen without asking the X server."""

    def __init__(self, folder, number=97):
        self.display = f":{number}"
        self.process = subprocess.Popen(
            ["Xvfb", self.display, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder],
            stderr=subprocess.DEVNULL,
        )
        path = pathlib.Path(folder) / "Xvfb_screen0"
        deadline = time.monotonic() + 10
        while not path.exists() or path.stat().st_size < WIDTH * HEIGHT * 4:
            if time.monotonic() > deadline:
                sys.exit("Xvfb does not start")
            time.sleep(0.05)
        time.sleep(0.3)
        self.pixels = mmap.mmap(os.open(path, os.O_RDONLY), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self.pixels[:100])
        self.start, self.row_bytes = head[0] + head[19] * 12, head[12]

    def sample(self):
        """Every 24th row, every 24th pixel of it."""
        rows = []
        for y in range(12, HEIGHT, 24):
            begin = self.start + y * self.row_bytes
            rows.append(self.pixels[begin : begin + self.row_bytes : 4 * 24])
            rows.append(self.pixels[begin + 1 : begin + self.row_bytes : 4 * 24])
        return b"".join(rows)

    def seen(self):
        """Enough of the picture to tell two frames of a scroll apart."""
        middle = self.start + 900 * self.row_bytes
        return hash(self.pixels[middle : middle + 400 * self.row_bytes : 332])

    def close(self):
        self.process.terminate()
        self.process.wait()


def family(pid):
    """The process and all that it started."""
    children = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            parent = int(pathlib.Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        children.setdefault(parent, []).append(int(entry))
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += children.get(one, [])
    return found


def processor_s(pid):
    ticks = 0
    for one in family(pid):
        try:
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory_mib(pid):
    kib = 0
    for one in family(pid):
        try:
            rollup = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        kib += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return kib / 1024


def alike(one, other):
    """The share of samples that differ by no more than a shade."""
    near = sum(abs(a - b) <= 24 for a, b in zip(one, other))
    return near / len(one)


def measure_start(screen, command, environment):
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    samples = []
    last = None
    while time.monotonic() - began < 4:
        now = screen.sample()
        if now != last:
            samples.append((time.monotonic() - began, now))
            last = now
        time.sleep(0.004)
    final = samples[-1][1]
    painted = next(at for at, sample in samples if alike(sample, final) >= 0.95)
    return process, painted * 1000


def watch_scroll(screen, pid, seconds=10):
    """From the first picture that moves: processor time and distinct pictures."""
    still = screen.seen()
    deadline = time.monotonic() + 60
    while screen.seen() == still:
        if time.monotonic() > deadline:
            sys.exit("nothing scrolls")
        time.sleep(0.002)
    before, began = processor_s(pid), time.monotonic()
    pictures, last = 0, None
    while time.monotonic() - began < seconds:
        now = screen.seen()
        if now != last:
            pictures += 1
            last = now
        time.sleep(0.003)
    return {"cpu_s": processor_s(pid) - before, "pictures_per_s": pictures / seconds}


def end(process):
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(5)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    time.sleep(1)


def cards():
    for n in range(CARDS):
        yield {
            "title": f"{TITLES[n % len(TITLES)]} {n + 1}",
            "date": "2026-11-22",
            "start": f"{15 + n // 50:02d}:{n % 50:02d}",
            "end": "20:30",
            "venue": f"{n % 4 + 1} 楼 {n % 9 + 1} 室",
            "capacity": str(40 + n),
        }


def make_programme(hub, folder):
    table = folder / "cards.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(next(cards())))
        writer.writeheader()
        writer.writerows(cards())
    data = folder / "data"
    for arguments in (["init", "--demo", "--data", data, "--now", NOW], ["import", "--csv", table, "--data", data, "--now", NOW]):
        done = subprocess.run([hub, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"wenlan-hub {arguments[0]}: {done.stderr.strip()}")
    return data


PAGE = """<!doctype html><meta charset="utf-8"><title>cards</title><style>
html{scrollbar-width:none}body{margin:0;background:#f7f3ea;color:#1e2a32;
font:28px "Noto Sans CJK SC"}header{font:700 64px "Noto Serif CJK SC";padding:150px 56px 40px}
.c{display:flex;margin:0 56px 20px;height:232px;background:#fdfbf6;border-radius:28px;overflow:hidden;
box-shadow:0 2px 6px #3c301e0f,0 10px 28px #3c301e14}.c img{width:300px;height:232px;object-fit:cover}
.c div{padding:24px 32px}.c b{font:700 40px "Noto Serif CJK SC";display:block;margin:8px 0}
.c i{font-style:normal;color:#c23b2a}</style><header>活动</header>%s<script>
if(location.hash=="#scroll")setTimeout(()=>{const began=performance.now();let flick=0,at=0,last=began;
function step(now){const t=now-began;if(t>45000)return;const into=t%%700;const v=into<180?4267:4267*Math.exp(-3.2*(into-180)/1000);
at+=v*(now-last)/1000;last=now;scrollTo(0,at);requestAnimationFrame(step)}requestAnimationFrame(step)},5000)
</script>"""


def make_page(folder, build):
    pictures = folder / "posters"
    shutil.copytree(build / "assets/posters", pictures)
    body = []
    for n, card in enumerate(cards()):
        poster = POSTERS[n % len(POSTERS)]
        body.append(
            f'<div class=c><img src="posters/{poster}.png"><div>{card["start"]}<b>{card["title"]}</b>'
            f'{card["venue"]} · <i>余 {card["capacity"]} 位</i></div></div>'
        )
    page = folder / "page.html"
    page.write_text(PAGE % "".join(body), encoding="utf-8")
    return page


def chromium_command(page, profile, hash_part=""):
    return [
        "chromium", "--kiosk", f"--window-size={WIDTH},{HEIGHT}", f"--user-data-dir={profile}", "--no-first-run",
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--password-store=basic", f"file://{page}{hash_part}",
    ]  # fmt: skip


def of_chromium(screen, page, folder):
    environment = {**os.environ, "DISPLAY": screen.display}
    # Once before, so that its profile and its caches are there, as those of the kiosk are.
    warm, _ = measure_start(screen, chromium_command(page, folder / "profile"), environment)
    end(warm)
    process, start_ms = measure_start(screen, chromium_command(page, folder / "profile"), environment)
    time.sleep(11)
    before = processor_s(process.pid)
    time.sleep(10)
    idle = (processor_s(process.pid) - before) * 10
    end(process)
    process = subprocess.Popen(chromium_command(page, folder / "profile", "#scroll"), env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(4)
    scroll = watch_scroll(screen, process.pid)
    time.sleep(25)
    memory = memory_mib(process.pid)
    end(process)
    return {"start_ms": start_ms, "memory_mib": memory, "idle_percent": idle, **scroll}


def of_kiosk(screen, kiosk, data):
    environment = {**os.environ, "DISPLAY": screen.display}
    command = [str(kiosk), "--data", str(data), "--now", NOW, "--window", f"{WIDTH}x{HEIGHT}"]
    process, _ = measure_start(screen, command, environment)
    end(process)
    process, start_ms = measure_start(screen, command, environment)
    end(process)
    process = subprocess.Popen([*command, "--bench", "scroll"], env=environment, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    # The bench taps its way to the cards first.
    time.sleep(5)
    scroll = watch_scroll(screen, process.pid)
    own = json.loads(process.communicate(timeout=120)[0])
    done = subprocess.run([*command, "--bench", "idle"], env=environment, text=True, capture_output=True)
    idle = json.loads(done.stdout)["cpu_percent"]
    return {"start_ms": start_ms, "memory_mib": own["pss_mb"], "idle_percent": max(idle.values()),
            "idle_pages": idle, "longest_frame_ms": own["longest_ms"], **scroll}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/tests")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("bench.json"))
    wanted = parser.parse_args()
    build = wanted.build.resolve()
    with tempfile.TemporaryDirectory(prefix="wenlan-bench-") as name:
        folder = pathlib.Path(name)
        screen = Screen(name)
        try:
            kiosk = of_kiosk(screen, build / "bin/wenlan-kiosk", make_programme(build / "bin/wenlan-hub", folder))
            chromium = of_chromium(screen, make_page(folder, build), folder)
        finally:
            screen.close()
    rows = [("start to 95 % painted, ms", "start_ms"), ("memory after scrolling, MiB", "memory_mib"),
            ("processor in 10 s of scrolling, s", "cpu_s"), ("pictures a second", "pictures_per_s"),
            ("idle, % of a core", "idle_percent")]  # fmt: skip
    print(f"{'':36}{'kiosk':>10}{'chromium':>10}{'ratio':>8}")
    for words, key in rows:
        ratio = kiosk[key] / chromium[key] if chromium[key] else float("nan")
        print(f"{words:36}{kiosk[key]:10.2f}{chromium[key]:10.2f}{ratio:8.2f}")
    wanted.out.write_text(json.dumps({"kiosk": kiosk, "chromium": chromium}, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
