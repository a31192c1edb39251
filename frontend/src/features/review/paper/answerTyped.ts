import type { useAnswerNote } from "@/api";
import type { Typed } from "./usePaper";

/** Answers a note of a text that is being typed: the text changes, nothing is saved. */
export function answerTyped(
  typed: Typed,
  input: Parameters<ReturnType<typeof useAnswerNote>["mutate"]>[0],
): void {
  const nothing = { rule: "", about: "" };
  switch (input.kind) {
    case "takeOut":
      typed.mend({ do: "take_out", warning: input.warning, block: 0 });
      break;
    case "writeRight":
      typed.mend({ do: "write_right", warning: input.warning, block: 0 });
      break;
    case "putBackFact":
      typed.mend({ do: "put_back_fact", warning: input.warning, block: 0 });
      break;
    case "putBackBlock":
      typed.mend({ do: "put_back_block", warning: nothing, block: input.block });
      break;
    case "keep":
      typed.keep(input.warning);
      break;
    case "fact": // a fact is of the product: it is added by its own dialog
  }
}
