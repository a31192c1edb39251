import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Instructions, JobSpec } from "@/contract";
import { show } from "@/testing/render";
import { InstructionsField } from "./InstructionsField";
import { useWords } from "./useWords";

const voice = {
  id: "1",
  name: "House voice",
  field: "description",
  shop_id: "",
  house: false,
} as const;
const spec: JobSpec = {
  shop_id: "s1",
  field: "description",
  selection: { all: true },
  only_empty: false,
  unseen: false,
  sample: 0,
  model: "",
  instructions: "",
  instructions_name: "",
  strategy: "review",
};
let saved: Instructions[];
vi.mock("@/api", () => ({
  useInstructions: () => ({ data: saved }),
  useSaveInstructions: () => ({ isPending: false }),
  useSettingsOf: () => ({ writer: { kind: "template" } }),
}));

function Panel() {
  return (
    <InstructionsField shop="s1" field="description" words={useWords("description")} spec={spec} />
  );
}

test("picked instructions follow what is saved under their name, until they are typed over", async () => {
  saved = [{ ...voice, text: "Short sentences." }];
  const { rerender } = show(<Panel />);
  await userEvent.selectOptions(screen.getByLabelText("Saved instructions"), "1");
  const text = screen.getByRole("textbox", { name: "Instructions" });
  saved = [{ ...voice, text: "Long sentences." }];
  rerender(<Panel />);
  expect(text).toHaveValue("Long sentences.");

  await userEvent.type(text, " No questions.");
  saved = [{ ...voice, text: "Other." }];
  rerender(<Panel />);
  expect(text).toHaveValue("Long sentences. No questions.");
});

test("what does nothing is said where it is typed", async () => {
  saved = [];
  show(<Panel />);
  expect(screen.queryByText(/do not use instructions/)).toBeNull();
  await userEvent.type(screen.getByRole("textbox", { name: "Instructions" }), "Name {{brand}.");
  expect(screen.getByText(/{brand} is not a placeholder/)).toBeVisible();
  expect(screen.getByText(/do not use instructions/)).toBeVisible();
});
