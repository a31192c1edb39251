import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { counts, job } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { useJobActions } from "./useJobActions";

const { mutate } = vi.hoisted(() => ({ mutate: vi.fn() }));

vi.mock("@/api", async (original) => ({
  ...(await original<typeof import("@/api")>()),
  useArchiveJob: () => ({ mutateAsync: mutate, isPending: false, error: null }),
}));

beforeEach(() => mutate.mockReset().mockResolvedValue({}));

function Archives({ toReview }: { toReview: number }) {
  const can = { ...job().can, archive: true };
  const one = job({ state: "completed", counts: counts({ to_review: toReview }), can });
  const { actions, dialog } = useJobActions(
    () => one,
    () => {},
  );
  return (
    <>
      <button type="button" onClick={() => actions.archive(one)}>
        Put aside
      </button>
      {dialog}
    </>
  );
}

test("a job with drafts to review is archived after a question that says how many leave", async () => {
  show(<Archives toReview={9} />);
  await userEvent.click(screen.getByRole("button", { name: "Put aside" }));
  expect(mutate).not.toHaveBeenCalled();
  expect(await screen.findByText(/^9 of its drafts are still to review/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: /^Archive job/ }));
  expect(mutate.mock.calls[0]?.[0]).toEqual({ id: job().id, archived: true });
});

test("a job that was read is archived at once", async () => {
  show(<Archives toReview={0} />);
  await userEvent.click(screen.getByRole("button", { name: "Put aside" }));
  expect(mutate.mock.calls[0]?.[0]).toMatchObject({ archived: true });
});
