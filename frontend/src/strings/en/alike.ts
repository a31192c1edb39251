import type { AlikeGroup } from "@/contract";
import { count, money } from "@/lib/format";
import { type FieldName, fieldCount, fieldNames, many } from "./words";

/** What a group is, in a line: "Begin with “Get to know”". */
function title(group: AlikeGroup, live: number): string {
  switch (group.kind) {
    case "opening":
      return `Begin with “${group.opening}”`;
    case "ending":
      return `End with “${group.opening}”`;
    case "closing":
      return `The same last sentence, to “${group.opening}”`;
    case "near":
      return `Nearly the same ${live > 0 && group.drafts_total > 0 ? "as a text on the shop" : "text"}, ${percents(group)} alike`;
    case "equal":
      return live > 0 && group.drafts_total > 0
        ? "The same as a text on the shop"
        : "The same text";
  }
}

function percents({ least, most }: AlikeGroup): string {
  return least === most ? `${least} %` : `${least} to ${most} %`;
}

/** The groups of a job's drafts that are too much alike. */
export const alike = {
  inGroups: (n: number) => `in ${many(n, "group")}`,
  keptOnly: (n: number) => `${many(n, "group")} kept`,
  comparedWith: "Compared with",
  job: "This job",
  shop: (name: string) => `All of ${name}`,
  ofJob: (field: FieldName) =>
    `${fieldNames[field].more.replace(/^./, (c) => c.toUpperCase())} of this job`,
  compared: (drafts: number, live: number) =>
    live > 0
      ? `${many(drafts, "draft")} compared, and ${many(live, "text")} of the shop`
      : `${many(drafts, "draft")} compared`,
  title,
  liveTitle: (group: AlikeGroup) =>
    `${group.kind === "equal" ? "Identical" : "Nearly identical"} ${fieldNames[group.field].more}: “${group.live?.[0]?.text ?? ""}”`,
  about: (group: AlikeGroup, drafts: number, first: string) => {
    if (group.opening !== "") {
      const live =
        group.live_total > 0 ? `, and ${many(group.live_total, "text")} on the shop` : "";
      return `${count(group.drafts_total)} of ${many(drafts, "draft")}${live}`;
    }
    const more = group.drafts_total - 1;
    return more > 0 ? `${first}, and ${count(more)} more` : first;
  },
  likeLive: (about: string, live: string) => `${about}, like ${live} (on the shop)`,
  liveAbout: (n: number) => `${many(n, "text")} on the shop now. Search engines show one of them`,
  firstPublished:
    "Published without review: the first text of a group is published, and those too much like it are held.",
  held: "Held from Publish All",
  untilDecided: "until you decide",
  notHeld: "Not held",
  patterns: "patterns of the template writer",
  onPurpose: "may be on purpose",
  onShop: "On the shop already",
  notInJob: "Not in this job",
  keep: "Keep",
  keepSome: (n: number) => `Keep ${count(n)}`,
  keepLabel: (group: string) => `Keep: ${group}`,
  regenerate: (n: number) => `Regenerate ${count(n)}…`,
  regenerateAbout: (n: number, cost: number) => `Regenerate ${count(n)}, about ${money(cost)}…`,
  regenerateLabel: (n: number, group: string) => `Regenerate ${count(n)}: ${group}`,
  write: (n: number, field: FieldName) => `Write ${fieldCount(n, field)}…`,
  open: (group: string) => `Show texts: ${group}`,
  close: (group: string) => `Hide texts: ${group}`,
  choose: (group: string) => `Select ${group}`,
  showOthers: (n: number) => `Show the other ${count(n)}`,
  listed: (n: number) => `The first ${count(n)} are listed.`,
  boxed: (n: number) =>
    `What differs is boxed. Sizes of one product may well be alike: Keep remembers it for these ${count(n)}.`,
  liveText: "On the shop",
  preview: "Preview",
  previewOf: (title: string) => `Preview ${title}`,
  live: "On the shop now, not changed by this job",
  kept: (n: number) => `${many(n, "group")} kept`,
  keptBy: (person: string, at: string) => (person ? `Kept by ${person} at ${at}` : `Kept at ${at}`),
  takeBack: "Take back",
  takeBackLabel: (group: string) => `Take back: ${group}`,
  none: "No drafts are too much alike.",
  noneInJob: "No drafts of this job are alike. Choose all of the shop to see those like its texts.",
  selection: (groups: number, texts: number) => `${many(groups, "group")}, ${many(texts, "text")}`,
  keys: { group: "group", open: "open", select: "select", preview: "preview" },
  keptNow: (n: number) => `${many(n, "group")} kept. Their drafts go with Publish All.`,
  ask: {
    title: (n: number) => `Write ${many(n, "draft")} again, not like the others?`,
    text: "Each is written with how the others begin. The drafts stay until the new ones are saved.",
    left: (n: number) =>
      `${many(n, "draft")} cannot be written again now: on the shop, or under way.`,
    cost: (about: number, most: number, today: number) =>
      `About ${money(about)}, at most ${money(most)}. ${money(today)} spent today.`,
    none: "None of these can be written again now.",
    action: (n: number) => `Write ${count(n)} again`,
    going: (n: number) => `Writing ${count(n)} again.`,
  },
};
