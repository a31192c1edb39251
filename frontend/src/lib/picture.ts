/** Widths in which pictures are requested: few, so that they are cached. */
const STEPS = [96, 320, 1024, 2048];

/** Where pictures are: on the web, or on the demo shop. Any other address is none. */
const PLACES = /^(?:https?:\/\/|\/demo\/files\/)/i;

/**
 * The address of a shop's picture at about that width, in pixels, or undefined if it is none. Shopify's file server
 * scales by a parameter; other addresses are unchanged.
 */
export function scaled(url: string, width: number): string | undefined {
  if (!PLACES.test(url)) return undefined;
  if (!/\/(files|products)\/[^?]+\?(?:[^#]*&)?v=\d+/.test(url)) return url;
  const step = STEPS.find((candidate) => candidate >= width) ?? STEPS.at(-1);
  return `${url}&width=${step}`;
}
