// What is remembered of a user: to look at, correct, keep private, take along, bring back and forget.

import { words } from "/words.js";

const say = words.memory;
const part = (id) => document.getElementById(id);
let user = new URLSearchParams(location.search).get("user") ?? "guest";

async function ask(path, method = "GET", body) {
  const answer = await fetch(`${path}?user=${encodeURIComponent(user)}`, body === undefined ? { method } : {
    method, headers: { "content-type": "application/json" }, body: typeof body === "string" ? body : JSON.stringify(body),
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

/// Runs something that may be refused, shows the reason, and looks again.
async function attempt(work, done = "") {
  try {
    await work();
    await look();
    tell(done);
  } catch (error) { tell(error.message, true); }
}

function button(label, work) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", () => attempt(work));
  return made;
}

function line(...parts) {
  const made = document.createElement("li");
  made.append(...parts);
  return made;
}

function small(text) {
  const made = document.createElement("small");
  made.textContent = text;
  return made;
}

const day = (seconds) => new Date(seconds * 1000).toLocaleDateString();

function fact({ id, relation, value, validFrom, validUntil, confidence, private: isPrivate }) {
  const input = Object.assign(document.createElement("input"), { value, maxLength: 400, disabled: validUntil !== undefined });
  input.setAttribute("aria-label", relation);
  input.addEventListener("change", () => attempt(() => ask(`/v1/memory/facts/${id}`, "PATCH", { value: input.value })));
  const made = line(
    small(relation), input,
    small(`${day(validFrom)}${validUntil === undefined ? "" : ` – ${day(validUntil)}`} · ${Math.round(confidence * 100)} %`),
    button(isPrivate ? say.private : say.open, () => ask(`/v1/memory/facts/${id}`, "PATCH", { private: !isPrivate })),
    button(say.forgetOne, () => ask(`/v1/memory/facts/${id}`, "DELETE")));
  made.dataset.fact = id;
  made.classList.toggle("past", validUntil !== undefined);
  return made;
}

async function look() {
  const memory = await ask("/v1/memory");
  history.replaceState(null, "", `?user=${encodeURIComponent(user)}`);
  part("export").href = `/v1/memory/export?user=${encodeURIComponent(user)}`;
  part("facts").replaceChildren(...memory.facts.map(fact));
  part("diary").replaceChildren(...memory.diary.reverse().map(({ id, day: date, kind, character, text }) => line(
    small(`${date} · ${character} · ${say[kind]}`), text, button(say.forgetOne, () => ask(`/v1/memory/diary/${id}`, "DELETE")))));
  part("episodes").replaceChildren(...memory.episodes.reverse().map(({ time, text, milestone }) => line(
    small(`${day(time)}${milestone ? " ★" : ""}`), text)));
  part("habits").replaceChildren(...memory.habits.map(({ name, evidence }) => line(name, small(evidence.toFixed(1)))));
}

part("whose").addEventListener("submit", (event) => {
  event.preventDefault();
  user = part("user").value.trim() || "guest";
  attempt(async () => {});
});
part("import").querySelector("input").addEventListener("change", ({ target }) => attempt(async () => {
  await ask("/v1/memory/import", "POST", await target.files[0].text());
  target.value = "";
}, say.taken));
part("forget").addEventListener("click", () => {
  if (confirm(say.sure)) attempt(() => ask("/v1/memory", "DELETE"), say.forgotten);
});

document.querySelector("#cast h1").textContent = say.heading;
part("user").value = user;
part("user").setAttribute("aria-label", say.whose);
part("export").textContent = say.export;
part("import").querySelector("span").textContent = say.import;
part("forget").textContent = say.forget;
for (const kind of ["facts", "diary", "episodes"]) part(`${kind}-title`).textContent = say[`${kind}Title`];
attempt(async () => {}).then(() => { document.body.dataset.state = "ready"; });
