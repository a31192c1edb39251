/** The texts that an item has had, one after the other. */
export const revisions = {
  title: (name: string) => `Revisions of ${name}`,
  open: (n: number) => `${n} revisions`,
  openKey: "Compare revisions",
  list: "Revisions",
  show: "Show",
  against: "Against",
  showNumber: (n: number) => `Show revision ${n}`,
  againstNumber: (n: number) => `Compare with revision ${n}`,
  number: (n: number, current: boolean) => (current ? `${n}, current` : String(n)),
  authors: { model: "written by", person: "edited by" },
  by: (how: string, name: string) => `${how} ${name || "hand"}`,
  comparing: (newer: number, older: number) =>
    newer === older
      ? `Revision ${newer}`
      : `Revision ${newer}: underlined words are not in revision ${older}.`,
  older: (n: number) => `Revision ${n}, with the words that are gone struck out`,
  frame: (n: number) => `Revision ${n}`,
  goBack: "Go back to this one",
  goBackTo: (n: number) => `Go back to revision ${n}`,
};
