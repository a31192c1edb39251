// Draws texts at the boundaries of each rule of the score: draw.mjs VOCABULARY.json SEED > drawn.json
//
// A vocabulary has for each language nouns, participles, keyphrases, and sentences with {n}, {N} (a noun, with a
// capital) and {p} (a participle): passive ones, active ones (some of which look passive), and ones that begin or go
// on with a connective. What is drawn names sentences by number, so that a set can be read and kept small.
import { readFileSync } from "node:fs";
import { fieldCases } from "./fields.mjs";
import { phraseCases } from "./phrases.mjs";
import { seeded } from "./random.mjs";

const [, , file, seed] = process.argv;
if (!file || !seed) {
  console.error("usage: draw.mjs VOCABULARY.json SEED > drawn.json");
  process.exit(2);
}

/** Three sentences of each pattern, with other nouns and participles each. */
function written(patterns, { nouns, participles }) {
  const sentences = [];
  for (const [i, pattern] of patterns.entries()) {
    for (let turn = 0; turn < 3; turn++) {
      const k = sentences.length;
      const noun = nouns[(k * 3 + i + turn) % nouns.length];
      const participle = participles[(k * 5 + i * 2 + turn) % participles.length];
      const named = pattern.replaceAll("{n}", noun).replaceAll("{N}", capital(noun));
      sentences.push(named.replaceAll("{p}", participle));
    }
  }
  return sentences;
}

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

const texts = [];
const cases = [];
for (const [lang, words] of Object.entries(JSON.parse(readFileSync(file, "utf8")))) {
  const numbers = new Map();
  const [active, passive, linked] = [words.active, words.passive, words.linked].map((patterns) =>
    written(patterns, words),
  );
  for (const sentence of [...active, ...passive, ...linked]) {
    numbers.set(sentence, numbers.size);
    texts.push([lang, sentence]);
  }
  const set = {
    lang,
    words,
    active,
    passive,
    linked,
    random: seeded(`${seed} ${lang}`),
    /** The sentence by its number. */
    at: (sentence) => `{${numbers.get(sentence)}}`,
  };
  for (const found of [...fieldCases(set), ...phraseCases(set)]) cases.push({ ...found, lang });
}
process.stdout.write(JSON.stringify({ cases, texts }));
