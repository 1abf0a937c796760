// Captions: her line below the picture, lit word by word as it is heard.

const LINGER = 700_000;   // Microseconds that a line stays after its end.

export class Captions {
  constructor(player, element) {
    this.player = player;
    this.element = element;
    this.lines = [];
    player.addEventListener("caption", ({ detail }) => this.lines.push(detail));
    player.addEventListener("cut", ({ detail }) => this.cut(detail.at));
    player.addEventListener("hello", ({ detail }) => { if (!detail.resumed) this.lines = []; });
    this.show = this.show.bind(this);
    this.show();
  }

  /** Whether a line is being heard or will be. */
  get isSpeaking() {
    const now = this.now;
    return this.lines.some((line) => line.end > now);
  }

  get now() { return (this.player.presentTime ?? -1) * 1e6; }

  cut(at) {
    this.lines = this.lines.filter((line) => line.start < at);
    for (const line of this.lines) line.end = Math.min(line.end, at);
  }

  show() {
    requestAnimationFrame(this.show);
    const now = this.now;
    this.lines = this.lines.filter((line) => line.end + LINGER > now);
    const line = this.lines.findLast((line) => line.start <= now);
    this.element.classList.toggle("on", line !== undefined);
    if (!line) return;
    // Offsets count characters as people see them, and so do we.
    line.letters ??= lettersOf(line.text);
    const said = line.words.filter((word) => word.start <= now).at(-1);
    const isWhole = now >= line.words.at(-1)?.end && now < line.end;
    const key = `${line.start}:${said?.to}:${isWhole}`;
    if (key === this.shown) return;
    this.shown = key;
    const count = isWhole ? line.letters.length : said?.to ?? 0;
    const heard = document.createElement("b");
    heard.textContent = line.letters.slice(0, count).join("");
    this.element.firstChild.replaceChildren(heard, line.letters.slice(count).join(""));
  }
}

function lettersOf(text) {
  if (typeof Intl.Segmenter === "undefined") return [...text];
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map((part) => part.segment);
}
