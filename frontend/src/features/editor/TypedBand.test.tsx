import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { OwnText, TypedTexts } from "@/contract";
import { typedOf } from "@/domain/desk";
import { desk } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { TypedBand } from "./TypedBand";
import { useTexts } from "./useTexts";

const { api } = vi.hoisted(() => ({
  api: { rows: [] as TypedTexts[], kept: vi.fn(), dropped: vi.fn() },
}));

vi.mock("@/api", () => ({
  useTyped: () => api.rows,
  keepTyped: (texts: OwnText[]) => Promise.resolve(api.kept(texts)),
  dropTyped: (_: string, __: string, { seat, turn }: TypedTexts) =>
    Promise.resolve(api.dropped(seat, turn)),
}));

beforeEach(() => {
  api.rows = [];
  vi.clearAllMocks();
});

const own = (field: OwnText["field"], content: string): OwnText => ({
  field,
  image_id: "",
  content,
  expected: { text: "Hesper" },
  revision: 0,
});
const row = (...texts: OwnText[]): TypedTexts => ({
  seat: "left",
  turn: 3,
  texts,
  person: "Ada",
  typed_at: "2026-10-14T08:00:00Z",
});
const shown = desk({ title: "Hesper", seo_title: { text: "Hesper" } });

/** The band, with fields to type into; what is kept of this page follows the fields. */
function Page() {
  const texts = useTexts(shown, () => {});
  return (
    <>
      <TypedBand texts={texts} />
      {texts.states.map((state) => (
        <input
          key={state.key}
          aria-label={state.key}
          value={state.text}
          onChange={(e) => texts.type(state, e.target.value)}
        />
      ))}
      <output>{JSON.stringify(typedOf(texts.unsaved).map(({ content }) => content))}</output>
    </>
  );
}

const field = (name: string) => screen.getByRole("textbox", { name });
const retype = async (name: string, text: string) => {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
};
const band = () => screen.queryByRole("region");

test("what is in the data file already is forgotten, with the turn that was seen", () => {
  api.rows = [row(own("title", "Hesper"))];
  show(<Page />);
  expect(band()).toBeNull();
  expect(api.dropped.mock.calls).toEqual([["left", 3]]);
});

test("what is only typed here as well is neither offered nor forgotten", async () => {
  api.rows = [row(own("title", "Lamp"))];
  show(<Page />);
  await retype("title", "Lamp");
  expect(band()).toBeNull();
  expect(api.dropped).not.toHaveBeenCalled();
});

test("the texts go on here, are kept, and are then forgotten there", async () => {
  api.rows = [row(own("title", "Lamp"))];
  show(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Continue with it" }));
  expect(field("title")).toHaveValue("Lamp");
  expect(api.kept.mock.calls).toEqual([[[own("title", "Lamp")]]]);
  await vi.waitFor(() => expect(api.dropped.mock.calls).toEqual([["left", 3]]));
});

test("what is being typed here is not replaced, and the text of that field is offered still", async () => {
  api.rows = [row(own("title", "Lamp"), own("seo_title", "Lamp for desks"))];
  show(<Page />);
  await retype("title", "Mine");
  await userEvent.click(screen.getByRole("button", { name: "Continue with it" }));
  expect(field("title")).toHaveValue("Mine");
  expect(field("seo_title")).toHaveValue("Lamp for desks");
  expect(screen.getByRole("status")).toHaveTextContent('["Mine","Lamp for desks"]');
  expect(band()).toHaveTextContent("typed a text");
  expect(screen.queryByRole("button", { name: /Continue/ })).toBeNull();
  expect(api.dropped).not.toHaveBeenCalled();
  await retype("title", "Hesper");
  await userEvent.click(screen.getByRole("button", { name: "Continue with it" }));
  expect(field("title")).toHaveValue("Lamp");
  await vi.waitFor(() => expect(api.dropped.mock.calls).toEqual([["left", 3]]));
});

test("what is discarded is forgotten", async () => {
  api.rows = [row(own("title", "Lamp"))];
  show(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Discard it" }));
  expect(api.dropped.mock.calls).toEqual([["left", 3]]);
});
