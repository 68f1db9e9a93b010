import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { shippedData } from './data-folder.ts';

/** The version of the program: what the manifest says that is shipped beside the data. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(dirname(shippedData()), 'package.json'), 'utf8')));
