// Her ears: the viewer's microphone as sound on the socket, or the browser's own recognizer where the server
// has none. Without either a note says so, and she is written to as before.

import { words } from "/words.js";

const RATE = 16000;
const PART = 800;            // Samples: 50 ms.
const TURNED_DOWN = 0.25;    // −12 dB, while somebody may be about to speak.
const WORKLET = `registerProcessor("ear", class extends AudioWorkletProcessor {
  process([[input]]) { if (input) this.port.postMessage(input.slice()); return true; }
});`;

export class Ears {
  constructor(player, conversation, user, button) {
    Object.assign(this, { player, conversation, user, button });
    this.show("off");
    button.addEventListener("click", () => this.state === "off" ? this.open() : this.close());
    player.addEventListener("ear", ({ detail }) => this.follow(detail.state));
    player.addEventListener("error", ({ detail }) => {
      if (detail.code === "no-ears" && this.state !== "off") this.borrow();
    });
    player.addEventListener("state", ({ detail }) => {
      if (detail !== "live") this.release();
      button.disabled = detail !== "live";
    });
  }

  /** "off", "asking" (for the microphone), "open", "voice" (somebody speaks). */
  show(state) {
    this.state = state;
    this.button.dataset.state = state;
    this.button.ariaPressed = String(state !== "off");
    this.button.ariaLabel = this.button.title = state === "off" ? words.speak : words.deafen;
  }

  open() {
    this.show("asking");
    this.player.send({ type: "listen", user: this.user });
  }

  close() {
    if (!this.recognizer) this.player.send({ type: "listen", on: false });
    this.release();
  }

  follow(state) {
    if (this.state === "off") return;
    if (state === "open") this.listen();
    if (state === "voice") this.show("voice");
    if (["nothing", "thinking"].includes(state) && this.state === "voice") this.show("open");
    this.player.sound?.turnDown(state === "voice" ? TURNED_DOWN : 1);
  }

  /** Sends what the microphone hears, its echo of her taken out by the browser. */
  async listen() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
      });
      if (this.state === "off") return this.release();
      this.context = new AudioContext({ sampleRate: RATE });
      const url = URL.createObjectURL(new Blob([WORKLET], { type: "text/javascript" }));
      await this.context.audioWorklet.addModule(url);
      URL.revokeObjectURL(url);
      const ear = new AudioWorkletNode(this.context, "ear", { numberOfOutputs: 0 });
      let part = new Int16Array(PART), filled = 0;
      ear.port.onmessage = ({ data }) => {
        for (const value of data) {
          part[filled++] = Math.max(-1, Math.min(1, value)) * 32767;
          if (filled < PART) continue;
          this.player.sendSound(part);
          filled = 0;
        }
      };
      this.context.createMediaStreamSource(this.stream).connect(ear);
      this.show("open");
    } catch (error) {
      this.note(navigator.mediaDevices ? `${words.noMicrophone} ${error.message}` : words.insecure);
      this.close();
    }
  }

  /** The browser's own recognizer; words that are sure go to her as if they were written. */
  borrow() {
    const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
    if (!Recognition) {
      this.note(words.deaf);
      return this.release();
    }
    const recognizer = this.recognizer = new Recognition();
    recognizer.lang = document.documentElement.lang || navigator.language;
    recognizer.continuous = true;
    recognizer.onspeechstart = () => {
      this.show("voice");
      this.player.interrupt();
    };
    recognizer.onspeechend = () => { if (this.state !== "off") this.show("open"); };
    recognizer.onresult = ({ results, resultIndex }) => {
      for (const result of [...results].slice(resultIndex)) {
        if (result.isFinal) this.conversation.ask(result[0].transcript);
      }
    };
    recognizer.onerror = ({ error }) => {
      if (error === "no-speech") return;
      this.note(`${words.deaf} (${error})`);
      this.release();
    };
    recognizer.onend = () => { if (this.state !== "off" && this.recognizer === recognizer) recognizer.start(); };
    recognizer.start();
    this.show("open");
  }

  release() {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.context?.close();
    const { recognizer } = this;
    this.stream = this.context = this.recognizer = undefined;
    recognizer?.stop();
    this.player.sound?.turnDown(1);
    this.show("off");
  }

  note(text) { this.conversation.add("note", text); }
}
