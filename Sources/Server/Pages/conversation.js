// The conversation: what was said, her answer as it comes, and the place to write.

import { words } from "/words.js";

const LINES_KEPT = 400;
const TYPING_PAUSE = 2000;   // Milliseconds: one word of it holds for four seconds.

export class Conversation {
  constructor(player, user, { lines, openers, composer, text, send }) {
    Object.assign(this, { player, user, lines, openers, composer, text });
    /** Her lines that are still coming, by reply. */
    this.replies = new Map();
    this.hear();
    this.write(send);
    this.offer();
  }

  /** Whether an answer is awaited or still coming. */
  get isWaiting() { return this.waiting !== undefined || this.replies.size > 0; }

  // What is said

  hear() {
    const { player } = this;
    player.addEventListener("message", ({ detail }) => {
      const line = this.add(detail.user === this.user ? "me" : "other", detail.text);
      line.dataset.user = detail.user;
      this.waiting?.remove();
      this.waiting = this.add("her waiting", "");
    });
    player.addEventListener("reply-text", ({ detail }) => {
      let line = this.replies.get(detail.reply);
      if (!line) {
        line = this.waiting ?? this.add("her", "");
        this.waiting = undefined;
        line.classList.remove("waiting");
        this.replies.set(detail.reply, line);
      }
      this.keepEnd(() => { line.textContent += detail.text; });
    });
    player.addEventListener("thought", ({ detail }) => {
      if (this.thought?.reply !== detail.reply) {
        const line = this.add("thought", "");
        this.waiting?.before(line);
        this.thought = { reply: detail.reply, line };
      }
      this.keepEnd(() => { this.thought.line.textContent += detail.text; });
    });
    player.addEventListener("reply-end", ({ detail }) => {
      // A reply may end twice: when all of it is there, and when it is interrupted before all is heard.
      const line = this.replies.get(detail.reply) ?? this.lines.querySelector(`[data-reply="${CSS.escape(detail.reply)}"]`)
        ?? (detail.interrupted ? undefined : this.waiting ?? (detail.text && this.add("her", "")));
      this.replies.delete(detail.reply);
      if (!line) return;
      if (line === this.waiting) this.waiting = undefined;
      line.classList.remove("waiting");
      if (!detail.text) return line.remove();
      line.dataset.reply = detail.reply;
      this.keepEnd(() => { line.replaceChildren(detail.text, this.thumbs(detail.reply)); });
      line.classList.toggle("stopped", detail.interrupted);
    });
    player.addEventListener("notice", ({ detail }) => this.add("note", detail.text));
    player.addEventListener("error", ({ detail }) => {
      this.stopWaiting();
      this.add("note", [detail.message, detail.hint].filter(Boolean).join(" "));
    });
    player.addEventListener("cut", () => this.stopWaiting());
    player.addEventListener("state", ({ detail }) => { if (detail !== "live") this.stopWaiting(); });
  }

  /** Two buttons by which the viewer says how a reply was. */
  thumbs(reply) {
    const box = document.createElement("span");
    box.className = "rate";
    for (const [rating, sign] of [["up", "👍"], ["down", "👎"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.sign = sign;
      button.title = button.ariaLabel = words.rate[rating];
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", async () => {
        const isSet = button.getAttribute("aria-pressed") === "true";
        const answer = await fetch(`/v1/rooms/${this.player.room}/turns/${reply}/rating`, {
          method: "POST", headers: { "content-type": "application/json" },
          body: JSON.stringify({ user: this.user, rating: isSet ? "none" : rating }),
        });
        // Only who was answered may judge.
        if (!answer.ok) return;
        for (const other of box.children) other.setAttribute("aria-pressed", String(other === button && !isSet));
      });
      box.append(button);
    }
    return box;
  }

  /** What was awaited does not come any more; what came of it stays. */
  stopWaiting() {
    this.waiting?.remove();
    this.waiting = undefined;
    this.replies.clear();
  }

  add(kind, text) {
    const line = document.createElement("li");
    line.className = kind;
    line.textContent = text;
    this.openers.hidden = true;
    this.keepEnd(() => this.lines.append(line), kind === "me");
    while (this.lines.children.length > LINES_KEPT) this.lines.firstChild.remove();
    return line;
  }

  /** Stays at the end while something grows, unless the viewer reads further up. */
  keepEnd(change, always = false) {
    const { lines } = this;
    const isAtEnd = always || lines.scrollHeight - lines.scrollTop - lines.clientHeight < 80;
    change();
    if (isAtEnd) lines.scrollTop = lines.scrollHeight;
  }

  // Writing

  write(send) {
    const { composer, text } = this;
    text.placeholder = text.ariaLabel = words.write;
    send.ariaLabel = send.title = words.send;
    const fit = () => {
      text.style.height = "auto";
      text.style.height = `${text.scrollHeight + 2}px`;
    };
    text.addEventListener("input", fit);
    let told = -TYPING_PAUSE;
    text.addEventListener("input", (event) => {
      if (!text.value.trim() || event.timeStamp - told < TYPING_PAUSE) return;
      told = event.timeStamp;
      this.player.send({ type: "typing" });
    });
    text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      composer.requestSubmit();
    });
    composer.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.ask(text.value)) return;
      text.value = "";
      fit();
    });
    new ResizeObserver(() => this.keepEnd(() => {}, true)).observe(this.lines);
  }

  ask(text) {
    if (!text.trim() || this.player.state !== "live") return false;
    this.player.send({ type: "chat", user: this.user, text: text.trim() });
    return true;
  }

  /** Ways to begin, for who does not know what to say. */
  offer() {
    const title = document.createElement("p");
    title.textContent = words.begin;
    this.openers.replaceChildren(title, ...words.openers.map((opener) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = opener;
      button.addEventListener("click", () => this.ask(opener));
      return button;
    }));
  }
}
