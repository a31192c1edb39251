/** Short words that a phrase may have within it, by language. */
const GLUE = {
  en: ["for", "with", "the"],
  de: ["für", "mit", "die"],
  fr: ["pour", "avec", "la"],
  es: ["para", "con", "la"],
};

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const count = (text) => text.split(/\s+/).filter(Boolean).length;

/** Cases of the rules about keyphrases. */
export function phraseCases(set) {
  return set.words.keyphrases.flatMap((phrase) => [
    ...titles(set, phrase),
    ...metaDescriptions(set, phrase),
    ...firstParagraphs(set, phrase),
    ...lengths(set, phrase),
    ...handles(set, phrase),
    ...densities(set, phrase),
  ]);
}

/** A phrase as texts have it: as it is, in capitals, turned round, in the plural, in part, quoted, joined, split. */
function forms(phrase, lang) {
  const words = phrase.split(" ");
  const all = [
    phrase,
    capital(phrase),
    phrase.toUpperCase(),
    words.toReversed().join(" "),
    words.map((word) => (word.length > 3 ? `${word}s` : word)).join(" "),
    words.slice(0, -1).join(" ") || phrase,
    `“${phrase}”`,
    phrase.replaceAll("-", " "),
    phrase.replaceAll(" ", "-"),
  ];
  if (words.length > 1) all.push([words[0], GLUE[lang][0], ...words.slice(1)].join(" "));
  return all;
}

function titles({ lang, random }, phrase) {
  const article = `${capital(GLUE[lang][2])} `;
  return random.some(forms(phrase, lang), 5).map((form) => ({
    rule: "keyphrase_in_seo_title",
    phrase,
    title: `${random.pick(["", "", article, "Acme: ", "100 ", "Acme | "])}${form}${random.pick(["", " | Acme", ", Acme", " – 2026"])}`,
  }));
}

function metaDescriptions({ lang, active, random }, phrase) {
  return random.some(forms(phrase, lang), 4).map((form) => {
    const parts = [random.pick(active)];
    for (let n = random.pick([0, 1, 1, 2, 3]); n > 0; n--) {
      parts.push(form, random.pick([".", ",", ":", "–"]), random.pick(active));
    }
    return { rule: "keyphrase_in_meta_description", phrase, meta: parts.join(" ") };
  });
}

function firstParagraphs({ lang, active, random, at }, phrase) {
  const any = () => at(random.pick(active));
  return random.some(forms(phrase, lang), 4).map((form) => {
    const words = form.split(" ");
    const half = Math.max(1, Math.floor(words.length / 2));
    const first = random.pick([
      `${any()} ${form}. ${any()}`,
      `${words.slice(0, half).join(" ")}. ${any()} ${words.slice(half).join(" ")}.`,
      `${any()} ${any()}`,
      any(),
    ]);
    const html = `<p>${first}</p><p>${form}. ${any()}</p>`;
    return { rule: "keyphrase_in_first_paragraph", phrase, html };
  });
}

function lengths({ lang, words: { keyphrases, nouns }, random }, phrase) {
  const more = [...random.pick(keyphrases).split(" "), ...random.pick(nouns).split(" "), ...GLUE[lang]];
  return random.some([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 4).map((n) => {
    const words = [...phrase.split(" "), ...more].slice(0, n);
    if (n > 2 && random.next() < 0.5) words.splice(1, 0, random.pick(GLUE[lang]));
    return { rule: "keyphrase_length", phrase: words.join(" ") };
  });
}

function handles({ lang, random }, phrase) {
  return random.some(forms(phrase, lang), 3).map((form) => {
    let handle = slug(form, lang);
    if (random.next() < 0.4) {
      const parts = handle.split("-");
      const n = Math.floor(parts.length / 2) + 1 + random.pick([-1, 0, 1]);
      handle = parts.slice(0, Math.max(1, n)).join("-");
    }
    if (random.next() < 0.3) handle = `acme-${handle}`;
    return { rule: "keyphrase_in_handle", phrase, handle };
  });
}

function slug(text, lang) {
  const german = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  const written = lang === "de" ? text.toLowerCase().replaceAll(/[äöüß]/g, (c) => german[c]) : text.toLowerCase();
  const plain = written.normalize("NFD").replaceAll(/\p{M}|['’]/gu, "");
  return plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
}

/** 0.5, 3 and 4 % are the boundaries, in texts of 100 words and more; in shorter ones one and two mentions. */
function densities({ lang, active, passive, random, at }, phrase) {
  return Array.from({ length: 14 }, () => {
    const total = random.pick([60, 90, 99, 100, 101, 150, 220, 300]);
    const percent = random.pick([0.3, 0.45, 0.5, 0.55, 1, 2, 2.8, 3, 3.2, 3.8, 4.2]);
    const mentions =
      total <= 100
        ? random.pick([0, 1, 2, 3, 4])
        : Math.round((percent / 100) * total * random.pick([1, 1, 1, 0.7]));
    const all = [];
    let words = 0;
    while (words < total - mentions * count(phrase)) {
      const sentence = random.pick([...active, ...passive]);
      all.push(at(sentence));
      words += count(sentence);
    }
    for (let n = 0; n < mentions; n++) {
      const form = random.next() < 0.8 ? phrase : random.pick(forms(phrase, lang));
      const end = random.pick([".", ".", `, ${at(random.pick(active))}`]);
      all.splice(random.below(all.length + 1), 0, capital(form) + end);
    }
    let html = "";
    for (let i = 0; i < all.length; i += 4) html += `<p>${all.slice(i, i + 4).join(" ")}</p>`;
    return { rule: "keyphrase_density", phrase, html };
  });
}
