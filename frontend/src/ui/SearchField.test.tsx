import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { SearchField } from "./SearchField";

function Field({ told }: { told: (value: string) => void }) {
  const [value, setValue] = useState("");
  return (
    <SearchField
      label="Search jobs"
      value={value}
      onChange={(next) => {
        told(next);
        setValue(next);
      }}
    />
  );
}

test("/ goes there, typing is followed once it rests, Enter goes back to the list", async () => {
  const user = userEvent.setup();
  const told = vi.fn();
  show(<Field told={told} />);
  await user.keyboard("/");
  const field = screen.getByRole("searchbox", { name: "Search jobs" });
  expect(field).toHaveFocus();
  await user.keyboard("lamp");
  await waitFor(() => expect(told).toHaveBeenCalledWith("lamp"));
  expect(told.mock.calls.length).toBeLessThan(4);
  await user.keyboard("{Enter}");
  expect(field).not.toHaveFocus();
  expect(field).toHaveValue("lamp");
});

test("Escape clears at once", async () => {
  const user = userEvent.setup();
  const told = vi.fn();
  show(<Field told={told} />);
  const field = screen.getByRole("searchbox");
  await user.type(field, "x");
  await user.keyboard("{Escape}");
  expect(told).toHaveBeenLastCalledWith("");
  expect(field).toHaveValue("");
});
