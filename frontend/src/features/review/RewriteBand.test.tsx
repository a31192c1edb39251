import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { RewriteState } from "@/contract";
import { item } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { RewriteBand } from "./RewriteBand";

const reason = { code: "spend_cap", message: "This job is at its cap of $1.00." } as const;

const rewrite = (state: RewriteState) => ({
  state,
  note: "shorter",
  brief: "",
  revision: 1,
  reason: state === "paused" || state === "failed" ? reason : null,
});

test.each<[RewriteState, RegExp, string[]]>([
  ["queued", /waits to be written again/, ["Keep this draft"]],
  ["writing", /is being written again/, ["Keep this draft"]],
  [
    "paused",
    /paused, and the draft stays as it is. This job is at its cap/,
    ["Resume", "Keep this draft"],
  ],
  ["written", /Written again. The marks show what changed.*shorter/, []],
  ["failed", /Not written again, so the draft was kept. This job is at its cap/, []],
])("a draft whose regenerate is %s says so", (state, sentence, buttons) => {
  show(<RewriteBand item={item({ rewrite: rewrite(state) })} />);
  expect(screen.getByRole("region", { name: "Regenerate" })).toHaveTextContent(sentence);
  expect(screen.queryAllByRole("button").map((button) => button.textContent)).toEqual(buttons);
});
