// The endless WebM as it comes, for Media Source Extensions: a video element that reads it by itself keeps
// seconds back.

const TYPE = 'video/webm; codecs="vp8,opus"';

export class Endless {
  constructor(address) {
    this.address = new URL(address, location.href);
    this.epoch = 0;
    this.lead = 0.08;     // Seconds that should lie ready when the next picture comes.
    this.rhythm = 0.034;  // Seconds from one picture to the next.
  }

  async tracks() { return MediaSource.isTypeSupported(TYPE) ? [{ type: TYPE }] : undefined; }

  async feed(track, append, isWanted) {
    const answer = await fetch(this.address);
    if (!answer.ok) throw new Error(`${this.address.pathname} answered ${answer.status}`);
    const reader = answer.body.getReader();
    try {
      while (isWanted()) {
        const { value, done } = await reader.read();
        if (done) throw new Error("the film has ended");
        await append(value);
      }
    } finally {
      reader.cancel().catch(() => {});
    }
  }
}
