// The paper a shader is written on: numbered lines, and complaints at theirs.

export class Paper extends EventTarget {
  /** @param {{source: HTMLTextAreaElement, numbers: HTMLElement, complaints: HTMLElement}} parts */
  constructor(parts) {
    super();
    Object.assign(this, parts);
    this.source.addEventListener("input", () => this.dispatchEvent(new Event("written")));
    this.source.addEventListener("scroll", () => this.align());
    this.source.addEventListener("keydown", (event) => {
      if (event.key !== "Tab" || event.shiftKey) return;
      event.preventDefault();
      this.source.setRangeText("    ", this.source.selectionStart, this.source.selectionEnd, "end");
      this.dispatchEvent(new Event("written"));
    });
  }

  get text() { return this.source.value; }

  set text(text) {
    this.source.value = text;
    this.source.scrollTo(0, 0);
    this.complain([]);
  }

  /** Shows complaints: [{ line, who, what }], line from 1. */
  complain(complaints) {
    const count = this.text.split("\n").length;
    const wrong = new Set(complaints.map(({ line }) => line));
    this.numbers.replaceChildren(...Array.from({ length: count }, (_, index) => {
      const number = document.createElement("li");
      number.textContent = index + 1;
      number.classList.toggle("wrong", wrong.has(index + 1));
      return number;
    }));
    const height = Number.parseFloat(getComputedStyle(this.source).lineHeight);
    const above = Number.parseFloat(getComputedStyle(this.source).paddingTop);
    this.complaints.replaceChildren(...[...wrong].map((line) => {
      const place = document.createElement("div"), words = document.createElement("p");
      place.className = "complaint";
      place.dataset.line = line;
      place.style.top = `${above + (Math.min(line, count) - 1) * height}px`;
      complaints.filter((complaint) => complaint.line === line).forEach(({ who, what }, index) => {
        const name = document.createElement("b");
        name.textContent = who;
        words.append(index ? "\n" : "", name, what);
      });
      place.append(words);
      return place;
    }));
    this.align();
  }

  align() {
    this.numbers.scrollTop = this.source.scrollTop;
    this.complaints.style.translate = `0 ${-this.source.scrollTop}px`;
  }
}
