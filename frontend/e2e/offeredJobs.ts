import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";

export interface Job {
  id: string;
  state: string;
  can: Record<keyof typeof JOB_BUTTONS | "withdraw" | "archive" | "unarchive", boolean>;
}

/** The buttons for actions on a whole job. */
const JOB_BUTTONS = {
  pause: /^Pause$/,
  resume: /^Resume$/,
  write_now: /^Write the rest now/,
  cancel: /^Cancel job…/,
  retry: /^Retry \d/,
  publish: /^Publish All \d/,
  undo: /^Undo \d/,
  continue: /^Write the other \d/,
} as const;

/** Compares the head of a job with what the service allows. */
export async function compareJob(page: Page, desk: Desk, id: string): Promise<Job> {
  await page.goto(desk.address(`jobs/${id}`));
  const job = JSON.parse(await desk.galley.run("job", "show", id, "--json")) as Job;
  const { withdraw: _, archive: _in, unarchive: _menu, ...allowed } = job.can;
  await test.step(`job ${id}: ${job.state}`, async () => {
    await expect(
      page.getByRole("heading", { level: 1, name: new RegExp(`^${id}\\b`) }),
    ).toBeVisible();
    await expect
      .poll(async () => {
        const offers = {} as typeof allowed;
        for (const [action, name] of Object.entries(JOB_BUTTONS)) {
          const buttons = page.getByRole("button", { name, disabled: false });
          offers[action as keyof typeof JOB_BUTTONS] = (await buttons.count()) > 0;
        }
        return offers;
      })
      .toEqual(allowed);
  });
  await compareMenu(page, desk, id);
  return job;
}

/** The menu of the row of a job says of what it would cost only once it is asked. */
const MENU_OF_JOB = { ...JOB_BUTTONS, continue: /^Write the rest…/ };

export const rowOfJob = (page: Page, id: string) => page.locator(`[data-row^="Job ${id}, "]`);

/** Compares the menu of the row of a job, and what its button opens, with what the service allows. */
async function compareMenu(page: Page, desk: Desk, id: string) {
  await page.goto(desk.address("jobs"));
  const row = rowOfJob(page, id);
  await expect(row).toBeVisible();
  const openings = {
    "its menu": () => row.click({ button: "right", position: { x: 4, y: 4 } }),
    "its button": () => row.getByRole("button", { name: `More for job ${id}` }).click(),
  };
  for (const [way, openMenu] of Object.entries(openings)) {
    // The page hears of a change a moment after the command has ended.
    await expect(async () => {
      const { can } = JSON.parse(await desk.galley.run("job", "show", id, "--json")) as Job;
      const { withdraw: _, archive: _in, unarchive: _out, ...allowed } = can;
      await openMenu();
      const entries = page.getByRole("menu").getByRole("menuitem");
      await expect(entries.first()).toBeVisible();
      const names = await entries.allInnerTexts();
      await page.keyboard.press("Escape");
      await expect(entries.first()).toBeHidden();
      const offers = Object.fromEntries(
        Object.entries(MENU_OF_JOB).map(([action, name]) => [
          action,
          names.some((one) => name.test(one.split("\n")[0] ?? "")),
        ]),
      );
      expect(offers, `job ${id}, ${way}`).toEqual(allowed);
    }).toPass();
  }
}
