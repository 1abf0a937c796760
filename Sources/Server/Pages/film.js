// A <video> where WebCodecs is missing or HLS is wished for: fed through Media Source Extensions, else the
// browser's own HLS player, which is three segments behind.

import { Edge } from "/edge.js";
import { Parts } from "/parts.js";

const KEPT = 30;   // Seconds of what was seen that stay in memory, for nothing but a browser's own rewinding.
const LEAD = 0.06; // Seconds that should lie ready when the next part comes.
const PART = 0.2;  // Seconds of a part.

export class Film {
  /** @param {string} playlist The address of the multivariant playlist. */
  constructor(element, playlist) {
    this.element = element;
    this.source = new Parts(playlist);
    this.showing = 0;
    element.hidden = false;
  }

  /** Begins at the live edge; called again, it begins anew, as a server that started again needs it. */
  async play() {
    const mine = ++this.showing;
    const tracks = typeof MediaSource === "undefined" ? undefined : await this.source.tracks();
    if (!tracks) {
      this.element.src = this.source.address.href;
      return this.element.play();
    }
    const media = new MediaSource();
    URL.revokeObjectURL(this.element.src);
    this.element.src = URL.createObjectURL(media);
    await new Promise((resolve) => media.addEventListener("sourceopen", resolve, { once: true }));
    const edge = new Edge(this.element, LEAD, PART), isWanted = () => mine === this.showing && !this.element.error;
    // All buffers before the first byte: a browser takes no more of them later.
    const buffers = tracks.map(({ type }) => media.addSourceBuffer(type));
    tracks.forEach((track, index) => this.feed(track, buffers[index], edge, isWanted));
    await this.element.play();
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
