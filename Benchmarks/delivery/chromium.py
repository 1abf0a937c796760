"""A headless Chromium, spoken to over its debugging pipe: nothing but the standard library."""

import json, os, shutil, subprocess, tempfile, time


class Chromium:
    def __init__(self, *flags):
        self.profile = tempfile.mkdtemp(prefix="bunraku-bench-")
        theirs_in, self.out = os.pipe()
        self.into, theirs_out = os.pipe()
        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                   "--mute-audio", "--autoplay-policy=no-user-gesture-required",
                   "--remote-debugging-pipe", f"--user-data-dir={self.profile}", *flags, "about:blank"]

        def hand_over():
            # Where 3 and 4 are, the others' numbers may be.
            a, b = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(a, 3), os.dup2(b, 4)

        self.process = subprocess.Popen(command, close_fds=False, preexec_fn=hand_over,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in), os.close(theirs_out)
        self.rest, self.number = b"", 0
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        for domain in ("Page", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method, parameters=None):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if hasattr(self, "session"):
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                chunk = os.read(self.into, 1 << 20)
                if not chunk:
                    raise RuntimeError("Chromium has ended.")
                self.rest += chunk
            line, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                return answer["result"]

    def first(self, script):
        """Runs before the scripts of every page."""
        self.call("Page.addScriptToEvaluateOnNewDocument", {"source": script})

    def open(self, url):
        self.call("Page.navigate", {"url": url})

    def evaluate(self, script):
        result = self.call("Runtime.evaluate",
                           {"expression": script, "awaitPromise": True, "returnByValue": True})
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def wait(self, condition, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.evaluate(f"Boolean({condition})"):
                    return
            except RuntimeError:
                pass  # The page is still coming.
            time.sleep(0.05)
        raise RuntimeError(f"In {seconds} s it did not become true that {condition}")

    def screenshot(self, path):
        import base64
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)
