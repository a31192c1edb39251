import { useEffect, useRef } from "react";

/** The position at which a list was left: its scroll offset in pixels and the line under the cursor. */
export interface Place {
  offset: number;
  cursor: number;
}

/** How many lists are remembered; the oldest is dropped first. */
const MOST = 50;

const places = new Map<string, Place>();

export function placeOf(list: string | undefined): Place {
  return (list && places.get(list)) || { offset: 0, cursor: 0 };
}

function keepPlace(list: string, place: Place): void {
  places.delete(list);
  places.set(list, place);
  const oldest = places.keys().next().value;
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}

/** Saves a list's position. */
export function useKeepPlace(list: string | undefined, now: Place): void {
  const place = useRef(now);
  useEffect(() => {
    place.current = now;
  });
  useEffect(
    () => () => {
      if (list !== undefined) keepPlace(list, place.current);
    },
    [list],
  );
}
