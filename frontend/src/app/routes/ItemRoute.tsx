export function ItemRoute() {
  return null;
}
