import { expect, test } from "vitest";
import { scaled } from "./picture";

test.each([
  ["https://cdn.shopify.com/s/files/1/2/products/a.png?v=17", 64, "&width=96"],
  ["/demo/files/33100000000175.png?v=1778297830", 600, "&width=1024"],
  ["https://cdn.shopify.com/s/files/a.png?v=1", 9000, "&width=2048"],
  ["https://elsewhere.example/a.png?signature=x", 64, ""],
])("%s at %i px adds %j", (url, width, added) => {
  expect(scaled(url, width)).toBe(url + added);
});

test.each([
  "",
  "data:image/svg+xml,<svg onload=alert(1)>",
  "javascript:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "blob:https://a.example/1",
  "//a.example/a.png",
  "/data/products",
  "/rpc/Boot",
  "/demo/../rpc/Boot",
  "a.png",
])("%j is no picture", (url) => {
  expect(scaled(url, 64)).toBeUndefined();
});
