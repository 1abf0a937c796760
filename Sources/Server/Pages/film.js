// A <video> where WebCodecs is missing or HLS is wished for: fed through Media Source Extensions, else the
// browser's own player, which is seconds behind.

import { Edge } from "/edge.js";

const KEPT = 30;   // Seconds of what was seen that stay in memory, for nothing but a browser's own rewinding.
export class Film {
  /** @param source Where it comes from: `Sent`, `Endless` or `Parts`. */
  constructor(element, source) {
    this.element = element;
    this.source = source;
    this.showing = 0;
    element.hidden = false;
  }

  /** Begins at the live edge; called again, it begins anew, as a server that started again needs it. */
  async play() {
    const mine = ++this.showing;
    const tracks = typeof MediaSource === "undefined" ? undefined : await this.source.tracks();
    if (!tracks) {
      this.element.src = this.source.address.href;
      return this.start();
    }
    const media = new MediaSource();
    URL.revokeObjectURL(this.element.src);
    this.element.src = URL.createObjectURL(media);
    await new Promise((resolve) => media.addEventListener("sourceopen", resolve, { once: true }));
    const { lead, rhythm } = this.source, edge = new Edge(this.element, lead, rhythm);
    const isWanted = () => mine === this.showing && !this.element.error;
    // All buffers before the first byte: a browser takes no more of them later.
    const buffers = tracks.map(({ type }) => media.addSourceBuffer(type));
    tracks.forEach((track, index) => this.feed(track, buffers[index], edge, isWanted));
    await this.start();
  }

  /** With sound where the browser lets it, else without. */
  async start() {
    await this.element.play().catch((error) => {
      if (error.name !== "NotAllowedError") throw error;
      this.element.muted = true;
      return this.element.play();
    });
  }

  stop() { this.showing++; }

  /** Seconds on the media clock. */
  get mediaTime() { return this.element.currentTime - this.source.epoch; }

  async feed(track, buffer, edge, isWanted) {
    const append = async (bytes) => {
      edge.measure();
      await settled(buffer, () => buffer.appendBuffer(bytes));
      edge.follow();
      const { buffered } = buffer, time = this.element.currentTime;
      if (buffered.length && time - buffered.start(0) > KEPT + 10) await settled(buffer, () => buffer.remove(0, time - KEPT));
    };
    while (isWanted()) {
      try {
        await this.source.feed(track, append, isWanted);
        return;
      } catch (error) {
        console.info("film:", error.message);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }
}

function settled(buffer, change) {
  return new Promise((resolve, reject) => {
    buffer.onupdateend = resolve;
    buffer.onerror = () => reject(new Error("the browser refused a part"));
    change();
  });
}
