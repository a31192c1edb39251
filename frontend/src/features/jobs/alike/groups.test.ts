import { expect, test } from "vitest";
import type { Alike, AlikeGroup } from "@/contract";
import { t } from "@/strings";
import { aboutGroup, groupsIn, sizeIn, stateOf } from "./groups";

function group(part: Partial<AlikeGroup>): AlikeGroup {
  return {
    id: "a",
    kind: "near",
    field: "description",
    opening: "",
    least: 91,
    most: 91,
    held: 3,
    regenerate: 3,
    drafts: [],
    drafts_total: 3,
    live: [],
    live_total: 0,
    kept_by: "",
    kept_at: null,
    ...part,
  };
}

const shopText = {
  place_id: "p",
  handle: "can",
  title: "Rill watering can, 5 l",
  text: "",
  parts: null,
};

test("compared with this job alone, a draft that is like a text of the shop is in no group", () => {
  const withShop = group({ id: "b", drafts_total: 1, live: [shopText], live_total: 1 });
  const found = { groups: [group({}), withShop] } as Alike;
  expect(groupsIn(found, "shop")).toHaveLength(2);
  expect(groupsIn(found, "job").map(({ id }) => id)).toEqual(["a"]);
  expect(sizeIn(withShop, "shop")).toBe(2);
  expect(sizeIn(withShop, "job")).toBe(1);
});

test.each([
  [group({}), "Held from Publish All"],
  [group({ kind: "ending", opening: "for years to come" }), "Held from Publish All"],
  [group({ kind: "closing", opening: "with a damp cloth", held: 0 }), "Not held"],
  [group({ held: 0 }), "Not held"],
  [group({ held: 0, regenerate: 0 }), "On the shop already"],
])("a group says what it means for publishing", (of, words) => {
  expect(stateOf(of)[0]).toBe(words);
});

test("a group says what it is", () => {
  expect(t.alike.title(group({ least: 93, most: 97 }), 0)).toBe(
    "Nearly the same text, 93 to 97 % alike",
  );
  expect(t.alike.title(group({ live: [shopText], live_total: 1 }), 1)).toBe(
    "Nearly the same as a text on the shop, 91 % alike",
  );
  expect(t.alike.title(group({ kind: "opening", opening: "Get to know" }), 0)).toBe(
    "Begin with “Get to know”",
  );
  const draft = { ...shopText, title: "Rill watering can, 9 l", item_id: "1/1", revision: 1 };
  const like = group({
    drafts: [{ ...draft, picture: "", mark: "unpublished" }],
    live: [shopText],
    live_total: 1,
  });
  expect(aboutGroup(like, 904)).toBe(
    "Rill watering can, 9 l, and 2 more, like Rill watering can, 5 l (on the shop)",
  );
});
