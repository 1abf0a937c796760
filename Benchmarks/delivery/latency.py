#!/usr/bin/env python3
"""How far the page is behind the show, and how soon it begins, in a real Chromium.

    latency.py URL [--via packets|hls] [--seconds S]

URL is that of a running `bunraku serve`. A picture's age is taken when the page has drawn it: from the moment the
show was due to draw it, so drawing, compressing, the way and decoding are in it; putting it on a screen is not.
The first third is left out. One line of JSON comes out; `load` is what else the machine did.
"""

import argparse, json, os, sys, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium

WATCH = {
    # Every frame that the page paints itself.
    "packets": """
        const paint = bunraku.painter.paint.bind(bunraku.painter);
        bunraku.painter.paint = (frame, layout) => {
            const { timestamp } = frame;
            paint(frame, layout);
            ages.push(performance.timeOrigin + performance.now() - bunraku.hello.clock - timestamp / 1000);
        };""",
    # Every frame that the <video> presents.
    "hls": """
        const film = document.getElementById("film");
        const step = (now, { mediaTime }) => {
            const moment = bunraku.hello.clock + (mediaTime - bunraku.film.source.epoch) * 1000;
            ages.push(performance.timeOrigin + performance.now() - moment);
            film.requestVideoFrameCallback(step);
        };
        film.requestVideoFrameCallback(step);""",
}
SHOWN = {
    "packets": "globalThis.bunraku?.framesShown > 0",
    "hls": "document.getElementById('film')?.getVideoPlaybackQuality().totalVideoFrames > 0",
}


def measure(url, via, seconds):
    browser = Chromium()
    try:
        browser.first("""
            const began = performance.now();
            const look = () => {
                if (SHOWN) globalThis.startUp = performance.now() - began; else setTimeout(look, 4);
            };
            look();""".replace("SHOWN", SHOWN[via]))
        browser.open(f"{url}/?via=hls" if via == "hls" else url)
        browser.wait("globalThis.startUp !== undefined", 60)
        browser.evaluate("(() => { globalThis.ages = [];" + WATCH[via] + "})()")
        time.sleep(seconds)
        ages = browser.evaluate("ages")
        start = browser.evaluate("startUp")
    finally:
        browser.close()
    ages = sorted(ages[len(ages) // 3:])
    if not ages:
        sys.exit(f"In {seconds} s no picture came by {via}.")
    return {"via": via, "startUpMs": round(start), "p50Ms": round(ages[len(ages) // 2]),
            "p95Ms": round(ages[len(ages) * 95 // 100]), "pictures": len(ages), "load": os.getloadavg()[0]}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", help="of a running server, for example http://127.0.0.1:12393")
    parser.add_argument("--via", choices=sorted(WATCH), help="only this way")
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    for via in [options.via] if options.via else sorted(WATCH):
        print(json.dumps(measure(options.url, via, options.seconds)), flush=True)
