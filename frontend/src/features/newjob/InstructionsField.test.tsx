import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Instructions } from "@/contract";
import { show } from "@/testing/render";
import { InstructionsField } from "./InstructionsField";
import { useWords } from "./useWords";

const voice = { id: "1", name: "House voice", field: "description", shop_id: "" } as const;
let saved: Instructions[];
vi.mock("@/api", () => ({
  useInstructions: () => ({ data: saved }),
  useSaveInstructions: () => ({ isPending: false }),
}));

function Panel() {
  return <InstructionsField shop="s1" field="description" words={useWords("description")} />;
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
