import { useEffect } from "react";
import { useMarkOpened } from "@/api";
import type { Item } from "@/contract";

/** Notes that a person is shown the whole draft, at its revision; undefined while it is not on screen. */
export function useOpened(item: Pick<Item, "id" | "revision" | "state"> | undefined): void {
  const { mutate } = useMarkOpened();
  const id = item?.state === "generated" ? item.id : undefined;
  const revision = item?.revision;
  useEffect(() => {
    if (id !== undefined && revision !== undefined) mutate([{ id, revision }]);
  }, [id, revision, mutate]);
}
