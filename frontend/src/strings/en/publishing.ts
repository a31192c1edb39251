import type { PlaceKind } from "@/contract";
import { count } from "@/lib/format";
import { listed, many } from "./words";

interface Left {
  waiting: number;
  conflict: number;
  rejected: number;
  failed: number;
  unwritten: number;
  skipped: number;
  cancelled: number;
  open: number;
  changed: number;
  gone: number;
  rewriting: number;
  alike: number;
}

const undrafted = (left: Left) => left.failed + left.unwritten + left.skipped + left.cancelled;

/** "6 in conflict and 8 rejected stay out." Published ones are not mentioned, and changed ones are named beside it. */
function leftOut(left: Left): string {
  const parts = [
    left.conflict > 0 && `${count(left.conflict)} in conflict`,
    left.rejected > 0 && `${count(left.rejected)} rejected`,
    undrafted(left) > 0 && `${count(undrafted(left))} without a draft`,
    left.open > 0 && `${count(left.open)} not approved`,
    left.gone > 0 && `${count(left.gone)} no longer on the shop`,
    left.rewriting > 0 && `${count(left.rewriting)} being written again`,
    left.alike > 0 && `${count(left.alike)} too much like other texts`,
    left.waiting > 0 && `${count(left.waiting)} already on the way`,
  ].filter((part): part is string => part !== false);
  if (parts.length === 0) return "";
  const single = parts.length === 1 && parts[0]?.startsWith("1 ");
  return `${listed(parts)} ${single ? "stays" : "stay"} out.`;
}

export const publishing = {
  asking: "Publish",
  replaces: (n: number, all: number) => {
    if (n === 0) return "The field is empty on the shop now.";
    if (n === all && n === 1) return "It replaces the text on the shop now.";
    if (n === all) return "They replace the text on the shop now.";
    return `${count(n)} of them ${n === 1 ? "replaces" : "replace"} text on the shop now.`;
  },
  warned: (n: number) => `${many(n, "draft")} ${n === 1 ? "has" : "have"} a warning.`,
  unopened: (n: number) => `${count(n)} of them nobody opened.`,
  leftOut,
  collects: (n: number) =>
    `${n === 1 ? "It is collected" : "They are collected"} for the file: nothing leaves this computer. To change the shop, export the file and import it in Shopify’s admin.`,
  undoable: "You can undo this later.",
  overwrite: (n: number) =>
    n === 1
      ? "The shop’s text changed since the draft was written. Publishing replaces the new text."
      : `The shop’s texts changed since these drafts were written. Publishing replaces the ${count(n)} new texts.`,
  undoTitle: (n: number, place: PlaceKind) =>
    `Put back the earlier text of ${many(n, place === "image" ? "picture" : place)}?`,
  undoText: "What was changed on the shop since is left alone, and named afterwards.",
  undoButton: (n: number) => `Put back ${count(n)}`,
  undoNothing: "Nothing to put back",
  undoNothingText: "None of these is published.",
};
