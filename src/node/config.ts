import { z } from 'zod';
import type { ListFormat } from '#formats/lists';
import { type CountryCode, countryCode, err, ok, parseReality, type Reality, type Result } from '#kernel';
import { nodeFindings } from './findings.ts';

const country = z.string().transform((text, context): CountryCode => {
  const code = countryCode(text);
  if (code !== undefined) return code;
  context.addIssue({ code: 'custom', message: 'two capital letters' });
  return z.NEVER;
});

const reality = z.string().transform((text, context): Reality => {
  const read = parseReality(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'live, demonstration or exercise <name>' });
  return z.NEVER;
});

/** The forms of lists, as `#formats/lists` reads them; by name only, so that a configuration loads none of the readers. */
const formats = [
  ...(['ofac', 'ofac-xml', 'un', 'eu-xml', 'eu-journal', 'uk-xml', 'uk-csv', 'canada', 'ftm'] as const),
  ...(['csl-json', 'csl-csv', 'bis', 'cn', 'csv', 'jsonl'] as const),
] satisfies readonly ListFormat[];

const key = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits');

/** How one node is set up. Every path is relative to the configuration's own folder. */
export const nodeConfigSchema = z.strictObject({
  country,
  reality: reality.default('live'),
  store: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('embedded'), folder: z.string() }),
      z.strictObject({ kind: z.literal('postgres'), url: z.string(), keys: z.string() }),
    ])
    .default({ kind: 'embedded', folder: 'ledger' }),
  /** The node's own keys; made on first start, readable by the owner only. */
  identity: z.string().default('identity.json'),
  http: z
    .strictObject({
      host: z.string().default('127.0.0.1'),
      port: z.number().int().min(0).max(65535).default(8421),
      /** Lodgements under way; one beyond them is turned away (API-0504). What this machine answers in time, see docs/operate. */
      underWay: z.number().int().min(1).max(100_000).optional(),
    })
    .default({ host: '127.0.0.1', port: 8421 }),
  partners: z
    .array(z.strictObject({ country, url: z.url(), sealingKey: key, signingKey: key, token: z.string().optional() }))
    .max(16)
    .default([]),
  /** Own lists to screen against: name, importer, file, purpose. */
  lists: z
    .array(
      z.strictObject({
        file: z.string(),
        /** Of an OFAC list: the file of its aliases (alt.csv), which stand apart from the names. */
        alt: z.string().optional(),
        format: z.enum(formats),
        name: z.string(),
        purpose: z.string(),
      }),
    )
    .max(64)
    .default([]),
  /** API tokens, as digests. */
  tokens: z.string().default('tokens.json'),
  /** A folder whose tables replace the shipped ones, laid out as data/. */
  tables: z.string().optional(),
  /** Senders that are read leniently, by organisation. */
  lenient: z.array(z.string()).max(10_000).default([]),
  watchedFolder: z.string().optional(),
  /** To whom backups are sealed, and how many days their keys may be restored. */
  backup: z.strictObject({ recoveryKey: key, keepDays: z.number().int().min(1).max(3660).default(30) }).optional(),
  oidc: z
    .strictObject({
      issuer: z.url(),
      audience: z.string(),
      roleClaim: z.string().default('roles'),
      /** Group of the issuer to role of the node. */
      roles: z.record(z.string(), z.string()),
      organisationClaim: z.string().optional(),
      portsClaim: z.string().optional(),
      /** Ids (`jti`) of tokens that were revoked before their time: a JSON list, read again when it changes. */
      revoked: z.string().default('revoked-tokens.json'),
    })
    .optional(),
});

export type NodeConfig = z.infer<typeof nodeConfigSchema>;

/** Reads a configuration; the first thing wrong with it is a finding that names its path. */
export function readConfig(value: unknown): Result<NodeConfig> {
  const read = nodeConfigSchema.safeParse(value);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  return err(nodeFindings.find('NOD-0201', { path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' }));
}
