import type { Sql } from 'postgres';
import { err, ok, type Result } from '#kernel';
import { ledgerFindings } from '#ledger';

/** What a database must be set to, so that what it confirms is on stable storage. */
const needed = [
  { setting: 'fsync', values: ['on'] },
  { setting: 'full_page_writes', values: ['on'] },
  { setting: 'synchronous_commit', values: ['on', 'remote_apply'] },
  // A replica can show a history that the primary never had.
  { setting: 'in_hot_standby', values: ['off'] },
];

const oldest = 150_000;

/** LED-0208 when the server is older than 15, LED-0206 when a setting lets it lose what it has confirmed. */
export async function checkServer(sql: Sql): Promise<Result<void>> {
  const show = async (setting: string): Promise<string> => {
    const [row] = await sql.unsafe(`show ${setting}`);
    return String(Object.values(row ?? {})[0]);
  };
  if (Number(await show('server_version_num')) < oldest) {
    return err(ledgerFindings.find('LED-0208', { version: await show('server_version'), needed: '15' }));
  }
  for (const { setting, values } of needed) {
    const value = await show(setting);
    if (!values.includes(value)) {
      return err(ledgerFindings.find('LED-0206', { setting, value, needed: values[0] ?? '' }));
    }
  }
  return ok(undefined);
}
