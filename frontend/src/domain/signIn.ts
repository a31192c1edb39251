/** Where the browser comes back to unless another port is named; backend/shopify/signin has the same. */
export const SIGN_IN_PORT = 17347;

/** What the settings of an app have to allow. */
export function redirectUrl(port: number): string {
  return `http://localhost:${port}/signed-in`;
}
