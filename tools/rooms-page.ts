import { type Acquaintance, type Room, rooms } from './rooms.ts';

const mode: Readonly<Record<Acquaintance, string>> = { full: '', types: ' (types only)', lazy: ' (by `import()`)' };

const acquaintances = (room: Room): string =>
  Object.entries(room.mayImport)
    .map(([name, how]) => `${name}${mode[how]}`)
    .join(', ') || 'nothing';

const packages = (room: Room): string =>
  room.packages === 'any' ? 'what it tames' : room.packages.join(', ') || 'none';

const row = (room: Room): string =>
  `| \`${room.folder}\` | ${room.holds} | ${acquaintances(room)} | ${packages(room)} | ${room.pure ? 'yes' : 'no'} |`;

/** `docs/reference/rooms.md`, printed from the table. */
export const roomsPage = (): string => `# Rooms, and who may know whom

Printed from \`tools/rooms.ts\` by \`npm run docs\`; \`npm run check\` enforces it. What the table does not allow is forbidden.

| room | holds | may import | packages | pure |
|---|---|---|---|---|
${rooms.map(row).join('\n')}

- A room is entered by its \`index.ts\`, reached as \`#room\` (\`#kernel\`, \`#formats/edifact\`); inside a room imports are relative.
  More doors: each adapter (\`#adapters/files\`), and the node's register of domains (\`#node/domains\`).
- \`*\` is one folder a standard or a domain; these never import each other.
- A pure room has no I/O, clock or randomness. It is compiled without Node's and the browser's types (\`tsconfig.pure.json\`),
  so that \`process\`, \`Buffer\`, \`fetch\` or a timer does not compile. Tests beside code are exempt from this rule and from no other.
- Every room may import JSON from \`data/\`, and its own texts from \`src/locales/*/<room>.json\`. No room imports from \`test/\`, \`tools/\` or \`bench/\`.
- No import circles, type imports included.
`;
