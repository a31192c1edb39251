import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { call } from "@/api/client";
import type { ItemSelection, Left, LeftOut, PublishPlan } from "@/contract";
import { job, shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { PublishDialog } from "./PublishDialog";

vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));

const selection = { job_id: "12", filter: "all", as_of: 7 } as unknown as ItemSelection;
const request = { job_id: "12", items: [], selection, only_approved: false, overwrite: false };

/** Shows the plan of a selection of five: two are published, these are left out. */
function planOf(left: Partial<Left>, titles: string[]) {
  const plan = {
    ...{ plan: "p", shop: "Quillmoor", shop_kind: "shopify", field: "title", count: 2 },
    left,
    changed: titles.map((title) => ({ place: { title } }) as LeftOut),
  } as PublishPlan;
  const answers: Record<string, unknown> = { PlanPublish: plan, Job: job(), Shop: shop() };
  vi.mocked(call).mockImplementation((async (method: string) => answers[method]) as typeof call);
  show(<PublishDialog request={request} selected={5} onDone={vi.fn()} onClose={vi.fn()} />);
}

test("what left the list since it was selected is counted with what changed in it", async () => {
  planOf({ changed: 1 }, ["Hesper lamp"]);
  expect(
    await screen.findByText(
      "3 were changed after you selected the list. They were left out: Hesper lamp and 2 more.",
    ),
  ).toBeVisible();
  expect(screen.queryByText(/changed since/)).toBeNull();
});

test("what left the list is counted where nothing in it changed", async () => {
  planOf({ conflict: 1, changed: 0 }, []);
  expect(await screen.findByText(/^2 were changed after you selected the list/)).toBeVisible();
  expect(screen.getByText("1 in conflict stays out.")).toBeVisible();
});

test("nothing is said of changes where all are still as they were selected", async () => {
  planOf({ conflict: 3, changed: 0 }, []);
  expect(await screen.findByText("3 in conflict stay out.")).toBeVisible();
  expect(screen.queryByText(/after you selected/)).toBeNull();
});
