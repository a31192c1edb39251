import { type FieldName, fieldNames, many } from "./words";

/** A published text that was changed on the shop since. */
export const changed = {
  published: "Published by Galley",
  publishedBy: (at: string, person: string) => (person === "" ? at : `${at}, by ${person}`),
  seen: (at: string) => `seen ${at}`,
  takeOver: "Take over",
  takeOverOf: (text: string) => `Take over: ${text}`,
  takeOverText:
    "The shop’s text becomes the published one in Galley, and the next draft starts from it. Nothing is written to the shop.",
  takenOver: (product: string) => `The shop’s text of ${product} is taken over.`,
  putBack: "Put back…",
  putBackOf: (text: string) => `Put back: ${text}…`,
  putBackTitle: (field: FieldName, product: string, shop: string) =>
    `Put the ${fieldNames[field].one} of ${product} back on ${shop}?`,
  putBackText: (words: number) =>
    words === 0
      ? "Galley’s text is written again. The field is empty on the shop now. You can undo this later."
      : `Galley’s text is written again. It replaces the ${many(words, "word")} on the shop now; Undo brings ${words === 1 ? "it" : "those"} back.`,
  putBackAction: "Put back 1",
  putBackHint:
    "Writes Galley’s text again, in the place of the text on the shop now. Undo brings that back.",
  editText: "Starts a new draft from the shop’s text.",
};
