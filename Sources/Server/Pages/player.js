// The live connection: one WebSocket that brings picture, sound and events, decoded by WebCodecs.
//
// Two clocks are at work. Before sound may play (a browser waits for the first click) frames are shown as
// they arrive. With sound, the audio device is the clock, and a frame is shown when its moment is heard.

import { Endless } from "/endless.js";
import { Film } from "/film.js";
import { Painter } from "/painter.js";
import { Pairs } from "/pairs.js";
import { Parts } from "/parts.js";
import { Sent } from "/sent.js";
import { Sound } from "/sound.js";
import { way } from "/ways.js";

const FRAMES_WAITING = 30;   // A second of picture: more means that sound does not come, so show the newest.
const ECHO = 40_000;         // Microseconds after a cut in which the decoder still gives some of what was before.
const HUSH_LIMIT = 600;      // Milliseconds of silence after a stop that the server does not confirm.

export class Player extends EventTarget {
  /**
   * @param {{canvas: HTMLCanvasElement, film?: HTMLVideoElement, room?: string, alpha?: "none"|"packed",
   *   via?: "pair"|"film"|"webm"|"hls"}} options `via` asks for a way by name (ways.js).
   */
  constructor({ canvas, film, room = "main", alpha = "none", via }) {
    super();
    this.room = room;
    this.alpha = alpha;
    this.painter = new Painter(canvas);
    this.filmElement = film;
    this.via = via;
    this.state = "connecting";
    this.framesShown = 0;
    this.muted = false;
    this.waitingFrames = [];
    this.retry = 0;
    /** The number of the last event that was heard. */
    this.heard = 0;
    /** What was said and may not have arrived, by its id. */
    this.unconfirmed = new Map();
    this.said = 0;
    this.show = this.show.bind(this);
  }

  async connect() {
    const chosen = await way({ alpha: this.alpha, hasFilm: Boolean(this.filmElement), via: this.via });
    const source = {
      film: () => new Sent(),
      webm: () => new Endless(`/live/${this.room}.webm`),
      hls: () => new Parts(`/hls/${this.room}/index.m3u8`),
    }[chosen]?.();
    if (source) this.film = new Film(this.filmElement, source);
    const query = { packets: `alpha=${this.alpha}`, pair: "alpha=pair", film: "media=film" }[chosen] ?? "media=none";
    this.way = chosen;
    this.address = new URL(`/v1/rooms/${this.room}/socket?${query}`, location.href);
    this.address.protocol = this.address.protocol.replace("http", "ws");
    this.open();
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.dropFrames(0); else this.hurry();
    });
    requestAnimationFrame(this.show);
  }

  // Connection

  open() {
    if (this.session) {
      this.address.searchParams.set("resume", this.session);
      this.address.searchParams.set("after", this.heard);
    }
    const socket = new WebSocket(this.address);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.pause = undefined;
    let heard = performance.now();
    const watchdog = setInterval(() => {
      if (socket !== this.socket) return clearInterval(watchdog);
      this.send({ type: "ping" });
      // A sleeping laptop wakes with a socket that looks open and is dead.
      if (performance.now() - heard > 15000) this.lose(socket);
    }, 5000);
    socket.onmessage = ({ data }) => {
      heard = performance.now();
      if (typeof data === "string") this.hear(JSON.parse(data)); else this.take(data);
    };
    socket.onclose = () => this.lose(socket);
  }

  /** Lets go of a connection at once (closing a dead one may take minutes) and comes back by itself. */
  lose(socket) {
    if (socket !== this.socket) return;
    this.socket = undefined;
    socket.close();
    this.reset();
    this.change("reconnecting");
    this.pause = setTimeout(() => this.open(), Math.min(5000, 300 * 1.7 ** this.retry++));
  }

  /** Does not wait for the next attempt: the network is back, or somebody looks. */
  hurry() {
    if (this.pause === undefined) return;
    clearTimeout(this.pause);
    this.retry = 0;
    this.open();
  }

  send(event) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(event));
  }

  /** Says something to her: once, even when the connection breaks meanwhile. */
  chat(user, text) {
    const event = { type: "chat", id: `chat-${++this.said}`, user, text };
    this.unconfirmed.set(event.id, event);
    this.send(event);
  }

  /** @param {Int16Array} samples What the microphone hears, at 16 kHz. */
  sendSound(samples) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(samples);
  }

  /** Stops her in mid-word: silent here at once, and everywhere as soon as the server knows. */
  interrupt() {
    this.send({ type: "interrupt" });
    this.sound?.holdBreath();
    clearTimeout(this.unheard);
    this.unheard = setTimeout(() => this.sound?.speakUp(-Infinity), HUSH_LIMIT);
  }

  hear(event) {
    if (event.type === "hello") {
      this.retry = 0;
      [this.session, this.heard] = [event.session, event.seq];
      this.begin(event);
      this.change("live");
      for (const chat of this.unconfirmed.values()) this.send(chat);
    } else if (event.seq !== undefined) {
      if (event.seq <= this.heard) return;
      this.heard = event.seq;
    }
    if (event.type === "received" || event.type === "error") this.unconfirmed.delete(event.id);
    if (event.type === "cut") {
      clearTimeout(this.unheard);
      this.sound?.silence(event.at);
      this.sound?.speakUp(event.at + ECHO);
    }
    this.say(event.type, event);
  }

  say(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  change(state) {
    if (state === this.state) return;
    this.state = state;
    this.say("state", state);
  }

  // Decoding

  begin(hello) {
    this.reset();
    this.hello = hello;
    this.film?.source.hear?.(hello);
    this.film?.play().then(() => this.say("picture", {}), (error) => console.info("film:", error.message));
    for (const track of this.film ? [] : hello.tracks) {
      const description = track.description
        ? Uint8Array.from(atob(track.description), (letter) => letter.charCodeAt(0)) : undefined;
      if (track.kind === "video") {
        const configuration = {
          codec: track.codec, codedWidth: track.width, codedHeight: track.height, description,
          optimizeForLatency: true,
        };
        if (track.id === 2) {
          this.alphaVideo = this.decoder(VideoDecoder, (frame) => this.pairs.alpha(frame), {
            ...configuration, hardwareAcceleration: "prefer-software",
          });
          continue;
        }
        this.frameAlpha = track.alpha;
        this.pairs = track.alpha === "pair" ? new Pairs((frame) => this.keep(frame)) : undefined;
        this.painter.resize(hello.width, hello.height);
        const keep = this.pairs ? (frame) => this.pairs.colour(frame) : (frame) => this.keep(frame);
        this.video = this.decoder(VideoDecoder, keep, configuration);
      } else if (typeof AudioDecoder !== "undefined") {
        this.audio = this.decoder(AudioDecoder, (sound) => this.sound.play(sound), {
          codec: track.codec, sampleRate: track.sampleRate, numberOfChannels: track.channels, description,
        });
      }
    }
    this.needsKey = true;
  }

  decoder(Decoder, output, configuration) {
    const socket = this.socket;
    const decoder = new Decoder({
      output,
      error: (error) => {
        console.info("decoder:", error.message);
        this.lose(socket);
      },
    });
    decoder.configure(configuration);
    return decoder;
  }

  /** One media message: a 16-byte header, then the access unit. */
  take(buffer) {
    if (this.film) return this.film.source.take?.(buffer);
    const view = new DataView(buffer), track = view.getUint8(1);
    const isSound = track === 1, isKey = (view.getUint8(2) & 1) !== 0;
    const unit = {
      type: isKey ? "key" : "delta", timestamp: Number(view.getBigInt64(8)), duration: view.getUint32(4),
      data: new Uint8Array(buffer, 16),
    };
    if (isSound) {
      if (this.sound?.isRunning) this.audio?.decode(new EncodedAudioChunk(unit));
      return;
    }
    if (this.needsKey && !isKey) return;
    this.needsKey = false;
    (track === 2 ? this.alphaVideo : this.video)?.decode(new EncodedVideoChunk(unit));
  }

  reset() {
    this.dropFrames(0);
    for (const decoder of [this.video, this.alphaVideo, this.audio]) if (decoder && decoder.state !== "closed") decoder.close();
    this.video = this.alphaVideo = this.audio = undefined;
    this.pairs?.close();
    this.sound?.reset();
    this.film?.stop();
  }

  // Picture

  keep(frame) {
    this.waitingFrames.push(frame);
    // A hidden page gets no animation frames; decoded frames must not pile up there.
    if (document.hidden) return this.dropFrames(0);
    if (this.sound?.mediaTime === undefined || this.waitingFrames.length > FRAMES_WAITING) {
      this.dropFrames(1);
      this.paint(this.waitingFrames.shift());
    }
  }

  /** Closes all waiting frames but the newest `count`. */
  dropFrames(count) {
    while (this.waitingFrames.length > count) this.waitingFrames.shift().close();
  }

  show() {
    requestAnimationFrame(this.show);
    const now = this.sound?.mediaTime;
    if (now === undefined) return;
    let due;
    while (this.waitingFrames.length && this.waitingFrames[0].timestamp <= now * 1e6) {
      due?.close();
      due = this.waitingFrames.shift();
    }
    if (due) this.paint(due);
  }

  paint(frame) {
    this.painter.paint(frame, this.frameAlpha);
    this.shownTime = frame.timestamp / 1e6;
    frame.close();
    if (this.framesShown++ === 0) this.say("picture", {});
  }

  // Sound

  /** Lets sound play; a browser allows it only in answer to a click or a key. */
  async unlock() {
    if (this.film) {
      this.filmElement.muted = this.muted;
      if (this.filmElement.src && this.filmElement.paused) await this.film.start();
    } else if (typeof AudioContext !== "undefined") {
      this.sound ??= new Sound(() => this.say("sound", {}));
      if (!this.sound.isRunning) await this.sound.context.resume();
    }
    this.say("sound", {});
  }

  get isAudible() {
    return !this.muted && (this.film ? !this.filmElement.muted : this.sound?.isRunning ?? false);
  }

  setMuted(muted) {
    this.muted = muted;
    if (this.film) this.filmElement.muted = muted;
    this.sound?.setMuted(muted);
    this.say("sound", {});
  }

  /** The media time that is being heard or, without sound, seen; in seconds. */
  get presentTime() {
    return this.film ? this.film.mediaTime : this.sound?.mediaTime ?? this.shownTime;
  }

  /** Loudness of what is being heard, 0…1. */
  get loudness() { return this.sound?.loudness ?? 0; }
}
