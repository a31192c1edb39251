import { expect, test } from "vitest";
import { rules } from "@/contract";
import { redirectUrl } from "./signIn";

test("the redirect URL is the backend's, at the port that is named", () => {
  expect(redirectUrl(rules.sign_in_port)).toBe(rules.redirect_url);
  expect(redirectUrl(9)).toBe("http://localhost:9/signed-in");
});
