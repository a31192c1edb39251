import { Extension, type JSONContent } from "@tiptap/core";
import { ChangeSet, simplifyChanges } from "@tiptap/pm/changeset";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { StepMap } from "@tiptap/pm/transform";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { wordsOfPart } from "./kept";

/** Words that a note refers to: the n-th place (from 0) where the text has them. */
export interface Words {
  key: string;
  words: string;
  place: number;
  look: string | undefined;
}

interface Marks {
  changes: ChangeSet;
  own: DecorationSet;
  rings: DecorationSet;
}

const key = new PluginKey<Marks>("marks");

/** Draws rings around words, in the place of those before. */
export function ring(tr: Transaction, rings: Words[]): Transaction {
  return tr.setMeta(key, rings).setMeta("addToHistory", false);
}

/** Whether a transaction only draws rings. */
export const onlyRings = (tr: Transaction) => tr.getMeta(key) !== undefined && !tr.docChanged;

/** Underlines what a person changed since the text was `base`, and rings the words of notes. */
export function ownChanges(from: JSONContent): Extension {
  return Extension.create({
    name: "ownChanges",
    addProseMirrorPlugins: () => [
      new Plugin<Marks>({
        key,
        state: {
          init: (_, { doc }) => {
            const base = doc.type.schema.nodeFromJSON(from);
            const all = new StepMap([0, base.content.size, doc.content.size]);
            const changes = ChangeSet.create(base).addSteps(doc, base.eq(doc) ? [] : [all], null);
            return { changes, own: underlines(changes, doc), rings: DecorationSet.empty };
          },
          apply: (tr, now) => next(tr, now),
        },
        props: { decorations: (state) => drawn(state) },
      }),
    ],
  });
}

function next(tr: Transaction, now: Marks): Marks {
  const rings = tr.getMeta(key) as Words[] | undefined;
  let marks = now;
  if (tr.docChanged) {
    const changes = now.changes.addSteps(tr.doc, tr.mapping.maps, null);
    marks = {
      changes,
      own: underlines(changes, tr.doc),
      rings: now.rings.map(tr.mapping, tr.doc),
    };
  }
  return rings ? { ...marks, rings: ringed(tr.doc, rings) } : marks;
}

function drawn(state: EditorState): DecorationSet | undefined {
  const marks = key.getState(state);
  if (!marks) return undefined;
  return marks.own.add(state.doc, marks.rings.find());
}

function underlines(changes: ChangeSet, doc: DocumentNode): DecorationSet {
  const own = simplifyChanges(changes.changes, doc)
    .filter(({ fromB, toB }) => toB > fromB)
    .map(({ fromB, toB }) => Decoration.inline(fromB, toB, { "data-own": "" }));
  return DecorationSet.create(doc, own);
}

function ringed(doc: DocumentNode, rings: Words[]): DecorationSet {
  const texts = lines(doc);
  const found = rings.flatMap(({ key: of, words, place, look }) => {
    const at = placeOf(texts, words, place);
    if (at === undefined) return [];
    const attributes = { nodeName: "mark", "data-key": of, ...(look ? { "data-look": look } : {}) };
    return [Decoration.inline(at, at + words.length, attributes)];
  });
  return DecorationSet.create(doc, found);
}

interface Line {
  text: string;
  /** The position of its first character, undefined for a box. */
  start: number | undefined;
}

/** The document's text, line by line, with the words of boxes. */
function lines(doc: DocumentNode): Line[] {
  const found: Line[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "keptBlock") {
      found.push({ text: wordsOfPart(String(node.attrs.html)), start: undefined });
    }
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, "\uFFFC");
    found.push({ text, start: at + 1 });
    return false;
  });
  return found;
}

function placeOf(texts: Line[], words: string, place: number): number | undefined {
  if (words === "") return undefined;
  let left = place;
  for (const { text, start } of texts) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      if (left-- === 0) return start === undefined ? undefined : start + at;
    }
  }
  return undefined;
}
