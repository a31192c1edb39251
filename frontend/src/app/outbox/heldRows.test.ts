import { expect, test } from "vitest";
import type { Held } from "@/contract";
import { heldRows, heldTotal } from "./heldRows";

const part = { shop_id: "q", shop: "Quillmoor", undos: 0, unsettled: 0 };
const held: Held = {
  restored_at: "2026-10-14T09:00:00Z",
  copy_made_at: "2026-10-14T07:00:00Z",
  outbox: [
    { ...part, job_id: "1", job_name: "All products", field: "description", waiting: 4, undos: 1 },
    { ...part, job_id: "", job_name: "", field: "title", waiting: 2 },
    { ...part, job_id: "", job_name: "", field: "seo_title", waiting: 1 },
  ],
  jobs: [
    {
      shop_id: "q",
      shop: "Quillmoor",
      job_id: "1",
      job_name: "All products",
      field: "description",
      strategy: "publish",
      open: 6,
    },
    {
      shop_id: "o",
      shop: "Oakhurst",
      job_id: "2",
      job_name: "Lamps",
      field: "title",
      strategy: "review",
      open: 3,
    },
  ],
};

test("a job and its queued texts are one row, since they are decided together", () => {
  const rows = heldRows(held);
  expect(rows.map(({ job, waiting, open }) => [job, waiting, open])).toEqual([
    ["1", 4, 6],
    ["", 2, undefined],
    ["", 1, undefined],
    ["2", 0, 3],
  ]);
  expect(rows[0]?.strategy).toBe("publish");
});

test("texts of the product editor are named by shop and field, and take no job along", () => {
  expect(heldRows(held)[1]?.request).toEqual({
    shop_id: "q",
    job_id: "",
    editor: true,
    field: "title",
  });
  expect(heldRows(held)[0]?.request).toEqual({
    shop_id: "q",
    job_id: "1",
    editor: false,
    field: "",
  });
});

test("the total names every shop once", () => {
  expect(heldTotal(heldRows(held))).toEqual({
    texts: 7,
    jobs: 2,
    shops: ["Quillmoor", "Oakhurst"],
  });
});
