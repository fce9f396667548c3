// The ways on which a file leaves the device, all of them taken by the person: saved, shared, by e-mail, as a link to
// a draft, or in public, which is not offered while the file has something in it that is nobody else's business.
(() => {
  const { form, need, all, element, say, fields, checks, pack, draft, open, translation } = komsiluk.form;
  const way = (/** @type {string} */ name) => need(`[data-way=${name}]`);
  const sent = (/** @type {string} */ text) => { need(".k-form__sent").textContent = text; };

  // Stories, people who can be recognised, and whatever nobody has vouched for go to the coordinator alone.
  komsiluk.form.isPrivate = () => {
    if (translation.id) return false;
    const values = fields.read(form) ?? {};
    return Boolean(values.stories?.length || values.images?.some(({ people }) => !["none", "not-recognisable"].includes(people ?? ""))
      || all("[data-tick]:not(:checked)", form).length);
  };
  const folder = () => translation.id ?? pack.folder();
  const title = () => translation.state()?.title ?? fields.read(form)?.title ?? "";
  const save = () => {
    checks.showAll();
    const blob = komsiluk.zip.pack(pack.whole().map(([path, content]) => [path.replace(/^[^/]+/, folder()), content]));
    const link = element("a", { href: URL.createObjectURL(blob), download: `${folder()}.zip` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    komsiluk.form.isSaved = true;
    sent(say("form.say.saved", { name: link.download }));
  };
  // Phones share texts and pictures, but neither zip nor yml: each file goes by itself, and as a text.
  const shared = () => pack.whole().map(([path, content]) => {
    const name = path.split("/").slice(1).join("--");
    return typeof content === "string" ? new File([content], name.replace(/\.yml$/, ".yml.txt"), { type: "text/plain" })
      : new File([content], name.replace("images--", ""), { type: "image/jpeg" });
  });
  const canShare = () => {
    try { return navigator.canShare?.({ files: [new File(["a"], "a.txt", { type: "text/plain" })] }) ?? false; } catch { return false; }
  };
  const copy = async (/** @type {string} */ text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* the old way, then */ }
    const field = element("textarea", { value: text });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  const DO = {
    save,
    share: async () => { checks.showAll(); try { await navigator.share({ files: shared(), title: title() }); } catch { /* thought better of it */ } },
    mail: () => {
      save();
      const query = new URLSearchParams({ subject: say("form.letter.subject", { title: title() }), body: say("form.letter.text") });
      location.href = `mailto:${form.dataset.mailbox}?${String(query).replaceAll("+", "%20")}`;
    },
    link: async () => { if (await copy(await open.toLink())) sent(say("form.say.copied")); },
  };
  for (const [name, work] of Object.entries(DO)) need(`[data-do=${name}]`).addEventListener("click", work);
  way("share").hidden = !canShare();
  way("link").hidden = typeof CompressionStream === "undefined";

  // In public: one file on GitHub after the other, its text in the clipboard; an address could not carry it.
  const isThere = (/** @type {string} */ path) => translation.id ? Boolean(translation.state()?.isThere) : Boolean(form.dataset.id) && path === "practice.yml";
  /** @type {(path: string, target: string) => string} */
  const onGitHub = (path, target) => isThere(path) ? (form.dataset.public ?? "").replace("/new/", "/edit/") + target
    : `${form.dataset.public}?filename=${encodeURIComponent(target)}`;
  const publicly = () => {
    const isPrivate = komsiluk.form.isPrivate();
    need(".k-form__private").hidden = !isPrivate;
    way("public").hidden = isPrivate || !form.dataset.public;
    if (way("public").hidden) return;
    const files = () => translation.files() ?? pack.practice();
    need("ul", way("public")).replaceChildren(...files().map(([path]) => {
      const target = path.startsWith("_") ? path : `${folder()}/${path}`;
      const button = element("button", { type: "button", className: "md-button" }, say("form.send.copy"));
      button.addEventListener("click", async () => {
        await copy(new Map(files()).get(path) ?? "");
        window.open(onGitHub(path, target), "_blank", "noopener");
        sent(say("form.say.copied"));
      });
      return element("li", {}, element("code", {}, target), " ", button);
    }));
  };

  // The bar at the foot of the screen: how many of the needed answers are missing, and a way to the next of them.
  const bar = need(".k-form__bar"), next = need("[data-do=next]", bar);
  const missing = () => checks.all().filter(({ severity }) => severity === "error");
  form.addEventListener("judged", () => {
    const n = missing().length;
    need(".k-form__count", bar).textContent = checks.summary(missing());
    next.textContent = say(n ? "form.say.next" : "form.say.to-send");
    publicly();
  });
  next.addEventListener("click", () => {
    const [first] = missing();
    if (first) checks.go(first.field);
    else { need("#part-send").scrollIntoView(); need("[data-do=save]").focus(); }
  });

  for (const hidden of [bar, need(".k-form__tools"), need("#part-check"), need("#part-send")]) hidden.hidden = false;
  draft.restore();
  open.begin();
})();
