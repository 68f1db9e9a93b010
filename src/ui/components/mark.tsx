/** The three sectors meet in one point: north, south-west, south-east. */
const sectors: Readonly<Record<string, string>> = {
  CA: 'M12 12 1.6 6A12 12 0 0 1 22.4 6z',
  US: 'M12 12v12A12 12 0 0 1 1.6 6z',
  MX: 'M12 12 22.4 6A12 12 0 0 1 12 24z',
};

/** The sign of Tripoint: a disc of three countries, the one of this seat filled. */
export function TripointMark({ country }: { country?: string | undefined }) {
  return (
    <svg className="tripoint-mark" viewBox="-1 -1 26 26" aria-hidden="true" focusable="false">
      {Object.entries(sectors).map(([code, path]) => (
        <path key={code} d={path} data-own={code === country || undefined} />
      ))}
    </svg>
  );
}
