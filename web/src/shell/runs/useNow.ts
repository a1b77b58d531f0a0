import { useEffect, useState } from 'react';

/** The clock of the browser, ticking each second while asked to. */
export function useNow(ticking = true, every = 1_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [ticking, every]);
  return now;
}
