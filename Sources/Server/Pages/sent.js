// Fragments of MP4 that come by the socket, one for each packet, for Media Source Extensions.

export class Sent {
  constructor() {
    this.lead = 0.06;     // Seconds that should lie ready when the next fragment comes.
    this.rhythm = 0.034;  // Seconds from one picture to the next.
    this.lines = new Map();
  }

  /** What follows begins anew. */
  hear(hello) {
    this.hello = hello;
    this.epoch = hello.epoch;
    for (const { wake } of this.lines.values()) wake?.();
    this.lines = new Map(hello.tracks.map(({ id }) => [id, { pieces: [] }]));
  }

  async tracks() {
    return this.hello.tracks.map(({ id, type, initialization }) => ({
      type, line: this.lines.get(id),
      initialization: Uint8Array.from(atob(initialization), (letter) => letter.charCodeAt(0)),
    }));
  }

  /** One media message: the header says of which track the fragment behind it is. */
  take(buffer) {
    const line = this.lines.get(new DataView(buffer).getUint8(1));
    line?.pieces.push(new Uint8Array(buffer, 16));
    line?.wake?.();
  }

  async feed({ line, initialization }, append, isWanted) {
    await append(initialization);
    while (isWanted()) {
      // All that wait at once: appending one after the other would never catch up.
      if (line.pieces.length) await append(await new Blob(line.pieces.splice(0)).arrayBuffer());
      else await new Promise((resolve) => { line.wake = resolve; });
    }
  }
}
