export const page = {
  frame: (product: string) => `Page of ${product} on the shop`,
  asServed: "As the shop serves it now. Drafts that are not published are not on it.",
  outside: "Open in browser",
};
