import { type PublishScope, rules, type ScopeFigures, type ShopKind } from "@/contract";
import { count, duration } from "@/lib/format";
import { type FieldName, fieldNames, listed, many } from "./words";

interface Planned {
  count: number;
  replaces: number;
  field: FieldName;
  shop_kind: ShopKind;
}

const names: Record<PublishScope, string> = {
  approved: "Approved",
  without_warnings: "Without warnings",
  all: "All",
};

/** Which drafts of a job are published, and what stays out. */
export const publishScopes = {
  which: "Which drafts",
  names,
  to: (field: FieldName, collected: boolean) =>
    collected
      ? `Collect ${fieldNames[field].more} for the file of`
      : `Publish ${fieldNames[field].more} to`,
  nothing: "Nothing to publish.",
  job: (id: string, name: string, drafts: number) => `Job ${id}: ${name}, ${many(drafts, "draft")}`,
  made: (of: ScopeFigures): string => {
    if (of.count === 0) return of.scope === "approved" ? "Nobody has approved one." : "None.";
    if (of.scope === "approved") return [openedOf(of), warnedOf(of)].filter(Boolean).join(" ");
    const parts = [
      of.approved > 0 && `${count(of.approved)} approved`,
      of.open > 0 && `${count(of.open)} not decided`,
    ].filter((part): part is string => part !== false);
    const warned = of.warned > 0 ? `; ${count(of.warned)} ${has(of.warned)} a warning` : "";
    return `${listed(parts)}${warned}.`;
  },
  unopened: (n: number) => `${count(n)} nobody opened`,
  tick: (n: number, all: number, words: { button: (n: number) => string }) =>
    n === all
      ? `${words.button(n)} that nobody opened`
      : `${words.button(all)}, including ${count(n)} that nobody opened`,
  replaces: "Replaces",
  replacesText: ({ count: all, replaces, field, shop_kind }: Planned): string => {
    const where = shop_kind === "file" ? "in the file" : "on the shop now";
    const { one: text, more: texts } = fieldNames[field];
    const place = placeOfField(field);
    if (replaces === 0) return `Nothing: the field is empty ${where}.`;
    const rest = all - replaces;
    const none = rest > 0 ? ` ${many(rest, place)} ${rest === 1 ? "has" : "have"} none.` : "";
    return `The ${replaces === 1 ? text : texts} that ${many(replaces, place)} ${has(replaces)} ${where}.${none}`;
  },
  wayBack: "Way back",
  wayBackText: ({ count: n, field, shop_kind }: Planned): string => {
    const place = placeOfField(field);
    if (shop_kind === "file") {
      return "They are collected for the file: nothing leaves this computer until you export it. Undo takes them out again.";
    }
    const which = n === 1 ? "" : `, for one ${place} or all ${count(n)}`;
    return `Undo puts back the earlier text${which}. Texts that somebody changed on the shop after that are left alone.`;
  },
  pace: (seconds: number, kind: ShopKind): string => {
    if (kind === "file") return "";
    const about = seconds > 0 ? `About ${duration(seconds * 1000)}. ` : "";
    return `${about}Checked against the shop before each write.`;
  },
  staysOut: "Stays out",
  left: {
    open: "not decided: they stay to review",
    warned: "with a warning: they stay to review",
    rejected: "rejected: the shop keeps its text",
    rewriting: "being rewritten: they come back to review",
    alike: "too much like other texts: keep or regenerate them under Alike",
    conflict: "in conflict: changed on the shop since they were written",
    failed: "failed: Retry tries them again",
    unwritten: "not written yet",
    skipped: "skipped: there was nothing to write for",
    cancelled: "cancelled before they were written",
    gone: "no longer on the shop",
    changed: "changed since they were on screen",
    waiting: "on the way already",
    published: "published already",
  },
};

/** How many of the approved drafts somebody opened; those that nobody opened are shown beside it. */
function openedOf({ count: all, unopened }: ScopeFigures): string {
  if (unopened === 0) return "Opened and approved, every one of them.";
  return all > unopened ? `${count(all - unopened)} opened.` : "";
}

function warnedOf({ warned }: ScopeFigures): string {
  return warned > 0 ? `${count(warned)} ${has(warned)} a warning.` : "";
}

function has(n: number): string {
  return n === 1 ? "has" : "have";
}

/** What holds the field, as people call it. */
function placeOfField(field: FieldName): string {
  const place = rules.fields.find(({ id }) => id === field)?.place ?? "product";
  return place === "image" ? "picture" : place;
}
