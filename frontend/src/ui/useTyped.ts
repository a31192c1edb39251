import { useCallback, useEffect, useRef, useState } from "react";

/** How long typing must pause before the list follows, in milliseconds. */
const REST_MS = 120;

interface Typed<T> {
  typed: T;
  type: (words: T) => void;
  /** Takes words at once, without the pause. */
  tell: (words: T) => void;
}

/**
 * What is typed into a field whose page follows after a pause. The page takes words up later than they are told: an
 * earlier word that comes back does not undo what was typed since.
 */
export function useTyped<T>(value: T, onChange: (value: T) => void): Typed<T> {
  const [typed, type] = useState(value);
  const told = useRef<T[]>([]); // and not taken up by the page yet
  const tell = useCallback(
    (words: T) => {
      type(words);
      told.current.push(words);
      onChange(words);
    },
    [onChange],
  );
  useEffect(() => {
    const own = told.current.indexOf(value);
    told.current = own < 0 ? [] : told.current.slice(own + 1);
    if (own < 0) type(value);
  }, [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => tell(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, value, tell]);
  return { typed, type, tell };
}
