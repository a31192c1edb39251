import { count } from "@/lib/format";

/** What a claim is about, beside its words. */
const classes: Record<string, string> = {
  figure: "figure",
  count: "number",
  price: "price",
  size: "size",
  material: "material",
  colour: "colour",
  certification: "certificate",
  origin: "origin",
  warranty: "warranty",
  promise: "promise",
  superlative: "superlative",
  care: "care",
  feature: "feature",
  ingredient: "ingredient",
  compatibility: "compatibility",
  name: "name",
};

export const noteList = {
  /** Of the rule of a warning, "" for one that is about no claim. */
  about: (rule: string) => classes[rule.replace(/^claim_/, "")] ?? "",
  inDrafts: (n: number) => `in ${count(n)} drafts of this job`,
  inAll: (n: number) => `The same in all ${count(n)} drafts…`,
  allKeys: {
    "1": "Take out in all drafts",
    "2": "Add a fact for all drafts",
    "3": "Keep in all drafts",
  } as Record<string, string>,
  plain: "Shown plain: most of the draft is new.",
  sourced: "Claims with a source",
  of: (n: string, all: string) => `${n} of ${all}`,
  kept: "Images, links, tables kept",
  lost: (n: number) => `${count(n)} lost`,
  closest: (title: string) => `Closest: ${title}`,
  alike: (percent: number) => `${count(percent)} % alike`,
};
