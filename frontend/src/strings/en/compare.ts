import { count } from "@/lib/format";
import { many } from "./words";

/** Two samples of the same products, side by side. */
export const compare = {
  titles: { instructions: "Compare two instructions", models: "Compare two models" },
  aside: (field: string, name: string) => `${field}: ${name}`,
  swap: "Swap A and B",
  of: "What is compared",
  written: (when: string, model: string) =>
    when === "" ? "Not written yet" : `Written ${when}${model === "" ? "" : ` by ${model}`}`,
  unnamed: "Instructions without a name",
  underlined: "Words that only one of the two has are underlined.",
  average: (n: number) => `Average and total of ${n}`,
  keep: "Keep",
  keepOf: (title: string) => `Keep of ${title}`,
  side: (side: "a" | "b") => `Side ${side.toUpperCase()}`,
  again: "Edit and write again…",
  noInstructions: "No instructions.",
  allFacts: (n: number) => `Fact sheet, ${n} facts`,
  fewerFacts: "Fewer facts",
  emptyOnShop: "This field is empty on the shop.",
  draftOf: (side: "a" | "b", title: string) => `Draft ${side.toUpperCase()} of ${title}`,
  notWritten: (why: string) => `Not written: ${why}`,
  writing: "Being written…",
  fine: "nothing held",
  heldBy: (n: number) => many(n, "warning"),
  measure: (n: number, unit: string) =>
    n === 1 ? `1 ${unit.replace(/s$/, "")}` : `${count(n)} ${unit}`,
  figures: {
    score: "score",
    claims: "drafts",
    held: (n: number) => `${n} held`,
    length: (unit: string) => unit,
    inRange: (n: number) => `, ${n} in range`,
    cost: (n: number) => `for these ${n}`,
    unknown: "unknown",
    alike: (n: number) => `${n} alike`,
    openings: "openings",
  },
  choice: "Choice",
  chosen: (a: number, b: number, open: number) =>
    `A ${a}, B ${b}${open > 0 ? `, ${open} to choose` : ""}`,
  stillWriting: "Both sides are being written",
  all: "all",
  open: "open",
  stop: (n: number) => (n === 1 ? "Stop at 1 draft" : `Stop at ${n} drafts`),
  rest: (n: string, side: "a" | "b", cost: string) =>
    `Write the other ${n} with ${side.toUpperCase()}${cost === "" ? "" : `, about ${cost}`}`,
  goOn: (side: "a" | "b") => `Keep these, go on with ${side.toUpperCase()}`,
  restKey: (side: "a" | "b") => `Write the rest with ${side.toUpperCase()}`,
  keys: {
    a: "Keep A",
    b: "Keep B",
    allA: "Keep A of all",
    allB: "Keep B of all",
    next: "Next product",
    previous: "Previous product",
    open: "Open the product",
  },
  againDialog: {
    title: (side: "a" | "b") => `Write ${side.toUpperCase()} again`,
    instead: {
      instructions: "Compare two instructions instead",
      models: "Compare two models instead",
    },
    instructions: "Instructions",
    model: "Model",
    action: (n: number) => `Write ${n} again`,
    text: (n: number, cost: string) =>
      `The same ${n} products, about ${cost}. The other side stays and is not paid for again; the drafts of this side are rejected.`,
  },
  start: {
    button: "Compare…",
    title: "Compare on ten products",
    text: (n: number, cost: string) =>
      `The same ${n} products are written twice${cost === "" ? "" : `, about ${cost} in all`}. Nothing is published. You keep the better draft of each, and have the rest written like the better side.`,
    of: "Compare",
    kinds: { instructions: "Instructions", models: "Models" },
    a: "A: instructions",
    b: "B: other instructions",
    modelA: "A: model",
    modelB: "B: other model",
    action: (n: number) => `Write ${n} twice`,
    unused:
      "The built-in templates do not use instructions. Choose a model in Settings to compare.",
  },
  ofJob: "Compare with the other side",
};
