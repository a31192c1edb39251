import { useQuery } from "@tanstack/react-query";
import type { Mend, WarningKey } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** A text that is being typed. */
interface Typing {
  job: string;
  item: string;
  /** Which edit of the page it is. */
  edit: number;
}

/** What the checks say of a text that is being typed; the answer before it stays until the next of this edit comes. */
export function useJudged(
  { job, item, edit }: Typing,
  text: string | undefined,
  kept: WarningKey[],
) {
  const about = [...queryKeys.proof(job, item), "judged", edit];
  return useQuery({
    queryKey: [...about, text ?? "", kept],
    queryFn: () => call("JudgeText", item, text ?? "", kept),
    enabled: text !== undefined,
    placeholderData: (before, of) =>
      about.every((part, i) => of?.queryKey[i] === part) ? before : undefined,
    gcTime: 1000,
  });
}

/** Answers a warning of a text that is being typed: the text after it. */
export function mendText(item: string, text: string, mend: Mend): Promise<string> {
  return call("MendText", item, text, mend);
}
