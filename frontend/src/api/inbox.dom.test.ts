import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Inbox, ShopOverview } from "@/contract";
import { item, shop } from "@/testing/fixtures";
import { takeOut } from "./inbox";
import { queryKeys } from "./keys";

const query = { shop_id: "", tab: "" as const, search: "", order: "" as const };

function cached(decision: "open" | "approved") {
  const client = new QueryClient();
  const can = { ...item().can, decide: true };
  const low = { total: 41, rules: [] };
  const first = item({ id: "7/1", job_id: "7", shop_id: "s", decision, can, score: low });
  const other = item({ id: "7/2", job_id: "7", shop_id: "s", can });
  const counts = { left: 2, warned: 1, low: 1 };
  client.setQueryData(queryKeys.shops, [
    shop({ id: "s", to_review: 2 }),
    shop({ id: "o", to_review: 5 }),
  ]);
  client.setQueryData(queryKeys.inbox(query), {
    ...counts,
    tabs: { all: 2, warned: 1, low: 1, rewritten: 0, today: 2 },
    shops: [{ ...counts, id: "s", jobs: [{ ...counts, id: "7" }] }],
    seconds_per_draft: 0,
  });
  const list = [...queryKeys.itemList("7", "to_review", ""), 0];
  client.setQueryData(list, { total: 2, rows: [first, other] });
  const inbox = () => client.getQueryData<Inbox>(queryKeys.inbox(query));
  return { client, list, inbox };
}

test("a draft that is decided leaves every list and count at once", () => {
  const { client, list, inbox } = cached("open");
  takeOut(client, "7", [{ id: "7/1", revision: 1 }]);
  const shops = client.getQueryData<ShopOverview[]>(queryKeys.shops);
  expect(shops?.map(({ to_review }) => to_review)).toEqual([1, 5]);
  expect(inbox()).toMatchObject({
    left: 1,
    low: 0,
    warned: 1,
    tabs: { all: 1, low: 0 },
    shops: [{ left: 1, jobs: [{ left: 1, low: 0, warned: 1 }] }],
  });
  expect(client.getQueryData(list)).toMatchObject({ total: 1, rows: [{ id: "7/2" }] });
  takeOut(client, "7", [{ id: "7/2", revision: 1 }]);
  expect(inbox()).toMatchObject({ left: 0, shops: [] });
});

test("a draft that was decided before changes no count", () => {
  const { client, list, inbox } = cached("approved");
  takeOut(client, "7", [{ id: "7/1", revision: 1 }]);
  expect(inbox()).toMatchObject({ left: 2 });
  expect(client.getQueryData(list)).toMatchObject({ total: 2 });
});
