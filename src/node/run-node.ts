import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { loadAuth, loadClock, loadCrypto, loadFiles, loadLog } from '#adapters';
import { err, type Finding, ok, platformCode, type Result } from '#kernel';
import type { NodeConfig } from './config.ts';
import { loadDomains } from './domains/index.ts';
import { nodeFindings } from './findings.ts';
import { loadConfig } from './load-config.ts';
import type { Node } from './node.ts';
import { openNode } from './open-node.ts';
import { lodgeThrough, type Served, type ServeOptions, serveNode } from './serve.ts';
import { loadSpeakers } from './speakers.ts';

/** A node that runs on its own, as a ministry runs it. */
export interface RunningNode {
  readonly node: Node;
  readonly address: string;
  /** Resolves when the node is of no use any more, with why: its store takes nothing. It is still to be closed. */
  readonly failed: Promise<Finding>;
  /** Stops accepting, lets what is under way finish, closes the ledger. */
  close(): Promise<void>;
}

/** True for a token id that stands in the file, which is read again for each question: revoking takes effect at once. */
const revokedBy =
  (path: string) =>
  async (id: string): Promise<boolean> => {
    const text = await readFile(path, 'utf8').catch((problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ENOENT') return '[]';
      throw problem;
    });
    return z.array(z.string()).parse(JSON.parse(text)).includes(id);
  };

async function authentication(
  config: NodeConfig,
  folder: string,
): Promise<Pick<ServeOptions, 'authenticate' | 'sandbox'>> {
  const { bearerAuthentication, createOidcVerifier, createTokens, fileTokenStore } = await loadAuth();
  const { createRandom } = await loadCrypto();
  const { systemClock: clock } = await loadClock();
  const tokens = createTokens({
    store: await fileTokenStore(join(folder, config.tokens)),
    random: createRandom(),
    clock,
  });
  const sandbox = tokens.issueSandbox;
  if (config.oidc === undefined) return { authenticate: bearerAuthentication({ tokens }), sandbox };
  const { revoked, organisationClaim, portsClaim, ...oidc } = config.oidc;
  const claims = {
    ...(organisationClaim === undefined ? {} : { organisationClaim }),
    ...(portsClaim === undefined ? {} : { portsClaim }),
  };
  const verifier = createOidcVerifier({ ...oidc, ...claims, clock, revoked: revokedBy(join(folder, revoked)) });
  return { authenticate: bearerAuthentication({ tokens, oidc: verifier }), sandbox };
}

/** Starts one node by its configuration file and puts it on the network. */
export async function runNode(
  configFile: string,
  consoleFolder?: string,
): Promise<Result<RunningNode, readonly Finding[]>> {
  const read = await loadConfig(configFile);
  if (!read.ok) return err([read.error]);
  const config = read.value;
  const folder = dirname(resolve(configFile));
  const { createLog } = await loadLog();
  const log = createLog({ node: config.country });
  const domains = await loadDomains();
  const speakers = await loadSpeakers(domains);
  const { failed, onFault, ready } = faultLine(log);
  const opened = await openNode({ config, folder, domains, texts: speakers.finding, log, onFault });
  if (!opened.ok) return opened;
  const node = opened.value;
  const { createRandom } = await loadCrypto();
  const { systemClock } = await loadClock();
  const served = await servedOrRefused(node, {
    ...{ node, speakers, log, clock: systemClock, random: createRandom(), ...config.http },
    ...(await authentication(config, folder)),
    ready,
    ...(config.tables === undefined ? {} : { tables: join(folder, config.tables) }),
    ...(consoleFolder === undefined ? {} : { consoleFolder }),
  });
  if (!served.ok) return served;
  const stopWatching = await watch(node, { config, folder, log });
  return ok({
    node,
    failed,
    address: served.value.address,
    close: async () => {
      await stopWatching();
      await served.value.close();
      await node.close();
    },
  });
}

/** Hears when the store has stopped, and tells whoever waits for the end of the node. */
function faultLine(log: ServeOptions['log']) {
  let ready = true;
  let fail = (_finding: Finding): void => {};
  const failed = new Promise<Finding>((resolve) => {
    fail = resolve;
  });
  const onFault = (finding: Finding): void => {
    ready = false;
    log.error('store-stopped', { code: finding.code });
    fail(finding);
  };
  return { failed, onFault, ready: () => ready };
}

/** A port that is taken, or an address that is not this machine's, is the operator's trouble and no bug. */
async function servedOrRefused(node: Node, options: ServeOptions): Promise<Result<Served, readonly Finding[]>> {
  try {
    return ok(await serveNode(options));
  } catch (problem) {
    await node.close();
    if (!(problem instanceof Error && 'syscall' in problem && problem.syscall === 'listen')) throw problem;
    const { host, port } = options;
    return err([nodeFindings.find('NOD-0209', { host, port, problem: platformCode(problem) ?? '' })]);
  }
}

/** Lodges what is put into the watched folder, when there is one. Returns how to stop. */
async function watch(
  node: Node,
  on: { config: NodeConfig; folder: string; log: Parameters<typeof serveNode>[0]['log'] },
): Promise<() => Promise<void>> {
  if (on.config.watchedFolder === undefined) return async () => {};
  const { watchFolder } = await loadFiles();
  const watched = watchFolder({
    folder: join(on.folder, on.config.watchedFolder),
    lodge: lodgeThrough(node),
    actor: { name: 'watched-folder', roles: ['carrier'], ports: [] },
    reality: on.config.reality,
    log: on.log,
  });
  void watched.start();
  return () => watched.stop();
}
