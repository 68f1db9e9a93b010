import papaparse from 'papaparse';
import { decodeLatin1, decodeStrictUtf8 } from '#kernel';

/** One record of a file of comma-separated values (RFC 4180), with its number from 1; blank lines count and are left out. */
export interface CsvRecord {
  readonly number: number;
  readonly fields: readonly string[];
  /** False when a quotation mark is missing or stands where none may. */
  readonly sound: boolean;
}

/** Reads records one by one, as UTF-8, or as ISO 8859-1 where the bytes are no UTF-8. */
export function eachRecord(bytes: Uint8Array, take: (record: CsvRecord) => void, delimiter: ',' | '\t' = ','): void {
  const text = (decodeStrictUtf8(bytes) ?? decodeLatin1(bytes)).replace(/^\uFEFF/, '');
  let number = 0;
  papaparse.parse(text, {
    delimiter,
    step: ({ data, errors }) => {
      number += 1;
      if (data.length > 1 || data[0]?.trim() !== '') take({ number, fields: data, sound: errors.length === 0 });
    },
  });
}
