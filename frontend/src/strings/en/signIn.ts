import { many } from "./words";

/** Signing in to a Shopify shop. */
export const signIn = {
  title: "Sign in",
  how: "Sign-in",
  ways: {
    token: {
      label: "Paste a token",
      text: "For an app that was made in the shop’s admin before 2026. Newer apps have no such token.",
    },
    client_credentials: {
      label: "Client ID and secret",
      text: "For an app of the Dev Dashboard that belongs to the same organisation as the shop. Galley renews its token by itself.",
    },
    authorization_code: {
      label: "Sign in through the browser",
      text: "For an app of the Dev Dashboard that belongs to another organisation, your agency’s for example. Someone at the shop agrees once, on Shopify’s page.",
    },
  },
  token: "Admin API access token",
  tokenHint:
    "From the shop’s admin: Settings, Apps, Develop apps. It needs write_products and write_files. It is kept in the system keyring.",
  needToken: "Enter the token.",
  clientId: "Client ID",
  clientIdHint:
    "From the app’s settings in Shopify’s Dev Dashboard. The app needs write_products and write_files.",
  needClientId: "Enter the client ID.",
  clientSecret: "Client secret",
  clientSecretHint: "From the same page. It is kept in the system keyring.",
  clientSecretKept: "Leave it empty to keep the saved one, unless the client ID is new.",
  needClientSecret: "Enter the client secret.",
  redirect: "Before the first time, add this redirect URL to the app’s settings:",
  port: "Port",
  portHint: "Where the browser comes back to on this computer. The redirect URL changes with it.",
  needPort: "Enter a number from 1 to 65535.",
  open: "Open the shop’s page",
  waiting: "Waiting for the browser",
  waitingText:
    "Shopify’s page asks whether the app may change products and files. Agree there, and Galley continues by itself.",
  openAgain: "Open the page again",
  giveUp: "Give up",
  again: "Sign in again…",
  enterToken: "Enter a token…",
  waits: (n: number) => (n === 1 ? "1 publication waits." : `${many(n, "publication")} wait.`),
};
