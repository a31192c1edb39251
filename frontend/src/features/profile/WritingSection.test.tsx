import { QueryClient } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { queryKeys } from "@/api/keys";
import { show } from "@/testing/render";
import { WritingSection } from "./WritingSection";

const section = (caps: object, writer: object, own: string[] = []) => {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(queryKeys.shopSettings("s1"), {
    in_force: { strategy: "review", writer, caps },
    own,
  });
  const onSettings = vi.fn();
  show(<WritingSection shop="s1" onSettings={onSettings} />, client);
  return onSettings;
};

test("says how jobs of the shop are written and published, and leads to Settings", async () => {
  const model = { kind: "openai", model: "copy-large-2", base_url: "https://llm.example/v1" };
  const onSettings = section({ month_usd: 60, day_usd: 4, job_usd: 0 }, model, ["caps.month_usd"]);
  const region = screen.getByRole("region", { name: "Writing and publishing" });
  expect(region).toHaveTextContent("Review before publish");
  expect(region).toHaveTextContent("copy-large-2 https://llm.example/v1");
  expect(region).toHaveTextContent("$60.00 a month, $4.00 a day");
  expect(within(region).getAllByText(/this shop only/)).toHaveLength(1);
  expect(within(region).getAllByText(/as for all shops/)).toHaveLength(2);
  expect(region).not.toHaveTextContent("a job");
  await userEvent.click(within(region).getByRole("button", { name: "Change: Writer" }));
  expect(onSettings).toHaveBeenCalledOnce();
});

test("the template writer has no server, and no cap is said to be none", () => {
  section({ month_usd: 0, day_usd: 0, job_usd: 0 }, { kind: "template", model: "", base_url: "" });
  const region = screen.getByRole("region", { name: "Writing and publishing" });
  expect(region).toHaveTextContent("Template writer");
  expect(region).toHaveTextContent("No cap");
});
