import { useEffect, useState } from "react";

/** The time, counted every second while something goes on. */
export function useNow(going: boolean): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!going) return;
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [going]);
  return now;
}
