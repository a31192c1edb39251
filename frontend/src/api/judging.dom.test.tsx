import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { useJudged } from "./judging";

const { answers } = vi.hoisted(() => ({ answers: new Map<string, (of: object) => void>() }));

vi.mock("./client", () => ({
  call: (_: string, __: string, text: string) =>
    new Promise((resolve) => answers.set(text, resolve)),
}));

test("an answer stays while the same edit goes on, and is not shown for the next edit", async () => {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result, rerender } = renderHook(
    ({ edit, text }: { edit: number; text: string | undefined }) =>
      useJudged({ job: "1", item: "1/1", edit }, text, []),
    { wrapper, initialProps: { edit: 1, text: "Poor" as string | undefined } },
  );
  act(() => answers.get("Poor")?.({ blocks: ["poor"] }));
  await waitFor(() => expect(result.current.data).toEqual({ blocks: ["poor"] }));
  rerender({ edit: 1, text: "Poor text" });
  expect(result.current.data).toEqual({ blocks: ["poor"] });
  rerender({ edit: 0, text: undefined });
  rerender({ edit: 2, text: "Good" });
  expect(result.current.data).toBeUndefined();
  act(() => answers.get("Good")?.({ blocks: ["good"] }));
  await waitFor(() => expect(result.current.data).toEqual({ blocks: ["good"] }));
});
