import type {
  CollectionDesk,
  Desk,
  DeskChange,
  Field,
  Image,
  Item,
  OwnDraft,
  OwnText,
  PlaceRef,
  Publication,
  Reason,
  TextEdit,
  Value,
} from "@/contract";
import { t } from "@/strings";
import { isHtml } from "./fields";

/** A product or a collection, with every draft and publication of it. */
export type AnyDesk = Desk | CollectionDesk;

/** What has the texts: a product or a collection. */
export interface Holder {
  kind: "product" | "collection";
  id: string;
  shop: string;
  handle: string;
  title: string;
  /** Its page on the shop, "" if none is known. */
  url: string;
  picture: string;
  images: Image[];
  /** What else the head of its page says. */
  notes: string[];
}

export function holderOf(desk: AnyDesk): Holder {
  if ("collection" in desk) {
    const { id, shop_id: shop, handle, title, image_url: picture, ...rest } = desk.collection;
    const products = t.collections.products(rest.product_count);
    const notes = rest.missing ? [products, t.collections.missing] : [products];
    return { kind: "collection", id, shop, handle, title, url: "", picture, images: [], notes };
  }
  const { id, shop_id: shop, handle, title, url, vendor, status } = desk.product;
  const images = desk.product.images ?? [];
  const notes = [vendor, t.products.status[status] ?? ""].filter(Boolean);
  const picture = images[0]?.url ?? "";
  return { kind: "product", id, shop, handle, title, url, picture, images, notes };
}

/** A place that holds a text: a field of a product or collection, or the alt text of one image. */
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
  /** The revision of the saved draft that it goes on from, 0 for none. */
  saw: number;
}

export type Edits = Record<string, Edit>;

export type TextStatus = "same" | "changed" | "sending" | "conflict" | "failed";

/** A slot as the editor shows it. */
export interface TextState extends Slot {
  text: string;
  status: TextStatus;
  /** The draft that is saved for it and not published. */
  own: OwnDraft | undefined;
  /** The text is not in the data file: neither the shop's nor a saved draft. */
  loose: boolean;
  /** Another window saved a draft since the person began: it is not replaced unasked. */
  overtaken: boolean;
  /** The person's text, typed or saved. */
  edit: Edit | undefined;
  /** The slot's newest publication. */
  newest: Publication | undefined;
  /** The text that Galley published there, if the shop has another one now. */
  since: DeskChange | undefined;
  /** Why it was not published, if it failed. */
  reason: Reason | undefined;
}

/** Every place that the editor shows, in its order. */
function slotsOf({ texts }: AnyDesk, images: Image[]): Slot[] {
  return (texts ?? []).map(({ field, image_id, now }) => ({
    key: slotKey(field, image_id),
    field,
    image: images.find(({ id }) => id === image_id),
    now,
  }));
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
 * Whether two texts are the same for the shop, as the person types; what is saved is compared by Galley again, by
 * the same cases. Line ends do not count, as a text field cannot keep them; in plain text neither does extra white
 * space, which is removed before a text is sent.
 */
export function sameText(field: Field, a: string, b: string): boolean {
  if (a === b) return true;
  if (isHtml(field)) return unfold(a) === unfold(b);
  const fitted = (text: string) => text.trim().replace(/\s+/g, " ");
  return fitted(a) === fitted(b);
}

const isOpen = (p: Publication | undefined) => p?.state === "queued" || p?.state === "publishing";

/** The state of each slot: the shop's text, a person's, queued, refused. */
export function textStates(desk: AnyDesk, edits: Edits): TextState[] {
  const publications = desk.publications ?? [];
  return slotsOf(desk, holderOf(desk).images).map((slot) => {
    const newest = publications.find((p) => slotOfPublication(p) === slot.key);
    const own = ownAt(desk.own ?? [], slot.key);
    const typed = isSettled(edits[slot.key], newest) ? undefined : edits[slot.key];
    const edit = typed ?? (own && editOfDraft(own));
    const status = edit ? statusOf(slot, edit, newest) : isOpen(newest) ? "sending" : "same";
    const text = edit?.text ?? slot.now.text;
    const reason = status === "failed" ? (newest?.error ?? undefined) : undefined;
    const since = desk.changed?.find(
      (change) => slotKey(change.field, imageAt(change.place)) === slot.key,
    );
    const kept = besideDraft(own, typed, status);
    return { ...slot, text, status, newest, since, reason, own, edit, ...kept };
  });
}

const ownAt = (own: OwnDraft[], key: string) =>
  own.find((o) => slotKey(o.field, o.image_id || undefined) === key);

/** What is typed beside the draft that is saved. */
function besideDraft(own: OwnDraft | undefined, typed: Edit | undefined, status: TextStatus) {
  const loose = typed !== undefined && (own ? own.content !== typed.text : status !== "same");
  return { loose, overtaken: loose && own !== undefined && typed.saw !== own.revision };
}

/** A saved draft is an edit that outlived its page. */
function editOfDraft({ content, expected, revision }: OwnDraft): Edit {
  return { text: content, expected, saw: revision };
}

/** The newest publication, if it is the one of the edit. */
function sentBy(edit: Edit, newest: Publication | undefined): Publication | undefined {
  return newest && edit.sent && newest.id !== edit.sent.after ? newest : undefined;
}

/** Once it is on the shop, an edit is done: the shop's text replaces it. */
function isSettled(edit: Edit | undefined, newest: Publication | undefined): boolean {
  return edit !== undefined && sentBy(edit, newest)?.state === "published";
}

function statusOf(slot: Slot, edit: Edit, newest: Publication | undefined): TextStatus {
  const sent = sentBy(edit, newest);
  if (edit.sent && (!sent || isOpen(sent))) return "sending";
  if (sameText(slot.field, edit.text, slot.now.text)) return "same";
  if (edit.expected.text !== slot.now.text) return "conflict";
  return edit.sent ? "failed" : "changed";
}

/** A slot after typing. Typing on top of an unsaved text keeps its base. */
export function typed(state: TextState, before: Edit | undefined, text: string): Edit {
  const goesOn = before !== undefined && state.status !== "same";
  const saw = state.loose ? (before?.saw ?? 0) : (state.own?.revision ?? 0);
  return { text, expected: goesOn ? before.expected : state.now, saw };
}

/** The person's text is to replace the shop's current one, after both were seen. */
export function keptOver(state: TextState): Edit {
  return { text: state.text, expected: state.now, saw: state.own?.revision ?? 0 };
}

/** The texts that are published: those that differ from the shop's, except those in conflict. */
export function toSave(states: TextState[]): TextState[] {
  return states.filter(
    ({ status, overtaken }) => (status === "changed" || status === "failed") && !overtaken,
  );
}

/** The texts that differ from the shop's. */
export function differing(states: TextState[]): TextState[] {
  return states.filter(({ status }) => ["changed", "failed", "conflict"].includes(status));
}

/** The texts that would be lost with the page. */
export function unsaved(states: TextState[]): TextState[] {
  return states.filter(({ loose, status }) => loose && status !== "sending");
}

/** The texts that are kept as drafts. */
export function toKeep(states: TextState[]): TextState[] {
  return unsaved(states).filter(({ overtaken }) => !overtaken);
}

/** The texts that go out in the place of an older draft, which they replace first: it would be left behind. */
export function overDrafts(states: TextState[]): TextState[] {
  return states.filter(({ own, loose }) => own !== undefined && loose);
}

/** The texts as the backend keeps them. */
export function draftsOf(states: TextState[]): OwnText[] {
  return states.map(({ field, image, text, edit, now, own }) => ({
    field,
    image_id: image?.id ?? "",
    content: text,
    expected: edit?.expected ?? now,
    revision: own?.revision ?? 0,
  }));
}

/** The texts as they are kept while they are typed, each with the draft that it goes on from. */
export function typedOf(states: TextState[]): OwnText[] {
  return draftsOf(states).map((text, i) => ({ ...text, revision: states[i]?.edit?.saw ?? 0 }));
}

/** Texts that were typed on another page, as edits of this one. */
export function editsOfTyped(texts: OwnText[]): Edits {
  const edit = ({ content, expected, revision }: OwnText) => ({
    text: content,
    expected,
    saw: revision,
  });
  return Object.fromEntries(
    texts.map((text) => [slotKey(text.field, text.image_id || undefined), edit(text)]),
  );
}

const stateOf = (states: TextState[], { field, image_id }: OwnText) =>
  states.find(({ key }) => key === slotKey(field, image_id || undefined));

/** Those of the typed texts that say something else than the page does; none of places that are gone. */
export function newTyped(states: TextState[], texts: OwnText[]): OwnText[] {
  return texts.filter((typed) => {
    const state = stateOf(states, typed);
    return state !== undefined && !sameText(state.field, state.text, typed.content);
  });
}

/** Those of the typed texts in whose places nothing is typed here: nothing is lost as they go on here. */
export function freeTyped(states: TextState[], texts: OwnText[]): OwnText[] {
  return texts.filter((typed) => !stateOf(states, typed)?.loose);
}

/** The edits once these were kept: what was typed since goes on from the draft that is kept now. */
export function markKept(edits: Edits, kept: TextState[], own: OwnDraft[]): Edits {
  const next = { ...edits };
  for (const { key, text } of kept) {
    const edit = next[key];
    const draft = ownAt(own, key);
    if (edit?.text === text) delete next[key];
    else if (edit) next[key] = { ...edit, saw: draft?.revision ?? 0 };
  }
  return next;
}

/** The texts as the backend takes them. */
export function editsOf(states: TextState[]): TextEdit[] {
  return states.map((state) => ({
    field: state.field,
    image_id: state.image?.id ?? "",
    expected: state.edit?.expected ?? state.now,
    value: { text: state.text },
  }));
}

/** The edits once these were queued. */
export function markSent(edits: Edits, states: TextState[]): Edits {
  const next = { ...edits };
  for (const { key, newest, edit: shown } of states) {
    const edit = next[key] ?? shown;
    if (edit) next[key] = { ...edit, sent: { after: newest?.id } };
  }
  return next;
}
