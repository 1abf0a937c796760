// How this browser can be shown her: the way that is least behind the show of those it knows.
//
//     packets  WebCodecs, H.264                          film  Media Source Extensions by the socket, H.264
//     pair     WebCodecs, VP8 for colour and for alpha   webm  the endless WebM, VP8 with alpha
//     hls      HLS in parts, H.264

/**
 * @param {{alpha: "none"|"packed", hasFilm: boolean, via?: string}} wish `hasFilm` is whether there is a video
 *   element; `via` asks for a way by name.
 */
export async function way({ alpha, hasFilm, via }) {
  if (via && (hasFilm || via === "pair")) return via;
  if (await decodes("avc1.42E01F")) return "packets";
  if (await decodes("vp8")) return "pair";
  if (!hasFilm) return "packets";
  if (alpha !== "none") return "webm";
  if (buffers('video/mp4; codecs="avc1.42E01F"') && buffers('audio/mp4; codecs="opus"')) return "film";
  return buffers('video/webm; codecs="vp8,opus"') ? "webm" : "hls";
}

/** Plain http on another machine has no decoders at all. */
async function decodes(codec) {
  if (typeof VideoDecoder === "undefined") return false;
  return VideoDecoder.isConfigSupported({ codec }).then(({ supported }) => supported, () => false);
}

function buffers(type) {
  return typeof MediaSource !== "undefined" && MediaSource.isTypeSupported(type);
}
