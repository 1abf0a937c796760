// Her voice on the audio device, which is the clock of the page as soon as it runs.
//
// Every packet is put at its own moment. The network wobbles, and the device's clock is not the server's:
// in the silence between words packets are left out or given room, so that sound stays close to the present.

const LEAD = 0.05;         // Seconds from arrival to hearing that the latest packet of a second should have.
const LEAD_LIMIT = 0.35;   // More than this waiting means a long stall: sound skips to the present.
const SECOND = 50;         // Packets.
const FADE = 0.01;         // Seconds in which a voice that is stopped goes down: less would click.
const QUIET = 1e-3;        // Below this no sample is heard.

export class Sound {
  constructor(changed) {
    this.context = new AudioContext({ sampleRate: 48000, latencyHint: "interactive" });
    this.context.onstatechange = changed;
    this.volume = this.context.createGain();
    this.hush = this.context.createGain();
    this.meter = this.context.createAnalyser();
    this.meter.fftSize = 1024;
    this.duck = this.context.createGain();
    this.volume.connect(this.duck).connect(this.hush).connect(this.meter).connect(this.context.destination);
    this.voices = new Set();
    this.heldUntil = -Infinity;
    this.leads = [];
    this.latest = new Float32Array(this.meter.fftSize);
  }

  get isRunning() { return this.context.state === "running"; }

  /** Puts a packet's sound at its moment on the audio clock. */
  play(sound) {
    const { context } = this, { timestamp } = sound, time = timestamp / 1e6;
    const buffer = context.createBuffer(sound.numberOfChannels, sound.numberOfFrames, sound.sampleRate);
    for (let channel = 0; channel < sound.numberOfChannels; channel++) {
      sound.copyTo(buffer.getChannelData(channel), { planeIndex: channel, format: "f32-planar" });
    }
    sound.close();
    const lead = this.anchor === undefined ? -1 : time + this.anchor - context.currentTime;
    this.leads.push(lead);
    if (this.leads.length > SECOND) this.leads.shift();
    const least = Math.min(...this.leads);
    if (lead < 0.002 || lead > LEAD_LIMIT) {
      // The first packet, a gap in the network, or a backlog: begin anew from here.
      this.silence(-Infinity);
      this.move(context.currentTime + LEAD - time);
    } else if (least > LEAD + buffer.duration && this.leads.length === SECOND && isQuiet(buffer)) {
      this.move(this.anchor - buffer.duration, this.leads.map((lead) => lead - buffer.duration));
      return;
    } else if (least < LEAD / 3 && isQuiet(buffer)) {
      this.move(this.anchor + buffer.duration);
    }
    if (timestamp < this.heldUntil) return;
    const voice = context.createBufferSource();
    voice.buffer = buffer;
    voice.connect(this.volume);
    voice.mediaTime = time;
    voice.onended = () => this.voices.delete(voice);
    this.voices.add(voice);
    voice.start(time + this.anchor);
  }

  /** Sets what is added to a media time to have its moment on the audio clock. */
  move(anchor, leads = []) {
    this.anchor = anchor;
    this.leads = leads;
  }

  /** Takes back every sound at or after a media time (µs): nobody hears what was cut. */
  silence(from) {
    for (const voice of this.voices) {
      if (voice.mediaTime * 1e6 < from) continue;
      voice.stop();
      voice.disconnect();
      this.voices.delete(voice);
    }
  }

  /** Quiet at once: what waits is taken back, and what still comes is not heard until `speakUp`. */
  holdBreath() {
    const now = this.context.currentTime;
    this.heldUntil = Infinity;
    this.hush.gain.setValueAtTime(1, now);
    this.hush.gain.linearRampToValueAtTime(0, now + FADE);
    this.hush.gain.setValueAtTime(1, now + 2 * FADE);
    for (const voice of this.voices) voice.stop(now + FADE);
  }

  /** @param {number} from Media time (µs) of the first sound to be heard again. */
  speakUp(from) { this.heldUntil = from; }

  /** Softer while somebody may be about to speak; 1 is as loud as she is. */
  turnDown(gain) { this.duck.gain.setTargetAtTime(gain, this.context.currentTime, 0.02); }

  setMuted(muted) { this.volume.gain.setTargetAtTime(muted ? 0 : 1, this.context.currentTime, 0.015); }

  /** Forgets where the stream was. */
  reset() {
    this.silence(-Infinity);
    this.move(undefined);
    this.heldUntil = -Infinity;
  }

  /** The media time that is being heard, in seconds, or undefined while there is no sound. */
  get mediaTime() {
    if (this.anchor === undefined || !this.isRunning) return undefined;
    return this.context.currentTime - this.anchor - (this.context.outputLatency || 0);
  }

  /** Loudness of the last 20 ms, 0…1. */
  get loudness() {
    this.meter.getFloatTimeDomainData(this.latest);
    return Math.sqrt(this.latest.reduce((sum, value) => sum + value * value, 0) / this.latest.length);
  }
}

function isQuiet(buffer) {
  for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
    for (const value of buffer.getChannelData(channel)) if (Math.abs(value) > QUIET) return false;
  }
  return true;
}
