import { type RefObject, useCallback, useState } from "react";
import type { Windowed } from "@/api";
import type { Activity } from "@/contract";

/** How far from the cursor an entry is looked for: new ones push it down. */
const NEAR = 300;

/** Which entry is looked at closely; it follows the cursor, and shows what became of it since. */
export function useOpenEntry(list: Windowed<Activity>, cursor: RefObject<number>) {
  const { rowAt } = list;
  const [opened, setOpened] = useState<Activity>();
  const close = useCallback(() => setOpened(undefined), []);
  const follow = useCallback(
    (index: number) => {
      cursor.current = index;
      setOpened((now) => now && (rowAt(index) ?? now));
    },
    [cursor, rowAt],
  );
  return {
    entry: opened && freshest(opened, cursor.current, rowAt),
    open: setOpened,
    close,
    follow,
  };
}

function freshest(
  entry: Activity,
  around: number,
  rowAt: (index: number) => Activity | undefined,
): Activity {
  for (let by = 0; by < NEAR; by++) {
    for (const index of [around + by, around - by]) {
      const row = index < 0 ? undefined : rowAt(index);
      if (row?.number === entry.number) return row;
    }
  }
  return entry;
}
