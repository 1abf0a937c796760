"""The scene in headless Chromium: WebGL 2 by SwiftShader, on the processor. Started by raster.py.

The page asks this program for orders and brings back answers. Times are those of the processor of all
of Chromium's processes together.
"""

import glob
import http.server
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = 120
orders, answers = queue.Queue(), queue.Queue()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        files = {"/": os.path.join(HERE, "scene_chromium.html"), "/scene": sys.argv[1]}
        if self.path == "/order":
            self.reply(json.dumps(orders.get()).encode(), "application/json")
        elif self.path in files:
            with open(files[self.path], "rb") as file:
                self.reply(file.read(), "text/html" if self.path == "/" else "application/octet-stream")
        else:
            self.send_error(404)

    def do_POST(self):
        answers.put(self.rfile.read(int(self.headers["Content-Length"])))
        self.reply(b"", "text/plain")

    def reply(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def milliseconds(root):
    """Of the processor: a process and all that descend from it."""
    parents = {}
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="ascii", errors="replace") as file:
                text = file.read()
        except OSError:
            continue
        parents[int(text.split()[0])] = int(text.rpartition(")")[2].split()[1])
    family = {root}
    while True:
        more = {child for child, parent in parents.items() if parent in family} - family
        if not more:
            break
        family |= more
    nanoseconds = 0
    for member in family:
        for path in glob.glob(f"/proc/{member}/task/*/schedstat"):
            try:
                with open(path, encoding="ascii") as file:
                    nanoseconds += int(file.read().split()[0])
            except OSError:
                continue
    return nanoseconds / 1e6


def ordered(first, count, is_picture=False):
    orders.put({"first": first, "count": count, "isPicture": is_picture})
    return answers.get(timeout=SECONDS)


program = shutil.which("chromium") or shutil.which("google-chrome")
if not program:
    sys.exit("chromium is not installed")
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
folder = tempfile.mkdtemp()
browser = subprocess.Popen(
    [program, "--headless=new", "--no-sandbox", "--no-first-run", "--use-gl=angle",
     "--use-angle=swiftshader", "--enable-unsafe-swiftshader", f"--user-data-dir={folder}",
     f"http://127.0.0.1:{server.server_port}/"],
    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    print("Chromium, " + answers.get(timeout=SECONDS).decode(), flush=True)
    for line in sys.stdin:
        words = line.split(maxsplit=2)
        if words[0] == "draw":
            began = milliseconds(browser.pid)
            ordered(int(words[1]), int(words[2]))
            print(f"{(milliseconds(browser.pid) - began) / int(words[2]):.4f}", flush=True)
        else:
            with open(words[2].strip(), "wb") as file:
                file.write(ordered(int(words[1]), 1, True))
            print(flush=True)
finally:
    browser.terminate()
    browser.wait()
    shutil.rmtree(folder, ignore_errors=True)
