import type { Item, ItemAt, ProductRef, ShopOverview, Warning } from "@/contract";
import { moment } from "@/lib/format";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { isHtml } from "./fields";
import { distinct } from "./notes";
import { publishingWords } from "./publishingWords";
import { isOffline } from "./shop";
import { isClaim } from "./warning";

/**
 * The mark that a row shows. In a shop opened from a file nothing is published: texts are collected for the file
 * that is exported.
 */
export function shownMark(item: Item, shop: Pick<ShopOverview, "kind"> | undefined) {
  return item.mark === "published" ? publishingWords(shop).mark : item.mark;
}

/** The line under the word: when, why, or what comes next. */
export function markNote(item: Item, shop?: Pick<ShopOverview, "halted" | "kind">): string {
  const words = t.jobs.items;
  const why = item.brief;
  switch (item.mark) {
    case "published":
      return (!item.error && publishingWords(shop).next) || publishedNote(item);
    case "changed":
      return changeNote(item);
    case "rewriting":
      return rewriteNote(item);
    case "unpublished":
      return openNote(item);
    case "rejected":
      return words.shopKeeps;
    case "conflict":
      return item.error?.code === "shop_readback" ? words.answered : words.changedBefore;
    case "failed":
      return item.state === "failed"
        ? words.notWritten(why)
        : publishingWords(shop).notPublished(why);
    case "queued":
      return waitsFor(shop);
    case "publishing":
      return words.sending;
    default:
      return why;
  }
}

function openNote(item: Item): string {
  const words = t.jobs.items;
  const { error, rewrite } = item;
  if (error?.code === "shop_late") return error.message;
  if (rewrite?.state === "failed") return words.notWrittenAgain(rewrite.brief);
  if (item.decision === "approved") return words.approvedBy;
  if (rewrite?.state === "written") return t.regenerating.rewrittenMark;
  if (item.alike) return words.alikeHeld;
  return item.held_back ? words.heldBack : words.toReview;
}

function rewriteNote({ rewrite }: Item): string {
  const words = t.jobs.items;
  switch (rewrite?.state) {
    case "writing":
      return words.draftStays;
    case "paused":
      return words.rewritePaused(rewrite.brief);
    default:
      return words.waitsTurn;
  }
}

function publishedNote(item: Item): string {
  // An undo that left it alone, or failed, says so.
  if (item.error) return item.error.message;
  if (item.since === "replaced") return t.jobs.items.replaced;
  if (item.since === "taken_over") return t.jobs.items.takenOver;
  return item.published_at ? moment(item.published_at) : "";
}

/** The shop's text in place of a published one, and when it was seen. */
function changeNote({ changed }: Item): string {
  if (!changed) return "";
  const at = moment(changed.seen_at);
  return changed.on_shop.text === "" ? t.jobs.items.emptyNow(at) : t.jobs.items.otherText(at);
}

function waitsFor(shop: Pick<ShopOverview, "halted"> | undefined): string {
  if (!shop?.halted) return t.jobs.items.waitsTurn;
  return isOffline(shop) ? t.outbox.waitsForNetwork : t.outbox.waitsForShop;
}

/** The draft as it reads in a row. */
export function draftWords(item: Item): string {
  return isHtml(item.field) ? plainText(item.content) : item.content;
}

/** Warnings that a person should read, and their collective name. */
export function remarks(item: Item): { all: Warning[]; words: string } {
  const all = distinct((item.warnings ?? []).filter(({ severity }) => severity !== "info"));
  const claims = all.every(isClaim);
  const words = claims ? t.jobs.items.claims : t.jobs.items.warnings;
  return { all, words: words(all.length) };
}

/** The shop's text changed under the draft, and no one has decided yet which one stays. */
export function isConflict(item: Item): boolean {
  return item.can.overwrite;
}

/** The other products that show the item's image; its alt text is theirs too. */
export function otherProducts(item: Pick<Item, "product" | "products">): ProductRef[] {
  return (item.products ?? []).filter(({ id }) => id !== item.product.id);
}

/** The draft as it is on screen, for a decision or a publication. */
export function asShown(
  item: Pick<Item, "id" | "revision"> & Partial<Pick<Item, "on_shop">>,
): ItemAt {
  const draft = { id: item.id, revision: item.revision };
  return item.on_shop ? { ...draft, on_shop: item.on_shop } : draft;
}
