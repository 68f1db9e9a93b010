import type { ReactNode } from 'react';
import { Failure, type Reading, Skeleton, StaleMark } from '#ui';

/** What was read, or that it is being read, or why it could not be. A failed renewal keeps what stood there. */
export function Told<Value>({ read, children }: { read: Reading<Value>; children: (value: Value) => ReactNode }) {
  if (read.value !== undefined) {
    return (
      <>
        <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
        {children(read.value)}
      </>
    );
  }
  if (read.problem === undefined) return read.loading ? <Skeleton lines={3} /> : null;
  return <Failure quiet problem={read.problem} retry={() => void read.renew()} />;
}
