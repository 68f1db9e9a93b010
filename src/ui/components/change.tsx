import { type ReactNode, useEffect, useRef, useState } from 'react';

/** How long a mark says that a value changed just now. */
export const markMs = 2000;

/** A value that may change where it stands. When it does, its edge says so for two seconds; nothing moves. */
export function Changed({ value, children }: { value: string | number; children: ReactNode }) {
  const before = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === value) return undefined;
    before.current = value;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), markMs);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <span className="change" data-changed={changed || undefined}>
      {children}
    </span>
  );
}
