import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { ReplaceRequest } from "@/contract";
import { show } from "@/testing/render";
import { ReplaceDialog } from "./ReplaceDialog";

const asked = vi.fn<(request: ReplaceRequest) => void>();
vi.mock("@/api", () => ({
  useReplace: () => ({ error: null, isPending: false }),
  useReplacePreview: (request: ReplaceRequest, wanted: boolean) => {
    if (wanted) asked(request);
    const data = { drafts: [], left: [], kept: 0 };
    return { data, error: null, isSuccess: true, isPlaceholderData: false };
  },
}));

beforeEach(() => {
  localStorage.clear();
  asked.mockClear();
});

const open = () =>
  show(<ReplaceDialog scope={{ job_id: "1" } as ReplaceRequest} count={4} all onClose={vi.fn()} />);

test("finds whole words, unless a person chose otherwise, and keeps that choice", async () => {
  const { unmount } = open();
  const whole = screen.getByRole("checkbox", { name: "Whole words" });
  expect(whole).toBeChecked();
  await userEvent.type(screen.getByLabelText("Find"), "the");
  expect(await screen.findByText(/as whole words/)).toBeVisible();
  expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ whole_words: true }));
  await userEvent.click(whole);
  expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ whole_words: false }));
  expect(screen.queryByText(/as whole words/)).toBeNull();
  unmount();
  open();
  expect(screen.getByRole("checkbox", { name: "Whole words" })).not.toBeChecked();
});
