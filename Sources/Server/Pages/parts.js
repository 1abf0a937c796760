// Low-latency HLS into Media Source Extensions: picture and sound are read part by part, each as soon as the
// server has it. The server answers the question for the next part only when it is there, so nobody polls.

const EPOCH = 0.1;   // Seconds by which the files count from before the media clock's zero.

export class Parts {
  /** @param {string} address Of the multivariant playlist. */
  constructor(address) {
    this.address = new URL(address, location.href);
    this.epoch = EPOCH;
    this.lead = 0.06;   // Seconds that should lie ready when the next part comes.
    this.rhythm = 0.2;  // Seconds of a part.
  }

  /** What there is to play, as Media Source Extensions name it: `[{ type, playlist }]`, or nothing it can play. */
  async tracks() {
    const text = await (await fetched(this.address)).text();
    const sounds = new Map([...text.matchAll(/TYPE=AUDIO,GROUP-ID="([^"]+)".*URI="([^"]+)"/g)].map(([, id, uri]) => [id, uri]));
    const streams = [...text.matchAll(/CODECS="([^,]+),([^"]+)".*AUDIO="([^"]+)".*\n(.+)/g)]
      .map(([, picture, sound, group, uri]) => [
        { type: `video/mp4; codecs="${picture}"`, playlist: uri },
        { type: `audio/mp4; codecs="${sound}"`, playlist: sounds.get(group) },
      ])
      .filter((tracks) => tracks.every(({ type }) => MediaSource.isTypeSupported(type)));
    // Opus sounds better and is sooner there.
    return streams.find(([, sound]) => sound.type.includes("opus")) ?? streams[0];
  }

  /** Feeds a track until `isWanted` says no. */
  async feed({ playlist }, append, isWanted) {
    const address = new URL(playlist, this.address);
    let coming = new Map(), started, next;
    const load = (uri) => {
      const bytes = coming.get(uri) ?? fetched(new URL(uri, address)).then((answer) => answer.arrayBuffer());
      coming.delete(uri);
      return bytes;
    };
    let list = read(await (await fetched(address)).text());
    while (isWanted()) {
      if (list.map && list.map !== started) {
        await append(await load(started = list.map));
        next = list.start;
      }
      for (const { uri, segment, part, isGap } of list.from(next)) {
        if (!isGap) await append(await load(uri));
        next = { segment, part: part + 1 };
      }
      if (list.isOver) return;
      // The part that is hinted at is asked for before the playlist says that it is there.
      coming = new Map();
      if (list.hint) {
        const hinted = load(list.hint);
        hinted.catch(() => {});
        coming.set(list.hint, hinted);
      }
      const question = `?_HLS_msn=${list.open}&_HLS_part=${list.parts}&_HLS_skip=YES`;
      list = read(await (await fetched(new URL(question, address))).text());
    }
  }
}

/** A media playlist: where it begins to be worth playing, and the pieces from any place on. */
function read(text) {
  const list = { pieces: [], parts: 0 };
  let segment = 0, part = 0, isGap = false;
  const attribute = (line, name) => new RegExp(`[:,]${name}="([^"]+)"`).exec(line)?.[1];
  for (const line of text.split("\n")) {
    if (line.startsWith("#EXT-X-MEDIA-SEQUENCE:")) segment = Number(line.split(":")[1]);
    else if (line.startsWith("#EXT-X-SKIP:")) segment += Number(line.split("=")[1]);
    else if (line.startsWith("#EXT-X-MAP:")) list.map = attribute(line, "URI");
    else if (line.startsWith("#EXT-X-PRELOAD-HINT:")) list.hint = attribute(line, "URI");
    else if (line.startsWith("#EXT-X-ENDLIST")) list.isOver = true;
    else if (line.startsWith("#EXT-X-GAP")) isGap = true;
    else if (line.startsWith("#EXT-X-PART:")) {
      list.pieces.push({ uri: attribute(line, "URI"), segment, part: part++, isGap: line.includes("GAP=YES") });
    } else if (line && !line.startsWith("#")) {
      // A segment whose parts are listed needs no second reading.
      if (part === 0) list.pieces.push({ uri: line, segment, part: 0, isWhole: true, isGap });
      [segment, part, isGap] = [segment + 1, 0, false];
    }
  }
  [list.open, list.parts] = [segment, part];
  // Decoding begins with a segment: with the one that grows, or that before it.
  list.start = { segment: part > 0 ? segment : segment - 1, part: 0 };
  list.from = (place) => list.pieces.filter((piece) =>
    piece.segment > place.segment || (piece.segment === place.segment && piece.part >= place.part && !(piece.isWhole && place.part > 0)));
  return list;
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
  return answer;
}
