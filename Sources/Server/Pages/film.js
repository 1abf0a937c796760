// HLS in a <video> where WebCodecs is missing: through Media Source Extensions, else by the browser's own player.

const BEHIND = 2.2;      // Seconds behind the newest segment: two of them, and a little.
const TYPE = 'video/mp4; codecs="avc1.640028,opus"';

export class Film {
  constructor(element, playlist) {
    this.element = element;
    this.playlist = new URL(playlist, location.href);
    this.showing = 0;
    element.hidden = false;
  }

  /** Begins at the live edge; called again, it begins anew, as a server that started again needs it. */
  async play() {
    const mine = ++this.showing;
    if (typeof MediaSource !== "undefined" && MediaSource.isTypeSupported(TYPE)) {
      const source = new MediaSource();
      URL.revokeObjectURL(this.element.src);
      this.element.src = URL.createObjectURL(source);
      await new Promise((resolve) => source.addEventListener("sourceopen", resolve, { once: true }));
      this.feed(source.addSourceBuffer(TYPE), mine);
    } else {
      this.element.src = this.playlist.href;
    }
    await this.element.play();
  }

  stop() { this.showing++; }

  get mediaTime() { return this.element.currentTime; }

  /** Reads the playlist again and again until another showing begins or the browser refuses a segment. */
  async feed(buffer, mine) {
    const shelf = { buffer, next: undefined };
    while (mine === this.showing && !this.element.error) {
      try { await this.refill(shelf); } catch (error) { console.info("film:", error.message); }
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  }

  /** Appends the segments that are new, keeps near the live edge, and lets go of what was seen. */
  async refill(shelf) {
    const text = await (await fetched(this.playlist)).text();
    const first = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1] ?? 0);
    const map = /#EXT-X-MAP:URI="([^"]+)"/.exec(text)?.[1];
    const files = text.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
    const end = first + files.length;
    if (!(shelf.next >= first && shelf.next <= end)) {
      await append(shelf.buffer, new URL(map, this.playlist));
      shelf.next = Math.max(first, end - 3);
    }
    for (; shelf.next < end; shelf.next++) {
      await append(shelf.buffer, new URL(files[shelf.next - first], this.playlist));
    }
    await this.keepNear(shelf.buffer);
  }

  async keepNear(buffer) {
    const { buffered } = buffer, { element } = this;
    if (!buffered.length) return;
    const last = buffered.length - 1, end = buffered.end(last), time = element.currentTime;
    if (time < buffered.start(last) || end - time > BEHIND + 2) {
      element.currentTime = Math.max(buffered.start(last), end - BEHIND);
    }
    element.playbackRate = end - time > BEHIND + 0.4 ? 1.06 : 1;
    if (time - buffered.start(0) > 30) await settled(buffer, () => buffer.remove(0, time - 10));
  }
}

async function fetched(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
  return answer;
}

async function append(buffer, address) {
  const bytes = await (await fetched(address)).arrayBuffer();
  await settled(buffer, () => buffer.appendBuffer(bytes));
}

function settled(buffer, change) {
  return new Promise((resolve, reject) => {
    buffer.onupdateend = resolve;
    buffer.onerror = () => reject(new Error("the browser refused a segment"));
    change();
  });
}
