import type {
  Desk,
  DeskChange,
  Field,
  Image,
  Item,
  PlaceRef,
  Product,
  Publication,
  Reason,
  TextEdit,
  Value,
} from "@/contract";
import { isHtml } from "./fields";

/** A place of a product that holds a text: one of its fields, or the alt text of one image. */
export interface Slot {
  key: string;
  field: Field;
  image: Image | undefined;
  /** The shop's current text, as far as the local copy knows. */
  now: Value;
}

/** A person's text for a slot, kept until it is on the shop. */
export interface Edit {
  text: string;
  /** The shop's text when the edit began: another text there since is a conflict. */
  expected: Value;
  /** Set once it was queued: the slot's newest publication before that. */
  sent?: { after: string | undefined };
}

export type Edits = Record<string, Edit>;

export type TextStatus = "same" | "changed" | "sending" | "conflict" | "failed";

/** A slot as the editor shows it. */
export interface TextState extends Slot {
  text: string;
  status: TextStatus;
  /** The slot's newest publication. */
  newest: Publication | undefined;
  /** The text that Galley published there, if the shop has another one now. */
  since: DeskChange | undefined;
  /** Why it was not published, if it failed. */
  reason: Reason | undefined;
}

/** Every place of the product that the editor shows, in its order. */
export function slotsOf(product: Product): Slot[] {
  const own = (field: Field, now: Value): Slot => ({ key: field, field, image: undefined, now });
  return [
    own("title", { text: product.title }),
    own("description", { text: product.description_html }),
    own("seo_title", product.seo_title),
    own("meta_description", product.meta_description),
    ...(product.images ?? []).map(
      (image): Slot => ({
        key: slotKey("alt_text", image.id),
        field: "alt_text",
        image,
        now: image.alt,
      }),
    ),
  ];
}

export function slotKey(field: Field, image: string | undefined): string {
  return image ? `${field}:${image}` : field;
}

/** The slot of a draft. */
export function slotOfDraft(item: Pick<Item, "field" | "image">): string {
  return slotKey(item.field, item.image?.id);
}

export function slotOfPublication(p: Pick<Publication, "field" | "place">): string {
  return slotKey(p.field, imageAt(p.place));
}

/** The image at a place, undefined where that is no image. */
export const imageAt = (place: PlaceRef) => (place.kind === "image" ? place.id : undefined);

const unfold = (text: string) => text.replaceAll("\r\n", "\n");

/**
 * Whether two texts are the same for the shop. Line ends do not count, as a text field cannot keep them; in plain
 * text neither does extra white space, which is removed before a text is sent.
 */
export function sameText(field: Field, a: string, b: string): boolean {
  if (a === b) return true;
  if (isHtml(field)) return unfold(a) === unfold(b);
  const fitted = (text: string) => text.trim().replace(/\s+/g, " ");
  return fitted(a) === fitted(b);
}

const isOpen = (p: Publication | undefined) => p?.state === "queued" || p?.state === "publishing";

/** The state of each slot: the shop's text, a person's, queued, refused. */
export function textStates(desk: Desk, edits: Edits): TextState[] {
  const publications = desk.publications ?? [];
  return slotsOf(desk.product).map((slot) => {
    const newest = publications.find((p) => slotOfPublication(p) === slot.key);
    const edit = isSettled(edits[slot.key], newest) ? undefined : edits[slot.key];
    const status = edit ? statusOf(slot, edit, newest) : isOpen(newest) ? "sending" : "same";
    const text = edit?.text ?? slot.now.text;
    const reason = status === "failed" ? (newest?.error ?? undefined) : undefined;
    const since = desk.changed?.find(
      (change) => slotKey(change.field, imageAt(change.place)) === slot.key,
    );
    return { ...slot, text, status, newest, since, reason };
  });
}

/** The newest publication, if it is the one of the edit. */
function own(edit: Edit, newest: Publication | undefined): Publication | undefined {
  return newest && edit.sent && newest.id !== edit.sent.after ? newest : undefined;
}

/** Once it is on the shop, an edit is done: the shop's text replaces it. */
function isSettled(edit: Edit | undefined, newest: Publication | undefined): boolean {
  return edit !== undefined && own(edit, newest)?.state === "published";
}

function statusOf(slot: Slot, edit: Edit, newest: Publication | undefined): TextStatus {
  const sent = own(edit, newest);
  if (edit.sent && (!sent || isOpen(sent))) return "sending";
  if (sameText(slot.field, edit.text, slot.now.text)) return "same";
  if (edit.expected.text !== slot.now.text) return "conflict";
  return edit.sent ? "failed" : "changed";
}

/** A slot after typing. Typing on top of an unsaved text keeps its base. */
export function typed(state: TextState, before: Edit | undefined, text: string): Edit {
  const goesOn = before !== undefined && state.status !== "same";
  return { text, expected: goesOn ? before.expected : state.now };
}

/** The person's text is to replace the shop's current one, after both were seen. */
export function keptOver(state: TextState): Edit {
  return { text: state.text, expected: state.now };
}

/** The texts that a save sends: those changed here, except those in conflict. */
export function toSave(states: TextState[]): TextState[] {
  return states.filter(({ status }) => status === "changed" || status === "failed");
}

export function unsaved(states: TextState[]): TextState[] {
  return states.filter(({ status }) => ["changed", "failed", "conflict"].includes(status));
}

/** The texts as the backend takes them. */
export function editsOf(states: TextState[], edits: Edits): TextEdit[] {
  return states.map((state) => ({
    field: state.field,
    image_id: state.image?.id ?? "",
    expected: edits[state.key]?.expected ?? state.now,
    value: { text: state.text },
  }));
}

/** The edits once these were queued. */
export function markSent(edits: Edits, states: TextState[]): Edits {
  const next = { ...edits };
  for (const { key, newest } of states) {
    const edit = next[key];
    if (edit) next[key] = { ...edit, sent: { after: newest?.id } };
  }
  return next;
}
