import { useEffect, useState } from 'react';

/** The value of a moment ago: while it keeps changing, the one before. */
export function useDelayed<T>(value: T, milliseconds: number): T {
  const [held, setHeld] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setHeld(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return held;
}
