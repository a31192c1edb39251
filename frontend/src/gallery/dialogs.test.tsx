import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { dialogs } from "./dialogs";

const first = (words: string | null) => words?.split(/[\s….]/)[0]?.toLowerCase();

for (const { ask, props } of dialogs) {
  test(`no two buttons of "${ask}" begin with the same word`, async () => {
    show(<ConfirmDialog {...props} onConfirm={vi.fn()} onClose={vi.fn()} />);
    const dialog = await screen.findByRole("dialog");
    const words = within(dialog)
      .getAllByRole("button")
      .map((button) => first(button.textContent));
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words).size).toBe(words.length);
  });
}

for (const { ask, props } of dialogs.filter((one) => one.props.careful)) {
  test(`Enter loses nothing in "${ask}"`, async () => {
    const user = userEvent.setup();
    const [onConfirm, onClose] = [vi.fn(), vi.fn()];
    show(<ConfirmDialog {...props} onConfirm={onConfirm} onClose={onClose} />);
    const back = props.dismiss ?? /^(?:Cancel(?! job)|Go back)/;
    await waitFor(() => expect(screen.getByRole("button", { name: back })).toHaveFocus());
    await user.keyboard("{Enter}");
    expect(onConfirm).not.toHaveBeenCalled();
    expect(onClose).toHaveBeenCalledOnce();
  });
}

const sources = import.meta.glob<string>("../**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Names of strings whose action loses what somebody made. */
const LOSES = /action=\{[^}]*\b(?:leave|remove\w*|delete\w*|cancel\w*|discard\w*|loss\w*)\b/i;

test("every question of the program that loses something is careful", () => {
  const hasty = Object.entries(sources)
    .filter(([file]) => !file.includes(".test."))
    .flatMap(([file, source]) =>
      source
        .split("<ConfirmDialog")
        .slice(1)
        .map((rest) => rest.slice(0, rest.search(/>\n|\/>/)))
        .filter((tag) => LOSES.test(tag) && !/\bcareful\b/.test(tag))
        .map(() => file),
    );
  expect(hasty).toEqual([]);
});
