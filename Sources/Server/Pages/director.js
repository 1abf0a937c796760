// The director's panel: what can be asked of the character beside words. Everything in it comes from the
// server's own lists, and shows what holds in the room, whoever asked for it.

import { words } from "/words.js";

const RELEASE = "neutral";

export class Director extends EventTarget {
  /** @param {{panel: HTMLElement}} options */
  constructor(player, { panel }) {
    super();
    Object.assign(this, { player, panel, room: `/v1/rooms/${player.room}` });
    player.addEventListener("hello", () => this.refresh());
    player.addEventListener("changed", () => this.refresh());
    player.addEventListener("touched", ({ detail }) => { this.tell(`${words.touched} ${detail.area}`); });
  }

  // What there is, and what holds

  async read(path) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  async refresh() {
    try {
      const [room, characters, expressions, gestures, delay] = await Promise.all([
        this.read(this.room), this.read("/v1/characters"), this.read("/v1/expressions"), this.read("/v1/gestures"),
        this.read(`${this.room}/delay`),
      ]);
      Object.assign(this, { now: room, characters, expressions, gestures, delay });
      this.her = characters.find(({ name }) => name === room.character);
      this.dispatchEvent(new CustomEvent("character", { detail: this.her ?? { name: room.character, title: room.character } }));
      this.show();
    } catch {
      // Between two connections; the next hello brings it.
    }
  }

  async ask(verb, body, method = "POST") {
    const answer = await fetch(verb ? `${this.room}/${verb}` : this.room, {
      method, headers: { "content-type": "application/json" }, body: JSON.stringify(body),
    });
    if (answer.ok) return true;
    const { error } = await answer.json();
    this.tell(`${error.message} ${error.hint}`);
    return false;
  }

  /** One line at the foot of the panel. */
  tell(text) {
    this.note ??= Object.assign(document.createElement("p"), { className: "note", role: "status" });
    this.note.textContent = text;
    this.note.classList.add("on");
    clearTimeout(this.hush);
    this.hush = setTimeout(() => this.note.classList.remove("on"), 2600);
  }

  // The panel

  show() {
    const { now, her, panel } = this;
    const { scene, attire } = now;
    this.note ??= Object.assign(document.createElement("p"), { className: "note", role: "status" });
    const top = panel.scrollTop;
    const none = { name: null, title: words.none };
    // The button that drops what must not air is not searched for.
    const isDelayed = this.delay.seconds > 0, delays = this.delays();
    panel.replaceChildren(
      isDelayed ? delays : "",
      this.characters.length > 1
        ? this.choices(words.character, this.characters, now.character, (name) => this.ask("", { character: name }, "PATCH"))
        : "",
      this.choices(words.mode, now.modes.map((name) => ({ name, title: words.modes[name] ?? name })), now.mode,
        (name) => this.ask("", { mode: name }, "PATCH")),
      this.choices(words.look, her?.appearances ?? [], attire.appearance ?? "default",
        (name) => this.ask("outfit", { appearance: name })),
      this.choices(words.outfit, her?.outfits ?? [], attire.outfit, (name) => this.ask("outfit", { name })),
      this.choices(words.place, [none, ...(her?.backgrounds ?? [])], scene.place ?? null,
        (name) => this.ask("scene", { place: name })),
      this.choices(words.weather, Object.entries(words.weathers).map(([name, title]) => ({ name, title })), scene.weather,
        (name) => this.ask("scene", { weather: name })),
      this.hours(scene),
      this.choices(words.bars, [{ name: false, title: words.off }, { name: true, title: words.on }], scene.voiceBars,
        (name) => this.ask("scene", { voiceBars: name })),
      this.choices(words.gesture, this.gestures.map(({ name }) => ({ name, title: name })), undefined,
        (name) => this.ask("gesture", { name })),
      this.choices(words.expression, this.expressions.map((name) => ({ name, title: name })), this.face, async (name) => {
        this.face = this.face === name ? RELEASE : name;
        if (await this.ask("expression", { name: this.face })) this.show();
      }),
      isDelayed ? "" : delays,
      this.note);
    panel.scrollTop = top;
  }

  section(title, ...content) {
    const section = document.createElement("section"), heading = document.createElement("h2");
    heading.textContent = title;
    section.append(heading, ...content);
    return section;
  }

  /** A row of chips; the one that holds is lit. */
  choices(title, options, chosen, choose) {
    if (options.length === 0) return "";
    const row = document.createElement("div");
    row.className = "chips";
    for (const { name, title: text } of options) {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.textContent = String(text).replaceAll("-", " ");
      chip.dataset.name = name;
      if (chosen !== undefined) chip.ariaPressed = String(name === chosen);
      chip.addEventListener("click", () => choose(name));
      row.append(chip);
    }
    return this.section(title, row);
  }

  /** How long what she does waits before it is on air, and the button that drops what waits. */
  delays() {
    const held = this.delay.seconds;
    const lengths = [...new Set([0, 5, 10, 30, held])].sort((a, b) => a - b);
    const row = this.choices(words.delay,
      lengths.map((seconds) => ({ name: seconds, title: seconds === 0 ? words.off : `${seconds} s` })), held,
      async (seconds) => { if (await this.ask("delay", { seconds }, "PUT")) this.refresh(); });
    if (held > 0) {
      const dump = Object.assign(document.createElement("button"), { type: "button", id: "dump", textContent: words.dump });
      dump.addEventListener("click", async () => { if (await this.ask("dump", {})) this.tell(words.dumped); });
      row.append(dump);
    }
    return row;
  }

  /** The light of the hour: a slider over the day, and the two that need none. */
  hours({ hour, followsClock }) {
    const slider = Object.assign(document.createElement("input"), {
      type: "range", min: 0, max: 23.75, step: 0.25, value: hour ?? 12, ariaLabel: words.hour, id: "hour",
    });
    const clock = document.createElement("output");
    const read = () => {
      const value = Number(slider.value);
      clock.textContent = `${Math.floor(value)}:${String(Math.round((value % 1) * 60)).padStart(2, "0")}`;
    };
    read();
    const isSet = hour !== undefined && hour !== null;
    clock.hidden = !isSet;
    slider.addEventListener("input", () => { clock.hidden = false; read(); });
    slider.addEventListener("change", () => this.ask("scene", { hour: Number(slider.value) }));
    const line = document.createElement("div");
    line.className = "hour";
    line.append(slider, clock);
    const row = this.choices(words.hour, [{ name: null, title: words.even }, { name: "auto", title: words.clock }],
      followsClock ? "auto" : isSet ? undefined : null, (name) => this.ask("scene", { hour: name }));
    row.append(line);
    return row;
  }
}
