// Colour and alpha, decoded each by itself, joined by their moment.

const WAITING = 8;   // Pictures that may wait for their other half.

export class Pairs {
  /** @param {(frame: object) => void} keep Takes a picture whose halves are both there. */
  constructor(keep) {
    this.keep = keep;
    this.halves = new Map();
  }

  colour(frame) { this.join(frame.timestamp, { colour: frame }); }

  async alpha(frame) {
    const alpha = await luma(frame);
    frame.close();
    this.join(frame.timestamp, { alpha });
  }

  join(timestamp, half) {
    if (this.isClosed) return half.colour?.close();
    const pair = { ...this.halves.get(timestamp), ...half };
    if (!pair.colour || !pair.alpha) {
      this.halves.set(timestamp, pair);
      if (this.halves.size > WAITING) this.drop(this.halves.keys().next().value);
      return;
    }
    this.halves.delete(timestamp);
    this.keep({ timestamp, ...pair, close: () => pair.colour.close() });
  }

  drop(timestamp) {
    this.halves.get(timestamp).colour?.close();
    this.halves.delete(timestamp);
  }

  close() {
    this.isClosed = true;
    for (const timestamp of [...this.halves.keys()]) this.drop(timestamp);
  }
}

/** Luma just as it was decoded: drawn on a canvas, what is below 16 and above 235 would be cut off. */
async function luma(frame) {
  const { width, height } = frame.visibleRect;
  if (/^(I4|NV12)/.test(frame.format ?? "")) {
    const bytes = new Uint8Array(frame.allocationSize());
    const [{ offset, stride }] = await frame.copyTo(bytes);
    return { bytes, offset, stride, step: 1 };
  }
  const canvas = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  canvas.drawImage(frame, 0, 0);
  return { bytes: canvas.getImageData(0, 0, width, height).data, offset: 0, stride: width * 4, step: 4 };
}
