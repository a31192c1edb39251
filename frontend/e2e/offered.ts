import type { Locator, Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { type ForeignShop, painted } from "./galley";

/** What the service says may be done with an item now. */
interface Can {
  edit: boolean;
  regenerate: boolean;
  decide: boolean;
  publish: boolean;
  publish_all: boolean;
  overwrite: boolean;
  undo: boolean;
  retry: boolean;
  withdraw: boolean;
}

export interface Item {
  id: string;
  product: { title: string };
  state: string;
  publish_state: string;
  decision: string;
  can: Can;
}

/** The state of an item in words, to name it where the page offers something else. */
const standing = (item: Item) =>
  `${item.id}: ${item.state}, ${item.publish_state}, ${item.decision}`;

export const itemOf = async (desk: Desk, id: string) =>
  JSON.parse(await desk.galley.run("item", "show", id, "--json")) as Item;

/** The buttons for actions in the preview. */
const BUTTONS = {
  decide: /^(Approve|Reject|Reopen|Keep theirs)\b/,
  edit: /^(Edit|Edit together)\b/,
  regenerate: /^Regenerate( from theirs)?…/,
  publish: /^(Publish|Use mine)…/,
  undo: /^Undo…/,
  retry: /^Retry/,
} as const;

async function offered(dialog: Locator): Promise<Record<keyof typeof BUTTONS, boolean>> {
  const found = {} as Record<keyof typeof BUTTONS, boolean>;
  for (const [action, name] of Object.entries(BUTTONS)) {
    const buttons = dialog.getByRole("button", { name, disabled: false });
    found[action as keyof typeof BUTTONS] = (await buttons.count()) > 0;
  }
  return found;
}

const allowed = ({ can }: Item): Record<keyof typeof BUTTONS, boolean> => ({
  decide: can.decide,
  edit: can.edit,
  regenerate: can.regenerate,
  publish: can.publish || can.overwrite,
  undo: can.undo,
  retry: can.retry,
});

export async function open(page: Page, desk: Desk, id: string): Promise<Locator> {
  const [job, position] = id.split("/");
  await page.goto(desk.address(`jobs/${job}/${position}`));
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.getByRole("button", { name: /^Next/ })).toBeVisible();
  await painted(page);
  return dialog;
}

/** Compares the row of each item of a job with what the service allows. */
export async function compareRows(page: Page, desk: Desk, ids: string[]) {
  await page.goto(desk.address(`jobs/${ids[0]?.split("/")[0]}`));
  for (const id of ids) {
    const { product } = await itemOf(desk, id);
    const row = page.getByRole("row", { name: `Select ${product.title}` });
    const has = async (words: string) =>
      (await row.getByRole("button", { name: `${words} ${product.title}`, exact: true }).count()) >
      0;
    await expect(row).toBeVisible();
    // The page hears of a change a moment after the command has ended.
    await expect(async () => {
      const item = await itemOf(desk, id);
      const offers = {
        publish: await has("Publish…"),
        undo: await has("Undo…"),
        retry: await has("Retry"),
        withdraw: await has("Withdraw"),
      };
      expect(offers, standing(item)).toEqual({
        publish: item.can.publish_all,
        undo: item.can.undo,
        retry: item.can.retry,
        withdraw: item.can.withdraw,
      });
    }).toPass();
  }
}

/** Compares the preview of an item with what the service allows. */
export async function compare(page: Page, desk: Desk, id: string): Promise<Item> {
  const item = await itemOf(desk, id);
  await test.step(standing(item), async () => {
    const dialog = await open(page, desk, id);
    expect(await offered(dialog), standing(item)).toEqual(allowed(item));
  });
  return item;
}

/** Connects another shop to the desk's Galley; its pages are those of the desk returned. */
export async function beside(
  desk: Desk,
  name: string,
  shop: ForeignShop,
): Promise<Desk & { id: string }> {
  const add = ["shop", "add", "shopify", `${name}.myshopify.com`, "--endpoint", shop.endpoint];
  const { id } = JSON.parse(
    await desk.galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await desk.galley.run("sync", id);
  const address = (page: string) => `${new URL(desk.galley.url).origin}/#/s/${id}/${page}`;
  return { ...desk, shop, id, address };
}
