// The transparent picture for OBS: nothing but her, and her voice.

import { Player } from "/player.js";

const query = new URLSearchParams(location.search);
const player = new Player({
  canvas: document.getElementById("picture"), film: document.getElementById("film"),
  room: query.get("room") ?? "main", alpha: "packed", via: query.get("via") ?? undefined,
});
player.setMuted(query.has("muted"));
const connected = player.connect();
// OBS lets sound play at once; an ordinary browser waits for a click.
const unlock = () => connected.then(() => player.unlock()).catch(() => {});
unlock();
addEventListener("pointerdown", unlock);
globalThis.bunraku = player;
