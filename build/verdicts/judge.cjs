// Has the reference analyser judge what draw.mjs drew: judge.cjs DRAWN.json FOLDER NAME
//
// Writes FOLDER/NAME.jsonl (a rule, a text and the points that the analyser gives) and NAME.txt (the sentences that
// the texts are made of). The analyser is the npm package yoastseo, installed where NODE_PATH says; it is run as a
// black box, in a process of its own for each language, and nothing of it is kept.
const { spawnSync } = require("node:child_process");
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const [, , file, folder, name, only] = process.argv;
if (!name) {
  console.error("usage: judge.cjs DRAWN.json FOLDER NAME");
  process.exit(2);
}
const { cases, texts } = JSON.parse(readFileSync(file, "utf8"));

/** The analyser's names of the rules. */
const RULES = {
  passive_voice: "passiveVoice",
  transition_words: "textTransitionWords",
  sentence_length: "textSentenceLength",
  paragraph_length: "textParagraphTooLong",
  subheading_distance: "subheadingsTooLong",
  keyphrase_density: "keyphraseDensity",
  keyphrase_in_first_paragraph: "introductionKeyword",
  keyphrase_in_seo_title: "keyphraseInSEOTitle",
  keyphrase_in_meta_description: "metaDescriptionKeyword",
  keyphrase_length: "keyphraseLength",
  keyphrase_in_handle: "slugKeyword",
  meta_description_length: "metaDescriptionLength",
  description_length: "textLength",
  h1_in_text: "singleH1",
};
const OF_THE_TEXT = new Set(Object.keys(RULES).slice(0, 5));
const LOCALES = { en: "en_US", de: "de_DE", fr: "fr_FR", es: "es_ES" };

/** The points of each case of one language, null where the analyser says nothing. */
function judged(lang) {
  const { Paper } = require("yoastseo");
  const language = `yoastseo/build/languageProcessing/languages/${lang}/Researcher`;
  const Researcher = require(language).default;
  const pages = "yoastseo/build/scoring/assessors/productPages";
  const ofPhrase = require(`${pages}/seoAssessor.js`).default;
  const ofText = require(`${pages}/contentAssessor.js`).default;
  const sentences = texts.filter(([code]) => code === lang).map(([, text]) => text);
  const link = "https://example.com";
  const links = ["introductionKeyphrase", "keyphraseLength", "keyphraseDensity"].flatMap((of) => [
    [`${of}UrlTitle`, link],
    [`${of}CTAUrl`, link],
  ]);
  const options = Object.fromEntries(links);
  Object.assign(options, { marker() {}, subheadingUrlTitle: link, subheadingCTAUrl: link });
  return cases.map((c) => {
    if (c.lang !== lang) return undefined;
    const html = (c.html || "<p>x</p>").replaceAll(/\{(\d+)(?:\*([^}]*))?\}/g, (_, n, word) =>
      word === undefined ? sentences[Number(n)] : word.repeat(Number(n)),
    );
    const paper = new Paper(html, {
      keyword: c.phrase || "",
      title: c.title || "",
      titleWidth: 300,
      description: c.meta || "",
      slug: c.handle || "",
      locale: LOCALES[lang],
    });
    const Assessor = OF_THE_TEXT.has(c.rule) ? ofText : ofPhrase;
    const assessor = new Assessor(new Researcher(paper), options);
    assessor.assess(paper);
    const found = assessor.getValidResults().find((r) => r.getIdentifier() === RULES[c.rule]);
    return found ? found.getScore() : null;
  });
}

if (only) {
  process.stdout.write(JSON.stringify(judged(only).map((points) => points ?? null)));
  process.exit(0);
}

const points = {};
for (const lang of new Set(cases.map((c) => c.lang))) {
  const run = spawnSync(process.execPath, [__filename, file, folder, name, lang], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  points[lang] = JSON.parse(run.stdout.slice(run.stdout.lastIndexOf("\n") + 1));
}
const lines = cases.map(({ rule, lang, ...rest }, i) =>
  JSON.stringify({ rule, lang, points: points[lang][i], ...rest }),
);
writeFileSync(join(folder, `${name}.jsonl`), `${lines.join("\n")}\n`);
writeFileSync(join(folder, `${name}.txt`), `${texts.map((text) => text.join("\t")).join("\n")}\n`);
const silent = lines.filter((line) => line.includes('"points":null')).length;
console.error(`${lines.length} cases, ${silent} of which the analyser says nothing of`);
