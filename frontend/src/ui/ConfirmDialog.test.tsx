import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { ConfirmDialog } from "./ConfirmDialog";

test("the main button gets the focus when its count is known, and Enter does it", async () => {
  const user = userEvent.setup();
  const [onConfirm, onClose] = [vi.fn(), vi.fn()];
  const dialog = (action: string | undefined) => (
    <ConfirmDialog title="Publish?" action={action} onConfirm={onConfirm} onClose={onClose}>
      <p>They replace the text on the shop now.</p>
    </ConfirmDialog>
  );
  const { rerender } = show(dialog(undefined));
  await screen.findByRole("dialog");
  await user.keyboard("{Enter}");
  expect(onConfirm).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
  rerender(dialog("Publish 3"));
  await waitFor(() => expect(screen.getByRole("button", { name: "Publish 3" })).toHaveFocus());
  await user.keyboard("{Enter}");
  expect(onConfirm).toHaveBeenCalledOnce();
});

test("Escape closes and does nothing else", async () => {
  const user = userEvent.setup();
  const [onConfirm, onClose] = [vi.fn(), vi.fn()];
  show(<ConfirmDialog title="Remove?" action="Remove" onConfirm={onConfirm} onClose={onClose} />);
  await screen.findByRole("button", { name: "Remove" });
  await user.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
  expect(onConfirm).not.toHaveBeenCalled();
});

test("an error stays in the dialog, with its cause under Details", async () => {
  const trouble = { message: "The shop refused the token.", code: "shop_token", detail: "401" };
  show(
    <ConfirmDialog
      title="Publish?"
      action="Publish 3"
      trouble={trouble}
      onConfirm={() => {}}
      onClose={() => {}}
    />,
  );
  expect(await screen.findByText(/The shop refused the token/)).toBeVisible();
  expect(screen.getByText("401 · shop_token")).toBeInTheDocument();
});

test("a careful question has Cancel in focus, and neither Enter nor Ctrl Enter confirms", async () => {
  const user = userEvent.setup();
  const [onConfirm, onClose] = [vi.fn(), vi.fn()];
  show(
    <ConfirmDialog
      careful
      title="Publish without review?"
      action="Write and publish 3 titles"
      onConfirm={onConfirm}
      onClose={onClose}
    />,
  );
  await screen.findByRole("button", { name: "Write and publish 3 titles" });
  await waitFor(() => expect(screen.getByRole("button", { name: /^Cancel/ })).toHaveFocus());
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(onConfirm).not.toHaveBeenCalled();
  await user.keyboard("{Enter}");
  expect(onConfirm).not.toHaveBeenCalled();
  expect(onClose).toHaveBeenCalled();
});
