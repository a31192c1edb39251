/** Most words of a sentence, by language. */
const LONGEST = { en: 20, de: 20, fr: 20, es: 25 };

const count = (text) => text.split(/\s+/).filter(Boolean).length;

/** The words of a sentence that are words, without its marks. */
const wordsOf = (sentence) => sentence.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));

/** Cases of the rules that need no keyphrase. */
export function fieldCases(set) {
  return [
    ...passiveVoice(set),
    ...transitionWords(set),
    ...sentenceLength(set),
    ...longTexts(set),
    ...metaDescriptions(set),
    ...headings(set),
  ];
}

function paragraphs({ at, random }, sentences) {
  let html = "";
  for (let i = 0; i < sentences.length; ) {
    const n = random.pick([3, 4, 5]);
    html += `<p>${sentences.slice(i, i + n).map(at).join(" ")}</p>`;
    i += n;
  }
  return html;
}

/** One to four of about twenty sentences: 10 and 15 % are the boundaries. */
function passiveVoice(set) {
  const { active, passive, linked, random } = set;
  return Array.from({ length: 48 }, () => {
    const n = random.pick([1, 2, 3, 4]);
    const total = random.pick([20, 20, 21, 19, 26, 27]);
    const others = Array.from({ length: total - n }, () => random.pick([...active, ...linked]));
    const all = random.shuffled([...random.some(passive, n), ...others]);
    return { rule: "passive_voice", html: paragraphs(set, all) };
  });
}

/** Texts of more than 200 words: 20 and 30 % are the boundaries. */
function transitionWords(set) {
  const { active, passive, linked, random } = set;
  return Array.from({ length: 56 }, () => {
    const all = [];
    const most = random.pick([203, 230, 260]);
    while (count(all.join(" ")) < most) all.push(random.pick([...active, ...passive]));
    const share = random.pick([0.15, 0.18, 0.2, 0.22, 0.25, 0.28, 0.3, 0.32, 0.35]);
    const n = Math.round(all.length * share + random.pick([-0.5, 0, 0.5]));
    for (const i of random.some([...all.keys()], n)) all[i] = random.pick(linked);
    while (count(all.join(" ")) < 205) all.push(random.pick(active));
    return { rule: "transition_words", html: paragraphs(set, all) };
  });
}

/** Some of twenty sentences near the longest: 20 and 25 % are the boundaries. */
function sentenceLength({ lang, active, passive, random, at }) {
  return Array.from({ length: 28 }, () => {
    const all = Array.from({ length: 20 }, () => at(random.pick([...active, ...passive])));
    for (const i of random.some([...all.keys()], random.pick([3, 4, 5, 6]))) {
      const n = LONGEST[lang] + random.pick([-1, 0, 1, 1, 2]);
      const words = [];
      while (words.length < n) words.push(...wordsOf(random.pick(active).replaceAll(/[.?!;,¿]/g, "")));
      const text = words.slice(0, n).join(" ");
      all[i] = `${text.slice(0, 1).toUpperCase()}${text.slice(1).toLowerCase()}.`;
    }
    const html = [0, 4, 8, 12, 16].map((i) => `<p>${all.slice(i, i + 4).join(" ")}</p>`).join("");
    return { rule: "sentence_length", html };
  });
}

function longTexts({ words: { nouns }, active, passive, linked, random, at }) {
  const drawn = (from, n) => {
    const words = [];
    while (words.length < n) words.push(...wordsOf(random.pick(from)));
    return words.slice(0, n);
  };
  const cases = [];
  for (const n of [68, 69, 70, 71, 72, 98, 99, 100, 101, 102]) {
    const text = drawn([...active, ...linked], n).join(" ");
    cases.push({ rule: "paragraph_length", html: `<p>${at(active[0])}</p><p>${text}</p>` });
  }
  for (const n of [200, 299, 300, 301, 310, 349, 350, 351]) {
    for (const tag of ["h2", "h3", ""]) {
      const words = drawn([...active, ...passive], n);
      const body = [];
      for (let i = 0; i < n; i += 40) body.push(`<p>${words.slice(i, i + 40).join(" ")}</p>`);
      const head = tag && `<${tag}>${at(active[1])}</${tag}>`;
      cases.push({ rule: "subheading_distance", html: head + body.join("") });
    }
  }
  const word = nouns[0].split(" ").at(-1);
  for (const n of [49, 50, 51, 99, 100, 149, 150, 199, 200]) {
    cases.push({ rule: "description_length", html: `<p>{${n}*${word} }</p>` });
  }
  return cases;
}

function metaDescriptions({ active, linked, random }) {
  return [1, 100, 119, 120, 121, 122, 155, 156, 157, 170].map((n) => {
    let text = "";
    while (text.length <= n) text += `${text && " "}${random.pick([...active, ...linked])}`;
    return { rule: "meta_description_length", meta: text.slice(0, n).replace(/ $/, "x") };
  });
}

function headings({ active: [first, second, third], at }) {
  const h1 = (sentence) => `<h1>${at(sentence)}</h1>`;
  const p = `<p>${at(second)}</p>`;
  return [h1(first) + p + h1(third), p + h1(third), h1(third) + p].map((html) => ({
    rule: "h1_in_text",
    html,
  }));
}
