// The transparent picture for OBS: nothing but her, and her voice.

import { Player } from "/player.js";

const query = new URLSearchParams(location.search);
const player = new Player({
  canvas: document.getElementById("picture"), room: query.get("room") ?? "main", alpha: "packed",
});
player.setMuted(query.has("muted"));
player.connect();
// OBS lets sound play at once; an ordinary browser waits for a click.
const unlock = () => player.unlock().catch(() => {});
unlock();
addEventListener("pointerdown", unlock);
globalThis.bunraku = player;
