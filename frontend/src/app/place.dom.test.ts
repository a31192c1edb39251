import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { inInbox, lastPlace, lastShop, opensAt, rememberPlace, shopIn } from "./place";
import { router } from "./router";
import { inboxSearch, jobSearch, jobsSearch, productsSearch, shopsSearch } from "./search";

/** make torture runs more. */
const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 300) };

const patience = 600_000; // ms, for that many

/** Possible hashes: addresses of Galley, damaged ones, and anything else. */
const piece = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "s",
    "products",
    "jobs",
    "..",
    "%",
    "%E0%A4%A",
    "%2F",
    "?",
    "#",
    "&q=",
    "=",
    "\u0000",
    "//host",
  ),
);
const address = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("/")}`),
  fc.array(piece, { maxLength: 8 }).map((pieces) => `/s/${pieces.join("/")}`),
  piece,
);

const searches = [inboxSearch, productsSearch, jobsSearch, jobSearch, shopsSearch];

beforeEach(() => localStorage.clear());

test(
  "a place is remembered as it was, and its shop with it",
  () => {
    fc.assert(
      fc.property(address, (href) => {
        localStorage.clear();
        rememberPlace(href);
        expect(lastPlace()).toBe(href);
        const shop = shopIn(href);
        expect(lastShop()).toBe(shop || null);
        if (shop) expect(shop).not.toMatch(/[/?]/);
      }),
      runs,
    );
  },
  patience,
);

test(
  "for any address, a page gets the parameters it knows, and the same ones again",
  () => {
    const raw = fc.dictionary(
      fc.constantFrom("q", "show", "new", "add", "other", "__proto__"),
      fc.anything(),
    );
    fc.assert(
      fc.property(raw, fc.constantFrom(...searches), (carried, read) => {
        const known = read(carried);
        for (const [key, value] of Object.entries(known)) {
          expect(["q", "show", "new", "add"]).toContain(key);
          expect(["string", "boolean"]).toContain(typeof value);
        }
        expect(read({ ...known })).toEqual(known);
      }),
      runs,
    );
  },
  patience,
);

test(
  "an address that was saved, however spoilt, leads to a page",
  () => {
    fc.assert(
      fc.property(address, (href) => {
        const search = router.options.parseSearch?.(href.slice(Math.max(0, href.indexOf("?"))));
        const pathname = href.split("?")[0] || "/";
        const matches = router.matchRoutes(pathname, search ?? {});
        expect(matches.length).toBeGreaterThan(0);
      }),
      runs,
    );
  },
  patience,
);

test("the inbox is opened where it was left, also after reading from it", () => {
  for (const place of ["/review", "/review?tab=warned", "/review/4/12?of=all", "/review/end"]) {
    expect(inInbox(place)).toBe(true);
  }
  for (const place of ["/", "/reviews", "/s/a/review", "/settings"])
    expect(inInbox(place)).toBe(false);
});

test.each([
  ["/s/two/jobs?q=x", "/s/two/jobs?q=x"],
  ["/s/gone/jobs", "/s/one/products"],
  ["/settings", "/s/one/products"],
  ["/review/job/3", "/review"],
  [null, "/s/one/products"],
])("left at %s, it opens at %s", (place, opens) => {
  expect(opensAt(place, [{ id: "one" }, { id: "two" }])).toBe(opens);
  expect(opensAt(place, [])).toBe("/welcome");
});
