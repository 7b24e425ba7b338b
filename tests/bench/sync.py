#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What following costs: python3 tests/bench/sync.py [--build build/release] [--out sync.json]

Prints a table and writes JSON. Three parts, --only NAME for one of them:
  bytes   a screen follows an office of 5,000 listings and 300 posters: bytes on the wire, time to
          publish and to apply, beside the whole file and rsync (Debian's) on the same two databases
  server  300 screens that ask every 30 s and 50 requests a second, among slow and half-open
          clients, on the hub's own server
  nginx   20,000 screens that ask every 30 s, on nginx with the files of the same site
Needs a finished build; rsync and nginx (Debian) where they are compared. Loopback only; every part
is bounded in time. Figures are comparable only within one run, on a machine that does nothing else.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def peak_mb(pid):
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) / 1024


def children_of(pid):
    return [int(word) for word in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def rsync_bytes(old, new, folder):
    """Bytes over the line when rsync brings `old` to `new`, compressed, by its own account."""
    copy = folder / "copy.db"
    shutil.copy(old, copy)
    run = ["rsync", "--stats", "--no-whole-file", "--inplace", "--checksum", "-z", str(new), str(copy)]
    words = subprocess.run(run, check=True, capture_output=True, text=True).stdout.replace(",", "")
    return sum(int(re.search(rf"Total bytes {way}: (\d+)", words).group(1)) for way in ("sent", "received"))


def measure_bytes(build, folder):
    office = folder / "bytes"
    run = subprocess.run([build / "bin/wenlan_sync_bench", office], check=True, capture_output=True, text=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    whole = lines[0]["first"]
    for line in lines[1:]:
        pair = [office / "pairs" / f"{line['edit']}-{age}.db" for age in ("old", "new")]
        line["whole_file_bytes"] = pair[1].stat().st_size
        line["whole_packed_bytes"] = whole["snap_bytes"]
        line["rsync_bytes"] = rsync_bytes(*pair, folder) if shutil.which("rsync") else None
    return {"first": whole, "edits": lines[1:]}


class Watched:
    """Processor time and peak memory of a server and its children, from now on."""

    def __init__(self, pid):
        self.pids = [pid, *children_of(pid)]
        self.before = sum(map(processor_seconds, self.pids))
        self.began = time.monotonic()

    def figures(self):
        spent = sum(map(processor_seconds, self.pids)) - self.before
        return {
            "cpu_percent": round(100 * spent / (time.monotonic() - self.began), 1),
            "peak_mb": round(sum(map(peak_mb, self.pids)), 1),
        }


def crowd(build, port, kiosks, every, extra, slow, half_open, seconds):
    words = [port, kiosks, every, extra, slow, half_open, seconds]
    run = [build / "bin/wenlan_load_bench", *map(str, words)]
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)


def an_office(build, folder):
    data = folder / "office"
    if not data.exists():
        subprocess.run([build / "bin/wenlan-hub", "init", "--demo", "--data", data], check=True)
    return data


def measure_server(build, folder, seconds):
    data = an_office(build, folder)
    hub = subprocess.Popen(
        [build / "bin/wenlan-hub", "serve", "--listen", "127.0.0.1:0", "--data", data],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        port = int(re.search(r":(\d+)/", hub.stdout.readline()).group(1))
        watched = Watched(hub.pid)
        result = crowd(build, port, 300, 30, 50, 100, 100, seconds)
        return {**result, **watched.figures()}
    finally:
        hub.terminate()
        hub.wait()


def nginx_configuration(folder, site, port):
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.getuid() == 0 else ""
    return (
        f"{user}daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\n"
        "worker_processes 2; worker_rlimit_nofile 16384; events { worker_connections 16000; }\n"
        f"http {{ access_log off; keepalive_timeout 75s; keepalive_requests 1000000;\n{temporary}"
        f"server {{ listen 127.0.0.1:{port} reuseport backlog=4096; location /site/ {{ alias {site}/; }} }} }}\n"
    )


def measure_nginx(build, folder, seconds):
    if not shutil.which("nginx", path="/usr/sbin:/usr/bin"):
        return None
    port = free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(nginx_configuration(folder, an_office(build, folder) / "site", port))
    nginx = subprocess.Popen(["/usr/sbin/nginx", "-c", configuration], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        watched = Watched(nginx.pid)
        results = []
        # Two crowds: a process may have too few files open for one of twenty thousand.
        run = lambda: results.append(crowd(build, port, 10_000, 30, 0, 0, 0, seconds))
        crowds = [threading.Thread(target=run) for _ in range(2)]
        for one in crowds:
            one.start()
        for one in crowds:
            one.join()
        figures = watched.figures()
    finally:
        nginx.terminate()
        nginx.wait()
    sums = {name: sum(result[name] for result in results) for name in ("answered", "failed", "not_modified", "per_s", "bytes")}
    worst = {name: max(result[name] for result in results) for name in ("ms_p50", "ms_p99", "ms_max")}
    return {**sums, **worst, **figures}


def show(result):
    if "bytes" in result:
        print(f"{'edit':10}{'patch':>10}{'posters':>10}{'manifest':>10}{'rsync -z':>10}{'packed':>12}{'whole':>12}{'publish ms':>12}{'apply ms':>10}")
        for line in result["bytes"]["edits"]:
            print(
                f"{line['edit']:10}{line['patch_bytes']:>10,}{line['poster_bytes']:>10,}{line['manifest_bytes']:>10,}"
                f"{line['rsync_bytes'] or 0:>10,}{line['whole_packed_bytes']:>12,}{line['whole_file_bytes']:>12,}"
                f"{line['publish_ms']:>12.0f}{line['apply_ms']:>10.0f}"
            )
    for part in ("server", "nginx"):
        if result.get(part):
            print(part, "  ".join(f"{name} {value}" for name, value in result[part].items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("sync.json"))
    parser.add_argument("--only", choices=("bytes", "server", "nginx"))
    parser.add_argument("--seconds", type=int, default=60, help="of each crowd")
    words = parser.parse_args()
    if not (words.build / "bin/wenlan_sync_bench").exists():
        sys.exit(f"{words.build} has no wenlan_sync_bench: ninja -C {words.build} wenlan_sync_bench wenlan_load_bench wenlan-hub")
    parts = {
        "bytes": lambda folder: measure_bytes(words.build, folder),
        "server": lambda folder: measure_server(words.build, folder, words.seconds),
        "nginx": lambda folder: measure_nginx(words.build, folder, words.seconds),
    }
    with tempfile.TemporaryDirectory(prefix="wenlan-sync-") as name:
        folder = pathlib.Path(name)
        result = {part: run(folder) for part, run in parts.items() if words.only in (None, part)}
    show(result)
    words.out.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
