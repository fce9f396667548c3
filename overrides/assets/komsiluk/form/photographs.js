// Photographs are drawn anew at most 1,600 pixels wide: what a camera writes beside the pixels (place, time, owner,
// a small copy of the uncropped picture) is not in what leaves the page. They stay in memory and are never stored.
komsiluk.form.photographs = (() => {
  const { form, need, all, element, say, checks } = komsiluk.form;
  const LONGEST = 1600, QUALITY = .85;
  /** @type {Map<string | undefined, Bytes>} */
  const held = new Map();

  // JPEG without any segment that is no picture: some browsers write Exif into what they draw.
  const bare = (/** @type {Bytes} */ bytes) => {
    const kept = [bytes.subarray(0, 2)];
    let at = 2;
    while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
      const end = at + 2 + (bytes[at + 2] << 8 | bytes[at + 3]);
      if (!(bytes[at + 1] > 0xe0 && bytes[at + 1] < 0xf0) && bytes[at + 1] !== 0xfe) kept.push(bytes.subarray(at, end));
      at = end;
    }
    return new Blob([...kept, bytes.subarray(at)]).arrayBuffer();
  };
  // A picture file to a canvas; the turn that a camera noted is carried out.
  const drawn = async (/** @type {Blob} */ file) => {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = element("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return canvas;
  };
  const encoded = async (/** @type {HTMLCanvasElement} */ canvas) => {
    /** @type {Blob | null} */
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", QUALITY); });
    return new Uint8Array(await bare(new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer())));
  };
  const has = (/** @type {HTMLElement} */ field) => held.has(field.dataset.file);
  const named = () => {
    const taken = new Set(all(".k-ask--photograph", form).map((field) => field.dataset.file));
    let n = 1;
    while (taken.has(`images/photo-${n}.jpg`)) n += 1;
    return `images/photo-${n}.jpg`;
  };
  /** @type {(field: HTMLElement, file: Blob, name?: string) => Promise<void>} */
  const take = async (field, file, name = field.dataset.file?.replace(/\.\w+$/, ".jpg") ?? named()) => {
    const shown = need(".k-ask__picture", field);
    try {
      const canvas = await drawn(file);
      const bytes = await encoded(canvas);
      field.dataset.file = name;
      held.set(name, bytes);
      shown.replaceChildren(canvas, element("p", {}, say("form.say.made-smaller", { n: Math.round(bytes.length / 1024) })));
    } catch {
      delete field.dataset.file;
      shown.replaceChildren(element("p", { className: "k-ask__error" }, say("form.say.picture")));
    }
    shown.hidden = false;
    checks.soon();
  };
  form.addEventListener("change", (event) => {
    const field = komsiluk.around(event, ".k-ask--photograph"), [file] = komsiluk.around(event, "input")?.files ?? [];
    if (field && file) take(field, file);
  });
  // The photographs that the answers name: path and bytes.
  /** @type {FormPhotographs["files"]} */
  const files = () => all(".k-ask--photograph", form).flatMap(({ dataset: { file = "" } }) => {
    const bytes = held.get(file);
    return bytes ? [[file, bytes]] : [];
  });
  // Pictures out of a file that the form has written before.
  /** @type {FormPhotographs["bring"]} */
  const bring = (pictures) => Promise.all(all(".k-ask--photograph", form).map((field) => {
    const bytes = pictures.get(field.dataset.file ?? "");
    return bytes && take(field, new Blob([bytes]));
  }));
  const forget = () => held.clear();
  return { has, files, bring, forget };
})();
