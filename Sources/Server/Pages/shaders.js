// A shader is written here, and drawn twice: by the server's processor, and by this browser's WebGL.

import { drawShader } from "/shade.js";
import { LOUDER, compare, paint, straight } from "/compare.js";
import { Paper } from "/paper.js";
import { words } from "/words.js";

const SIZE = { width: 320, height: 384 };
// Reads the picture and leaves it as it is: so the browser gets the very bytes that the server draws over.
const SAME = "precision mediump float; varying vec2 v_uv; uniform sampler2D u_layer; void main() { gl_FragColor = texture2D(u_layer, v_uv); }";
const FIRST = "hologram";
const say = words.shaders;

const part = (id) => document.getElementById(id);
const paper = new Paper({ source: part("source"), numbers: part("numbers"), complaints: part("complaints") });
const moment = { time: 1, mood: [0, 0, 0.5], speech: 0.5, seed: 0.25 };
let uniforms = [];
const layers = new Map();

async function ask(path, body) {
  const answer = await fetch(path, body && {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  });
  if (!answer.ok) throw (await answer.json()).error;
  return answer;
}

async function drawHere(source, more) {
  const { width, height } = SIZE;
  const answer = await ask("/v1/shaders/draw", {
    source, size: `${width}x${height}`, character: part("character").value, format: "rgba", ...more,
  });
  return new Uint8Array(await answer.arrayBuffer());
}

function layer() {
  const who = part("character").value;
  if (!layers.has(who)) layers.set(who, drawHere(SAME));
  return layers.get(who);
}

// What WebGL says when it is asked to compile: "ERROR: 0:7: 'x' : undeclared identifier".
function complaintsOfWebGL(text) {
  return [...text.matchAll(/ERROR: \d+:(\d+): (.*)/g)].map(([, line, what]) => ({ line: Number(line), who: "WebGL", what }));
}

function drawThere(source, card, pixels) {
  try {
    return { drawn: drawShader(source, {
      ...SIZE, pixels, passes: card?.passes ?? 1, moment,
      uniforms: uniforms.map(({ name, type, value }) => ({ name, initial: value, isWhole: type.startsWith("i") })),
    }) };
  } catch ({ message }) {
    const complaints = complaintsOfWebGL(message);
    return { complaints, note: complaints.length ? "" : message };
  }
}

function tell(text, isFar = false) {
  part("verdict").textContent = text;
  part("verdict").classList.toggle("far", isFar);
}

async function draw() {
  const source = paper.text;
  const pixels = await layer();
  let card, mine, complaints = [], note = "";
  try {
    card = await (await ask("/v1/shaders/check", { source })).json();
    offer(card.uniforms);
    mine = await drawHere(source, { ...moment, uniforms: Object.fromEntries(uniforms.map(({ name, value }) => [name, value])) });
  } catch (error) {
    if (error.line) complaints.push({ line: error.line, who: say.server, what: `${error.message} ${error.hint}` });
    else note = error.message ? `${error.message} ${error.hint ?? ""}` : String(error);
  }
  if (source !== paper.text) return;
  const its = drawThere(source, card, pixels);
  complaints = complaints.concat(its.complaints ?? []);
  paper.complain(complaints);
  document.body.dataset.state = mine && its.drawn ? "drawn" : "refused";
  if (mine) paint(part("here"), straight(mine), SIZE);
  if (its.drawn) paint(part("there"), straight(its.drawn), SIZE);
  if (!mine || !its.drawn) {
    const only = mine ? say.onlyHere : its.drawn ? say.onlyThere : "";
    return tell(note || its.note || [complaints[0] && `${say.line} ${complaints[0].line}: ${complaints[0].what}`, only].filter(Boolean).join(" "), true);
  }
  const { largest, unlike, picture } = compare(mine, its.drawn);
  paint(part("apart"), picture, SIZE);
  part("apart").dataset.largest = largest;
  const cost = `${card.instructions} ${say.instructions}, ${card.fetches} ${say.fetches}, ${card.nanosecondsPerPixel} ${say.cost}`;
  tell(`${say.largest} ${largest} / 255; ${(unlike * 100).toFixed(2)} % ${say.unlike}. ${cost}`, largest > 8 || unlike > 0.001);
}

// One picture after the other; what changed meanwhile is drawn next.
let isDrawing = false, isStale = false;

async function refresh() {
  isStale = true;
  if (isDrawing) return;
  isDrawing = true;
  while (isStale) {
    isStale = false;
    try { await draw(); } catch (error) { tell(error.message ?? String(error), true); }
  }
  isDrawing = false;
}

// The dials: the moment, and the shader's own uniforms

function dials(title, values, [least, most], isWhole, turn) {
  const label = document.createElement("label"), row = document.createElement("div"), shown = document.createElement("output");
  label.textContent = title;
  row.className = "dials";
  const read = () => { shown.textContent = values.length === 1 ? Number(values[0]).toFixed(isWhole ? 0 : 2) : ""; };
  values.forEach((value, index) => {
    const dial = Object.assign(document.createElement("input"), {
      type: "range", min: least, max: most, step: isWhole ? 1 : "any", value, ariaLabel: title,
    });
    dial.addEventListener("input", () => {
      values[index] = Number(dial.value);
      read();
      turn();
    });
    row.append(dial);
  });
  read();
  row.append(shown);
  return [label, row];
}

function offer(declared) {
  const forms = JSON.stringify(declared);
  if (offer.last === forms) return;
  offer.last = forms;
  const old = new Map(uniforms.map(({ name, type, value }) => [name + type, value]));
  uniforms = declared.map(({ name, type, initial, range, note }) => ({
    name, type, range, note, value: old.get(name + type) ?? [initial].flat(),
  }));
  const [time, speech] = [[moment.time], [moment.speech]];
  const timeDials = dials(say.time, time, [0, 10], false, () => { moment.time = time[0]; refresh(); });
  const play = Object.assign(document.createElement("button"), { type: "button", id: "play", textContent: say.play });
  play.ariaPressed = String(isPlaying);
  play.addEventListener("click", () => {
    isPlaying = !isPlaying;
    play.ariaPressed = String(isPlaying);
    if (isPlaying) run(timeDials[1]);
  });
  timeDials[1].append(play);
  part("moment").replaceChildren(
    ...timeDials, ...dials(say.mood, moment.mood, [-1, 1], false, refresh),
    ...dials(say.speech, speech, [0, 1], false, () => { moment.speech = speech[0]; refresh(); }),
    ...uniforms.flatMap(({ name, type, range, note, value }) => dials(
      note ? `${name}: ${note}` : name, value,
      range ?? [Math.min(0, ...value), Math.max(1, ...value.map((number) => number * 2))], type.startsWith("i"), refresh)));
}

let isPlaying = false;

async function run(row) {
  const dial = row.querySelector("input"), shown = row.querySelector("output");
  let last = performance.now();
  while (isPlaying && row.isConnected) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    moment.time = (moment.time + (now - last) / 1000) % 10;
    last = now;
    dial.value = moment.time;
    shown.textContent = moment.time.toFixed(2);
    await refresh();
  }
}

// Choosing and writing

async function choose(name) {
  try {
    paper.text = (await (await ask(`/v1/shaders/${encodeURIComponent(name)}`)).json()).source;
    uniforms = [];
    offer.last = undefined;
    await refresh();
  } catch (error) { tell(error.message, true); }
}

function options(select, names, chosen) {
  select.replaceChildren(...names.map(({ name, title }) => new Option(title ?? name, name, name === chosen, name === chosen)));
}

let pause;
paper.addEventListener("written", () => {
  document.body.dataset.state = "drawing";
  clearTimeout(pause);
  pause = setTimeout(refresh, 250);
});
part("shader").addEventListener("change", () => choose(part("shader").value));
part("character").addEventListener("change", refresh);
part("keep").addEventListener("click", () => {
  part("keep").href = URL.createObjectURL(new Blob([paper.text], { type: "text/plain" }));
  part("keep").download = `${part("shader").value}.frag`;
});

function name() {
  document.querySelector("#draft h1").textContent = say.title;
  document.querySelectorAll("#draft label span").forEach((span, index) => { span.textContent = [say.shader, words.character][index]; });
  part("keep").textContent = say.keep;
  part("keep").href = "#";
  part("source").ariaLabel = say.text;
  const captions = [say.here, say.there, `${say.apart} ×${LOUDER}`];
  document.querySelectorAll("figure").forEach((figure, index) => {
    figure.querySelector("figcaption").textContent = captions[index];
    figure.querySelector("canvas").ariaLabel = captions[index];
    Object.assign(figure.querySelector("canvas"), SIZE);
  });
}

name();
const wanted = new URLSearchParams(location.search);
const [shaders, characters, room] = await Promise.all(
  ["/v1/shaders", "/v1/characters", "/v1/rooms/main"].map(async (path) => (await ask(path)).json()));
options(part("character"), characters, room.character);
const first = [wanted.get("shader"), FIRST].find((name) => shaders.some((shader) => shader.name === name)) ?? shaders[0]?.name;
options(part("shader"), shaders, first);
if (first) await choose(first);
