// The live connection: one WebSocket that brings picture, sound and events, decoded by WebCodecs.
//
// Two clocks are at work. Before sound may play (a browser waits for the first click) frames are shown as
// they arrive. With sound, the audio device is the clock: every packet is put at its own moment and frames
// are shown when that moment is heard.

import { Painter } from "/painter.js";
import { Film } from "/film.js";

const SOUND_LEAD = 0.06;   // Seconds between arrival and hearing: what the network may wobble.
const LEAD_LIMIT = 0.35;   // More than this waiting means we fell behind: sound skips to the present.

export class Player extends EventTarget {
  /** @param {{canvas: HTMLCanvasElement, film?: HTMLVideoElement, room?: string, alpha?: "none"|"packed"}} options */
  constructor({ canvas, film, room = "main", alpha = "none" }) {
    super();
    this.room = room;
    this.alpha = alpha;
    this.painter = new Painter(canvas);
    this.filmElement = film;
    this.state = "connecting";
    this.framesShown = 0;
    this.muted = false;
    this.waitingFrames = [];
    this.voices = new Set();
    this.retry = 0;
    this.show = this.show.bind(this);
  }

  connect() {
    if (typeof VideoDecoder === "undefined") return this.watchFilm();
    const address = new URL(`/v1/rooms/${this.room}/socket?alpha=${this.alpha}`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    this.open(address);
    requestAnimationFrame(this.show);
    // A hidden page gets no animation frames; decoded frames must not pile up there.
    document.addEventListener("visibilitychange", () => this.dropFrames(document.hidden ? 0 : 1));
  }

  /** Without WebCodecs (plain http on another machine) picture and sound come as HLS, words still by socket. */
  watchFilm() {
    const address = new URL(`/v1/rooms/${this.room}/socket?media=none`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    this.open(address);
    if (this.filmElement) {
      this.film = new Film(this.filmElement, `/hls/${this.room}/index.m3u8`);
      this.film.play().then(() => this.say("picture", {}));
    }
  }

  open(address) {
    const socket = new WebSocket(address);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    let heard = performance.now();
    const watchdog = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) this.send({ type: "ping" });
      // A sleeping laptop wakes with a socket that looks open and is dead.
      if (performance.now() - heard > 15000) socket.close();
    }, 5000);
    socket.onmessage = ({ data }) => {
      heard = performance.now();
      if (typeof data === "string") this.hear(JSON.parse(data)); else this.take(data);
    };
    socket.onclose = () => {
      clearInterval(watchdog);
      this.reset();
      this.change("reconnecting");
      const pause = Math.min(8000, 400 * 2 ** this.retry++);
      setTimeout(() => this.open(address), pause);
    };
  }

  send(event) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(event));
  }

  hear(event) {
    if (event.type === "hello") {
      this.retry = 0;
      this.begin(event);
      this.change("live");
    } else if (event.type === "cut") {
      this.silence(event.at);
    }
    this.say(event.type, event);
  }

  say(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  change(state) {
    this.state = state;
    this.say("state", state);
  }

  // Decoding

  begin(hello) {
    this.reset();
    this.hello = hello;
    for (const track of hello.tracks) {
      const description = track.description
        ? Uint8Array.from(atob(track.description), (c) => c.charCodeAt(0)) : undefined;
      if (track.kind === "video") {
        this.packed = track.alpha === "packed";
        this.painter.resize(hello.width, hello.height);
        this.video = new VideoDecoder({
          output: (frame) => this.keep(frame),
          error: (error) => this.fail(error),
        });
        this.video.configure({
          codec: track.codec, codedWidth: track.width, codedHeight: track.height, description,
          optimizeForLatency: true,
        });
      } else {
        this.audio = new AudioDecoder({
          output: (sound) => this.play(sound),
          error: (error) => this.fail(error),
        });
        this.audio.configure({ codec: track.codec, sampleRate: track.sampleRate, numberOfChannels: track.channels, description });
      }
    }
    this.needsKey = true;
  }

  fail(error) {
    console.warn("decoder:", error.message);
    this.socket?.close();
  }

  /** One media message: a 16-byte header, then the access unit. */
  take(buffer) {
    const view = new DataView(buffer);
    const track = view.getUint8(1), flags = view.getUint8(2);
    const isKey = (flags & 1) !== 0;
    const unit = {
      type: isKey ? "key" : "delta", timestamp: Number(view.getBigInt64(8)), duration: view.getUint32(4),
      data: new Uint8Array(buffer, 16),
    };
    if (track === 1) {
      if (this.context?.state === "running") this.audio?.decode(new EncodedAudioChunk(unit));
      return;
    }
    if (this.needsKey && !isKey) return;
    this.needsKey = false;
    this.video?.decode(new EncodedVideoChunk(unit));
  }

  reset() {
    this.dropFrames(0);
    for (const decoder of [this.video, this.audio]) if (decoder && decoder.state !== "closed") decoder.close();
    this.video = this.audio = undefined;
    this.silence(-Infinity);
    this.anchor = undefined;
  }

  // Picture

  keep(frame) {
    this.waitingFrames.push(frame);
    if (document.hidden) this.dropFrames(0);
    else if (this.mediaTime() === undefined) this.paint(this.dropFrames(1));
    else if (this.waitingFrames.length > 20) this.waitingFrames.shift().close();
  }

  /** Closes all waiting frames but the newest `count`. */
  dropFrames(count) {
    while (this.waitingFrames.length > count) this.waitingFrames.shift().close();
    return this.waitingFrames[0];
  }

  show() {
    requestAnimationFrame(this.show);
    const now = this.mediaTime();
    if (now === undefined) return;
    let due;
    while (this.waitingFrames.length && this.waitingFrames[0].timestamp <= now * 1e6) {
      due?.close();
      due = this.waitingFrames.shift();
    }
    if (due) {
      this.paint(due);
      due.close();
    }
  }

  paint(frame) {
    if (!frame) return;
    this.painter.paint(frame, this.packed);
    this.shownTime = frame.timestamp / 1e6;
    if (this.waitingFrames[0] === frame) this.waitingFrames.shift().close();
    if (this.framesShown++ === 0) this.say("picture", {});
  }

  // Sound

  /** Lets sound play; a browser allows it only in answer to a click or a key. */
  async unlock() {
    if (this.film) {
      this.filmElement.muted = this.muted;
      return;
    }
    if (typeof AudioContext === "undefined") return;
    if (!this.context) {
      this.context = new AudioContext({ sampleRate: 48000, latencyHint: "interactive" });
      this.volume = this.context.createGain();
      this.meter = this.context.createAnalyser();
      this.meter.fftSize = 2048;
      this.volume.connect(this.meter).connect(this.context.destination);
      this.context.onstatechange = () => this.say("sound", this.context.state);
    }
    if (this.context.state !== "running") await this.context.resume();
  }

  get isAudible() {
    return !this.muted && (this.film ? !this.filmElement.muted : this.context?.state === "running");
  }

  setMuted(muted) {
    this.muted = muted;
    if (this.film) this.filmElement.muted = muted;
    if (this.volume) this.volume.gain.setTargetAtTime(muted ? 0 : 1, this.context.currentTime, 0.015);
    this.say("sound", muted ? "muted" : "running");
  }

  /** Puts 20 ms of sound at its moment on the audio clock. */
  play(sound) {
    const context = this.context, time = sound.timestamp / 1e6;
    const buffer = context.createBuffer(sound.numberOfChannels, sound.numberOfFrames, sound.sampleRate);
    for (let channel = 0; channel < sound.numberOfChannels; channel++) {
      sound.copyTo(buffer.getChannelData(channel), { planeIndex: channel, format: "f32-planar" });
    }
    sound.close();
    const lead = this.anchor === undefined ? -1 : time + this.anchor - context.currentTime;
    if (lead < 0.002 || lead > LEAD_LIMIT) {
      // The first packet, a gap in the network, or a backlog: begin anew from here.
      this.silence(-Infinity);
      this.anchor = context.currentTime + SOUND_LEAD - time;
    }
    const voice = context.createBufferSource();
    voice.buffer = buffer;
    voice.connect(this.volume);
    voice.mediaTime = time;
    voice.onended = () => this.voices.delete(voice);
    this.voices.add(voice);
    voice.start(time + this.anchor);
  }

  /** Takes back every sound at or after a media time (µs): nobody hears what was cut. */
  silence(from) {
    for (const voice of this.voices) {
      if (voice.mediaTime * 1e6 >= from) {
        voice.stop();
        voice.disconnect();
        this.voices.delete(voice);
      }
    }
  }

  /** The media time that is being heard, in seconds, or undefined while there is no sound. */
  mediaTime() {
    if (this.anchor === undefined || this.context?.state !== "running") return undefined;
    return this.context.currentTime - this.anchor - (this.context.outputLatency || 0);
  }

  /** The media time that is being seen, in seconds. */
  get presentTime() {
    return this.film ? this.film.mediaTime() : this.mediaTime() ?? this.shownTime;
  }

  /** Loudness of what is being heard, 0…1. */
  get loudness() {
    if (!this.meter) return 0;
    const samples = new Float32Array(this.meter.fftSize);
    this.meter.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  }
}
