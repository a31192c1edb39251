import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { redirectUrl, SIGN_IN_PORT } from "./signIn";

const source = "../backend/shopify/signin/authorize.go";

test.skipIf(!existsSync(source))("the redirect URL is the one that the backend listens at", () => {
  const text = readFileSync(source, "utf8");
  const port = /DefaultPort = (\d+)/.exec(text)?.[1];
  const path = /callbackPath = "([^"]+)"/.exec(text)?.[1];
  expect(redirectUrl(SIGN_IN_PORT)).toBe(`http://localhost:${port}${path}`);
});
