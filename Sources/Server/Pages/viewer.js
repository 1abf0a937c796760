// The page of the viewer: the live picture, its sound, and the parts that talk.

import { Captions } from "/captions.js";
import { Conversation } from "/conversation.js";
import { Director } from "/director.js";
import { Ears } from "/ears.js";
import { Player } from "/player.js";
import { follow } from "/touch.js";
import { words } from "/words.js";

const byId = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const room = query.get("room") ?? "main";
const player = new Player({ canvas: byId("picture"), film: byId("film"), room, via: query.get("via") ?? undefined });
globalThis.bunraku = player;

// Who is talking: a name of one's own that lasts, because she remembers people.
const user = localStorage.getItem("bunraku-user") ?? `guest-${Math.random().toString(36).slice(2, 8)}`;
localStorage.setItem("bunraku-user", user);

const captions = new Captions(player, byId("caption"));
const conversation = new Conversation(player, user, {
  lines: byId("lines"), openers: byId("openers"), composer: byId("composer"), text: byId("text"), send: byId("send"),
});

// Connection

function showState(state) {
  byId("stage").dataset.state = state;
  byId("state").textContent = words[state];
  byId("send").disabled = state !== "live";
}
showState("connecting");
byId("veil-text").textContent = words.coming;
byId("stage").ariaLabel = words.stage;
byId("picture").ariaLabel = byId("film").ariaLabel = words.picture;
byId("talk").ariaLabel = words.talk;
player.addEventListener("state", ({ detail }) => showState(detail));
player.addEventListener("picture", () => byId("veil").classList.add("off"));
player.addEventListener("hello", ({ detail }) => {
  byId("stage").style.setProperty("--shape", `${detail.width} / ${detail.height}`);
});

// Sound

function showSound() {
  const button = byId("sound"), { isAudible, muted } = player;
  button.classList.toggle("ask", !isAudible && !muted);
  button.classList.toggle("muted", !isAudible);
  button.querySelector("span").textContent = words.hear;
  button.ariaLabel = button.title = isAudible ? words.mute : muted ? words.unmute : words.hint;
}
showSound();
player.addEventListener("sound", showSound);
byId("sound").addEventListener("click", () => {
  player.setMuted(player.isAudible);
  if (!player.muted) player.unlock();
});
const firstGesture = () => { if (!player.muted && !player.isAudible) player.unlock(); };
addEventListener("pointerup", (event) => { if (!event.target.closest?.("#sound")) firstGesture(); });
addEventListener("keydown", firstGesture);

// Stopping

byId("stop").ariaLabel = byId("stop").title = words.stop;
// When the button goes down, not when it comes up: people count that tenth of a second.
byId("stop").addEventListener("pointerdown", () => player.interrupt());
byId("stop").addEventListener("click", (event) => {
  if (event.detail === 0) player.interrupt();   // Pressed by a key.
  byId("text").focus({ preventScroll: true });
});
addEventListener("keydown", (event) => { if (event.key === "Escape") player.interrupt(); });

function showStop() {
  requestAnimationFrame(showStop);
  byId("stop").hidden = !captions.isSpeaking && !conversation.isWaiting;
}
showStop();

// Speaking to her

new Ears(player, conversation, user, byId("ear"));

// Directing

const director = new Director(player, { panel: byId("director") });
director.addEventListener("character", ({ detail }) => {
  byId("name").textContent = detail.title;
  document.title = `${detail.title} · Bunraku`;
});
const tabs = { talk: byId("tab-talk"), direct: byId("tab-direct") };
for (const [name, tab] of Object.entries(tabs)) {
  tab.textContent = words.tabs[name];
  tab.addEventListener("click", () => {
    byId("director").hidden = name !== "direct";
    for (const other of Object.values(tabs)) other.ariaSelected = String(other === tab);
  });
}

follow(player, user, byId("stage"), [byId("picture"), byId("film")]);

player.connect();
// A phone's keyboard would hide her.
if (matchMedia("(pointer: fine)").matches) byId("text").focus({ preventScroll: true });
