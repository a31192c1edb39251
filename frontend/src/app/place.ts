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

/** The address that the program opens at: where it was left, if that is still there. */
export function opensAt(place: string | null, shops: { id: string }[]): string {
  const first = shops[0];
  if (!first) return "/welcome";
  if (place && inInbox(place)) return "/review";
  const shop = place && shopIn(place);
  if (place && shop && shops.some((s) => s.id === shop)) return place;
  return `/s/${first.id}/products`;
}

/** The shop of an address. */
export function shopIn(href: string): string | undefined {
  return /^\/s\/([^/?]+)/.exec(href)?.[1];
}

/** Whether an address is the inbox's, or of what is read from it. */
export function inInbox(href: string): boolean {
  return /^\/review(?:[/?]|$)/.test(href);
}

/** The first page and the set-up of the writer have no rail. */
export function hasNoRail(path: string): boolean {
  return path === "/welcome" || path === "/setup";
}
