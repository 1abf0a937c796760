// Two pictures of the same pixels, and how far they are apart. Bytes are premultiplied RGBA from the top.

// Differences are shown this many times as large.
export const LOUDER = 32;

// The largest difference of a byte, the share of pixels that differ by more than two, and a picture of it.
export function compare(one, other) {
  const picture = new Uint8ClampedArray(one.length);
  let largest = 0, unlike = 0;
  for (let at = 0; at < one.length; at += 4) {
    let here = 0;
    for (let byte = 0; byte < 4; byte++) {
      const apart = Math.abs(one[at + byte] - other[at + byte]);
      here = Math.max(here, apart);
      // Alpha has no colour of its own: it is seen as grey.
      if (byte < 3) picture[at + byte] = apart * LOUDER;
      else for (let colour = 0; colour < 3; colour++) picture[at + colour] += apart * LOUDER;
    }
    picture[at + 3] = 255;
    largest = Math.max(largest, here);
    if (here > 2) unlike++;
  }
  return { largest, unlike: unlike / (one.length / 4), picture };
}

// Canvases take straight alpha.
export function straight(bytes) {
  const pixels = new Uint8ClampedArray(bytes);
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3];
    if (alpha > 0 && alpha < 255) for (let byte = at; byte < at + 3; byte++) pixels[byte] = pixels[byte] * 255 / alpha;
  }
  return pixels;
}

export function paint(canvas, pixels, { width, height }) {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
}
