import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Mend, WarningKey } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** What the checks say of a text that is being typed; the answer before it stays until the next comes. */
export function useJudged(job: string, item: string, text: string | undefined, kept: WarningKey[]) {
  return useQuery({
    queryKey: [...queryKeys.proof(job, item), "judged", text ?? "", kept],
    queryFn: () => call("JudgeText", item, text ?? "", kept),
    enabled: text !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 1000,
  });
}

/** Answers a warning of a text that is being typed: the text after it. */
export function mendText(item: string, text: string, mend: Mend): Promise<string> {
  return call("MendText", item, text, mend);
}
