// HLS in a <video> where WebCodecs is missing: through Media Source Extensions, else by the browser's own player.

const BEHIND = 2.2;   // Seconds behind the newest segment: two of them, and a little.

export class Film {
  constructor(element, playlist) {
    this.element = element;
    this.playlist = playlist;
    element.hidden = false;
  }

  async play() {
    const type = 'video/mp4; codecs="avc1.640028,opus"';
    if (typeof MediaSource !== "undefined" && MediaSource.isTypeSupported(type)) await this.feed(type);
    else this.element.src = this.playlist;
    await this.element.play();
  }

  mediaTime() { return this.element.currentTime; }

  async feed(type) {
    const source = new MediaSource();
    this.element.src = URL.createObjectURL(source);
    await new Promise((resolve) => source.addEventListener("sourceopen", resolve, { once: true }));
    this.buffer = source.addSourceBuffer(type);
    this.next = undefined;
    await this.refill();
    const loop = async () => {
      try { await this.refill(); } catch (error) { console.warn("film:", error.message); }
      setTimeout(loop, 400);
    };
    loop();
  }

  /** Appends the segments that are new, keeps near the live edge, and lets go of what was seen. */
  async refill() {
    const text = await (await fetch(this.playlist, { cache: "no-store" })).text();
    const lines = text.split("\n").map((line) => line.trim());
    const first = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1] ?? 0);
    const map = /#EXT-X-MAP:URI="([^"]+)"/.exec(text)?.[1];
    const files = lines.filter((line) => line && !line.startsWith("#"));
    if (this.next === undefined || this.next < first) {
      await this.append(new URL(map, new URL(this.playlist, location.href)));
      this.next = Math.max(first, first + files.length - 3);
    }
    for (; this.next < first + files.length; this.next++) {
      await this.append(new URL(files[this.next - first], new URL(this.playlist, location.href)));
    }
    const { buffered } = this.buffer;
    if (!buffered.length) return;
    const end = buffered.end(buffered.length - 1), time = this.element.currentTime;
    if (time < buffered.start(0) || end - time > BEHIND + 2) this.element.currentTime = Math.max(buffered.start(0), end - BEHIND);
    this.element.playbackRate = end - time > BEHIND + 0.4 ? 1.06 : 1;
    if (time - buffered.start(0) > 30) await this.settle(() => this.buffer.remove(0, time - 10));
  }

  async append(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    await this.settle(() => this.buffer.appendBuffer(bytes));
  }

  settle(change) {
    return new Promise((resolve, reject) => {
      this.buffer.onupdateend = resolve;
      this.buffer.onerror = () => reject(new Error("the browser refused a segment"));
      change();
    });
  }
}
