import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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

test("/ goes there, typing is followed, Enter goes back to the list", async () => {
  const user = userEvent.setup();
  const told = vi.fn();
  show(<Field told={told} />);
  await user.keyboard("/");
  const field = screen.getByRole("searchbox", { name: "Search jobs" });
  expect(field).toHaveFocus();
  await user.keyboard("lamp");
  await waitFor(() => expect(told).toHaveBeenLastCalledWith("lamp"));
  await user.keyboard("{Enter}");
  expect(field).not.toHaveFocus();
  expect(field).toHaveValue("lamp");
});

describe("typing and answers", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const type = (value: string) =>
    act(() => {
      fireEvent.change(screen.getByRole("searchbox"), { target: { value } });
    });
  const rest = () => act(() => vi.advanceTimersByTime(120));

  test("the list follows once typing rests", () => {
    const told = vi.fn();
    show(<SearchField label="Search jobs" value="" onChange={told} />);
    for (const so of ["l", "la", "lam", "lamp"]) type(so);
    expect(told).not.toHaveBeenCalled();
    rest();
    expect(told.mock.calls).toEqual([["lamp"]]);
  });

  test("what was typed meanwhile stays when the page takes up an earlier word", () => {
    const field = (value: string) => (
      <SearchField label="Search" value={value} onChange={() => {}} />
    );
    const { rerender } = show(field(""));
    type("la");
    rest();
    type("lam");
    rest();
    type("lamp");
    rerender(field("la"));
    expect(screen.getByRole("searchbox")).toHaveValue("lamp");
    rerender(field("lam"));
    expect(screen.getByRole("searchbox")).toHaveValue("lamp");
    rerender(field("vase")); // another list was chosen
    expect(screen.getByRole("searchbox")).toHaveValue("vase");
  });
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
