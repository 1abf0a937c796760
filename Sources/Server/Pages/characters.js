// Characters are made of a few words here, and moved by sliders; every change is a version to go back to.

import { words } from "/words.js";

const say = words.characters;
const part = (id) => document.getElementById(id);
let chosen = new URLSearchParams(location.search).get("character");
let present = null;

async function ask(path, method = "GET", body) {
  const answer = await fetch(path, body === undefined ? { method } : {
    method, headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  });
  if (!answer.ok) {
    const { error } = await answer.json();
    throw new Error(`${error.message} ${error.hint}`);
  }
  return answer.status === 204 ? null : answer.json();
}

function tell(text, isWrong = false) {
  part("told").textContent = text;
  part("told").classList.toggle("wrong", isWrong);
}

/// Runs something that may be refused, and shows the reason.
async function attempt(work) {
  try { await work(); } catch (error) { tell(error.message, true); }
}

function dials(kind, heading) {
  const box = part(kind);
  const title = document.createElement("h3");
  title.textContent = heading;
  box.replaceChildren(title);
  for (const [name, value] of Object.entries(present[kind])) {
    const label = document.createElement("label");
    const slider = Object.assign(document.createElement("input"), {
      type: "range", min: 0, max: 100, value: Math.round(value * 100), id: `${kind}-${name}`,
    });
    const output = document.createElement("output");
    label.htmlFor = slider.id;
    label.textContent = say.names[name] ?? name;
    output.textContent = slider.value;
    slider.addEventListener("input", () => {
      output.textContent = slider.value;
      part("save").disabled = false;
    });
    slider.dataset.name = name;
    box.append(label, slider, output);
  }
}

function show(portrait) {
  present = portrait;
  chosen = portrait.name;
  history.replaceState(null, "", `?character=${chosen}`);
  part("title").textContent = portrait.title;
  part("kind").textContent = portrait.archetype ?? "";
  part("description").value = portrait.description;
  dials("traits", say.traits);
  dials("speech", say.speech);
  part("save").disabled = true;
  for (const button of part("names").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.dataset.name === chosen);
  }
}

async function list() {
  const all = await ask("/v1/characters");
  part("names").replaceChildren(...all.map(({ name, title, archetype }) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    const kind = document.createElement("small");
    button.type = "button";
    button.dataset.name = name;
    kind.textContent = archetype ?? "";
    button.append(title, kind);
    button.addEventListener("click", () => attempt(() => choose(name)));
    line.append(button);
    return line;
  }));
  return all.map(({ name }) => name);
}

async function choose(name) {
  show(await ask(`/v1/characters/${name}`));
  const versions = await ask(`/v1/characters/${name}/versions`);
  const options = versions.reverse().map(({ version, time }) => new Option(
    `${version} · ${new Date(time * 1000).toLocaleString()}`, version));
  part("versions").replaceChildren(...options);
  part("versions").parentElement.hidden = options.length === 0;
}

const values = (kind) => Object.fromEntries(
  [...part(kind).querySelectorAll("input")].map((slider) => [slider.dataset.name, slider.value / 100]));

part("save").addEventListener("click", () => attempt(async () => {
  await ask(`/v1/characters/${chosen}`, "PATCH", {
    description: part("description").value, traits: values("traits"), speech: values("speech"),
  });
  await choose(chosen);
  tell(say.saved);
}));

part("stage").addEventListener("click", () => attempt(async () => {
  await ask("/v1/rooms/main", "PATCH", { character: chosen });
  tell(say.onStage);
}));

part("versions").addEventListener("change", () => attempt(async () => {
  await ask(`/v1/characters/${chosen}/restore`, "POST", { version: Number(part("versions").value) });
  await choose(chosen);
  tell(say.restored);
}));

part("description").addEventListener("input", () => { part("save").disabled = false; });

part("idea").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const button = part("idea").querySelector("button");
    button.disabled = true;
    try {
      const made = await ask("/v1/characters", "POST", { prompt: part("prompt").value });
      part("prompt").value = "";
      await list();
      await choose(made.name);
      tell(say.made);
    } finally { button.disabled = false; }
  });
});

document.querySelector("#cast h1").textContent = say.heading;
part("prompt").placeholder = say.idea;
part("prompt").setAttribute("aria-label", say.idea);
part("description").setAttribute("aria-label", say.description);
part("idea").querySelector("button").textContent = say.make;
part("save").textContent = say.save;
part("stage").textContent = say.stage;
part("versions").previousElementSibling.textContent = say.versions;
attempt(async () => {
  const all = await list();
  await choose(all.includes(chosen) ? chosen : all[0]);
  document.body.dataset.state = "ready";
});
