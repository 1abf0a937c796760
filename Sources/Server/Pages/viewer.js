// The page of the viewer: the live picture, captions at the word, and the conversation.

import { Player } from "/player.js";
import { words } from "/words.js";

const byId = (id) => document.getElementById(id);
const room = new URLSearchParams(location.search).get("room") ?? "main";
const player = new Player({ canvas: byId("picture"), film: byId("film"), room });
globalThis.bunraku = player;

// Who is talking: a name of one's own that lasts, because she remembers people.
const user = localStorage.getItem("bunraku-user") ?? `guest-${Math.random().toString(36).slice(2, 8)}`;
localStorage.setItem("bunraku-user", user);

byId("veil-text").textContent = words.coming;
byId("text").placeholder = words.write;
byId("send").ariaLabel = byId("send").title = words.send;
byId("stop").ariaLabel = byId("stop").title = words.stop;

// Connection

function showState(state) {
  byId("state").dataset.state = state;
  byId("state").textContent = words[state];
}
showState("connecting");
player.addEventListener("state", ({ detail }) => showState(detail));
player.addEventListener("picture", () => byId("veil").classList.add("off"));
player.addEventListener("hello", ({ detail }) => {
  byId("name").textContent = detail.character.replace(/^./, (letter) => letter.toUpperCase());
  if (detail.width) byId("frame").style.aspectRatio = `${detail.width} / ${detail.height}`;
});

// Sound

function showSound() {
  const button = byId("sound"), audible = player.isAudible;
  button.classList.toggle("ask", !audible && !player.muted);
  button.classList.toggle("muted", !audible);
  button.querySelector("span").textContent = words.hear;
  button.ariaLabel = button.title = audible ? words.mute : player.muted ? words.unmute : words.hint;
}
showSound();
player.addEventListener("sound", showSound);
byId("sound").addEventListener("click", async (event) => {
  event.stopPropagation();
  if (player.isAudible) player.setMuted(true);
  else {
    player.setMuted(false);
    await player.unlock();
  }
  showSound();
});
const firstGesture = () => { if (!player.muted) player.unlock().then(showSound, () => {}); };
addEventListener("pointerdown", (event) => { if (!event.target.closest?.("#sound")) firstGesture(); });
addEventListener("keydown", firstGesture);

// Touch

byId("picture").addEventListener("click", (event) => {
  const box = event.target.getBoundingClientRect();
  const { width, height } = player.hello ?? { width: 1, height: 1 };
  const scale = Math.min(box.width / width, box.height / height);
  const x = (event.clientX - box.left - (box.width - width * scale) / 2) / (width * scale);
  const y = (event.clientY - box.top - (box.height - height * scale) / 2) / (height * scale);
  if (x >= 0 && x <= 1 && y >= 0 && y <= 1) player.send({ type: "touch", user, x, y });
});

// Conversation

const replies = new Map();
let waiting;

function addLine(kind, text) {
  const lines = byId("lines");
  const nearEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < 120;
  const line = document.createElement("li");
  line.className = kind;
  line.textContent = text;
  lines.append(line);
  while (lines.children.length > 400) lines.firstChild.remove();
  if (nearEnd || kind === "me") scrollToEnd();
  return line;
}

function scrollToEnd() {
  const lines = byId("lines");
  lines.scrollTop = lines.scrollHeight;
}

player.addEventListener("message", ({ detail }) => {
  const line = addLine(detail.user === user ? "me" : "other", detail.text);
  line.dataset.user = detail.user;
  waiting?.remove();
  waiting = addLine("her waiting", "");
  byId("stop").hidden = false;
});

player.addEventListener("reply-text", ({ detail }) => {
  let line = replies.get(detail.reply);
  if (!line) {
    line = waiting ?? addLine("her", "");
    waiting = undefined;
    line.classList.remove("waiting");
    replies.set(detail.reply, line);
  }
  line.textContent += detail.text;
  byId("stop").hidden = false;
  scrollToEnd();
});

player.addEventListener("reply-end", ({ detail }) => {
  const line = replies.get(detail.reply) ?? waiting ?? (detail.text ? addLine("her", "") : undefined);
  replies.delete(detail.reply);
  waiting = undefined;
  if (!line) return;
  line.classList.remove("waiting");
  if (!detail.text) return line.remove();
  line.textContent = detail.text;
  line.classList.toggle("stopped", detail.interrupted);
});

player.addEventListener("notice", ({ detail }) => addLine("note", detail.text));
player.addEventListener("error", ({ detail }) => {
  waiting?.remove();
  waiting = undefined;
  addLine("note", `${detail.message} ${detail.hint ?? ""}`);
});

byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = byId("text").value.trim();
  if (!text || player.state !== "live") return;
  player.send({ type: "chat", user, text });
  byId("text").value = "";
  fitText();
});

function fitText() {
  const text = byId("text");
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}
byId("text").addEventListener("input", fitText);
byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId("composer").requestSubmit();
  }
});
byId("stop").addEventListener("click", () => player.send({ type: "interrupt" }));
addEventListener("keydown", (event) => { if (event.key === "Escape") player.send({ type: "interrupt" }); });

// Captions, lit word by word as they are heard

let captions = [];
player.addEventListener("caption", ({ detail }) => captions.push(detail));
player.addEventListener("cut", ({ detail }) => {
  captions = captions.filter((caption) => caption.start < detail.at);
  for (const caption of captions) caption.end = Math.min(caption.end, detail.at);
});
player.addEventListener("hello", () => { captions = []; });

let shown = "";
function showCaption() {
  requestAnimationFrame(showCaption);
  const now = (player.presentTime ?? -1) * 1e6;
  captions = captions.filter((caption) => caption.end + 700_000 > now);
  const caption = captions.find((caption) => caption.start <= now);
  const element = byId("caption");
  element.classList.toggle("on", caption !== undefined);
  if (!captions.length && !waiting && !replies.size) byId("stop").hidden = true;
  if (!caption) return;
  const letters = [...caption.text];
  const said = caption.words.filter((word) => word.start <= now).at(-1);
  const count = now >= caption.end ? letters.length : said?.to ?? 0;
  const key = `${caption.start}:${count}`;
  if (key === shown) return;
  shown = key;
  const heard = document.createElement("b");
  heard.textContent = letters.slice(0, count).join("");
  element.replaceChildren(heard, letters.slice(count).join(""));
}
showCaption();

player.connect();
byId("text").focus({ preventScroll: true });
