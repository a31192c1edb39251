export const regenerating = {
  title: "Regenerate with a note",
  hint: "What should be different",
  last: "Your last notes",
  house: (shop: string) => `House notes of ${shop}`,
  queue:
    "You go on at once. The draft stays until the new one is saved, which is marked against it and waits for a decision.",
  comesBack:
    "You go on at once. The draft stays until the new one is saved, which comes back last, marked against it.",
  action: "Regenerate, go on",
  cancel: "Close without regenerating",
  rewritten: "Written again. The marks show what changed since the draft that you saw.",
  seen: (revision: number) => `You saw revision ${revision}`,
  compareSeen: "Draft you saw",
  compareShop: "Shop’s text",
  rewrittenMark: "Written again",
  paid: "Drafts that are being written at this moment are paid for, and thrown away.",
};
