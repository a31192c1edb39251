/** Where the program was left: the last address and the last shop. */
const PLACE = "galley-place";
const SHOP = "galley-shop";

export function rememberPlace(href: string): void {
  if (href === "/setup") return; // it leads back to where it was opened
  localStorage.setItem(PLACE, href);
  const shop = shopIn(href);
  if (shop) localStorage.setItem(SHOP, shop);
}

export function lastPlace(): string | null {
  return localStorage.getItem(PLACE);
}

export function lastShop(): string | null {
  return localStorage.getItem(SHOP);
}

/** The shop of an address. */
export function shopIn(href: string): string | undefined {
  return /^\/s\/([^/?]+)/.exec(href)?.[1];
}

/** Whether an address is the inbox's, or of what is read from it. */
export function inInbox(href: string): boolean {
  return /^\/review(?:[/?]|$)/.test(href);
}
