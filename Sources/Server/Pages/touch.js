// Her eyes follow the cursor, and a click is felt where it meets her.

const LOOK_PAUSE = 160;   // Milliseconds from one look to the next: her eyes take longer to come there.

/** @param {HTMLElement[]} pictures of the same room, one of which shows */
export function follow(player, user, stage, pictures) {
  let looked = 0;

  /** The place in the picture, 0…1, as `object-fit: cover` and `object-position: 50% 25%` lay it out. */
  const place = (picture, event) => {
    const box = picture.getBoundingClientRect(), { width, height } = player.hello;
    const scale = Math.max(box.width / width, box.height / height);
    const within = (value) => Math.min(1, Math.max(0, value));
    return {
      x: within((event.clientX - box.left - (box.width - width * scale) * 0.5) / (width * scale)),
      y: within((event.clientY - box.top - (box.height - height * scale) * 0.25) / (height * scale)),
    };
  };
  const shown = () => pictures.find((picture) => !picture.hidden);

  // All over the page: she looks to where one writes, too.
  addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || player.state !== "live" || !player.hello) return;
    if (event.timeStamp - looked < LOOK_PAUSE) return;
    looked = event.timeStamp;
    player.send({ type: "look", ...place(shown(), event) });
  });

  for (const picture of pictures) {
    picture.addEventListener("click", (event) => {
      if (!player.hello) return;
      player.send({ type: "touch", user, ...place(picture, event) });
      const ring = document.createElement("i");
      ring.className = "ring";
      const box = stage.getBoundingClientRect();
      ring.style.left = `${event.clientX - box.left}px`;
      ring.style.top = `${event.clientY - box.top}px`;
      ring.addEventListener("animationend", () => ring.remove());
      // Without animations nothing ends.
      setTimeout(() => ring.remove(), 1500);
      stage.append(ring);
    });
  }

  // A touch that met her warms the ring that is still spreading.
  player.addEventListener("touched", () => {
    for (const ring of stage.querySelectorAll(".ring")) ring.classList.add("felt");
  });
}
