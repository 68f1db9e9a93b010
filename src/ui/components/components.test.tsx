import { describe, expect, test } from 'vitest';
import { Link, Said } from '../house.tsx';
import { createSpeech } from '../language/speech.ts';
import { type Column, Table, TableCount } from '../table/table.tsx';
import { drawn, houseOf, now, said } from '../testing/drawn.tsx';
import { Button } from './button.tsx';
import { Changed } from './change.tsx';
import { Due } from './due.tsx';
import { Facts, Verbatim } from './facts.tsx';
import { Choice, Field, Select } from './field.tsx';
import { Figure } from './figure.tsx';
import { LinkMark, LiveBar, StaleMark } from './live.tsx';
import { Empty, ErrorSummary, Failure, Message, Skeleton } from './message.tsx';
import { Page, Panel } from './page.tsx';
import { cutSegments, Raw, segmentsOf } from './raw.tsx';
import { Shape } from './shape.tsx';
import { SeatBanner } from './shell.tsx';
import { Status, StatusBar, StatusCounts } from './status.tsx';
import { Tabs } from './tabs.tsx';
import { Ago, Countdown, Moment } from './time.tsx';

/* What each component says and how it is marked, drawn as text: no browser is needed for that. */

describe('status', () => {
  test.each(['clear', 'review', 'hold', 'stop', 'pending'] as const)('%s is fill, shape and word', (kind) => {
    const html = drawn(<Status kind={kind} word="a word" />);
    expect(html).toContain(`data-kind="${kind}"`);
    expect(html).toContain(`data-sign="${kind}"`);
    expect(html).toContain('a word');
  });
  test('the shape is for the eye only, and a badge changes it', () => {
    expect(drawn(<Shape sign="stop" />)).toContain('aria-hidden="true"');
    expect(drawn(<Shape sign="pending" badge="stale" />)).toContain('shape-badge');
    expect(drawn(<Shape sign="clear" badge="overridden" />)).toContain('shape-notch');
  });
  const counts = [
    { kind: 'stop' as const, word: 'refused', count: 2 },
    { kind: 'review' as const, word: 'waiting', count: 0 },
    { kind: 'clear' as const, word: 'cleared', count: 1200 },
  ];
  test('counts leave out what there is none of', () => {
    expect(said(<StatusCounts counts={counts} />)).toBe('2 refused 1,200 cleared');
    expect(said(<StatusCounts counts={[]} none="none yet" />)).toBe('none yet');
  });
  test('the bar has a share for each and is silent', () => {
    const html = drawn(<StatusBar counts={counts} />);
    expect(html).toContain('flex-grow:1200');
    expect(html).toContain('aria-hidden="true"');
    expect(drawn(<StatusBar counts={[]} />)).toBe('');
  });
});

describe('time', () => {
  test('a moment is told in its own zone, and in UTC when pointed at', () => {
    const html = drawn(<Moment at={now} zone="America/Mexico_City" day />);
    expect(html).toContain('2026-11-24 13:05');
    expect(html).toContain('title="2026-11-24 19:05 UTC"');
    expect(html).toContain('dateTime="2026-11-24T19:05:09.000Z"');
  });
  test('without a zone it is told in that of the node', () => {
    expect(said(<Moment at={new Date(now).toISOString()} second />)).toBe('14:05:09 EST');
    expect(said(<Moment at={now} />, houseOf('fr'))).toBe('14 h 05 HNE');
  });
  test('what is no instant is shown as it came', () => {
    expect(said(<Moment at="soon" />)).toBe('soon');
  });
  test.each([
    [-6 * 60_000, 'late', 'closed 6 minutes ago'],
    [5 * 60_000, 'urgent', '5 minutes left'],
    [40 * 60_000, 'soon', '40 minutes left'],
    [26 * 3_600_000, 'far', '1 day 2 hours'],
  ])('a countdown of %d ms is %s and says it in words', (left, urgency, words) => {
    const html = drawn(<Countdown to={now + left} />);
    expect(html).toContain(`data-urgency="${urgency}"`);
    expect(said(<Countdown to={now + left} />)).toContain(words);
  });
  test.each([
    [130_000, '2 minutes ago'],
    [1000, '1 second ago'],
    [3 * 86_400_000, '3 days ago'],
    [-5000, '0 seconds ago'],
  ])('%d ms ago reads %s', (ms, words) => {
    expect(said(<Ago at={now - ms} />)).toBe(words);
  });
});

describe('numbers', () => {
  test('a figure opens what it counts, and says its number and its word as one', () => {
    const figure = <Figure to="/list?late" value={1234} word="are late" kind="stop" />;
    expect(drawn(figure)).toMatch(/<a[^>]*href="\/list\?late"/);
    expect(drawn(figure)).toContain('data-sign="stop"');
    expect(said(figure)).toBe('1,234 are late');
    expect(said(<Figure to="/" value={0.974} as="share" word="in time" />)).toBe('97% in time');
  });
  test.each([
    ['2026-11-24', 'today'],
    ['2026-11-25', 'in 1 day'],
    ['2026-11-22', '2 days late'],
    ['2026-11', 'this month'],
    ['2026-12', 'in 1 month'],
    ['2026-10', '1 month late'],
    ['2006-12', '239 months late'],
    ['2027-03-01', 'in 4 months'],
  ])('%s is due %s', (on, words) => {
    expect(said(<Due on={on} />)).toBe(words);
    expect(drawn(<Due on={on} />)).toContain(`dateTime="${on}"`);
    expect(drawn(<Due on={on} />).includes('data-kind="stop"')).toBe(words.includes('late'));
  });
  test('what is due is told in French and Spanish', () => {
    expect(said(<Due on="2026-09" />, houseOf('fr'))).toBe('2 mois de retard');
    expect(said(<Due on="2026-11-27" />, houseOf('es'))).toBe('en 3 días');
  });
  test('a value that has not changed has no mark', () => {
    expect(drawn(<Changed value={1}>1</Changed>)).toBe('<span class="change">1</span>');
  });
});

interface Row {
  readonly key: string;
  readonly name: string;
  readonly group: string;
}
const rows: readonly Row[] = [
  { key: 'a', name: 'Alpha', group: 'now' },
  { key: 'b', name: 'Beta', group: 'later' },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Name', head: true, cell: ({ name }) => name, order: () => 0 },
  { key: 'group', title: 'Group', cell: ({ group }) => group, align: 'end', wideOnly: true },
];

describe('table', () => {
  const table = (
    <Table
      caption="Things"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      to={({ key }) => `/things/${key}`}
      group={({ group }) => ({ key: group, title: `Group ${group}` })}
      changed={new Set(['a'])}
      gone={new Set(['b'])}
      tone={({ group }) => (group === 'now' ? 'now' : undefined)}
    />
  );
  test('each row is one stop of the Tab key: its first link', () => {
    const html = drawn(table);
    expect(html.match(/tabindex="0"/gi)).toHaveLength(1);
    expect(html).toContain('href="/things/a"');
    expect(html).toContain('aria-sort="none"');
  });
  test('rows stand under the head of their group, marked by what happened to them', () => {
    expect(said(table)).toBe('Things Name Group Group now Alpha now Group later Beta later');
    expect(drawn(table)).toMatch(/data-changed="true"[^>]*data-tone="now"/);
    expect(drawn(table)).toContain('data-gone="true"');
  });
  test('a short table has no filter unless it is asked for, and numbers no rows', () => {
    expect(drawn(table)).not.toContain('type="search"');
    expect(drawn(table)).not.toContain('aria-rowindex');
    const filtered = <Table caption="Things" columns={columns} rows={rows} rowKey={({ key }) => key} filter />;
    expect(drawn(filtered)).toContain('aria-keyshortcuts="/"');
    expect(said(filtered)).toContain('2 rows');
  });
  const many = Array.from({ length: 250 }, (_, at) => ({ key: `k${at}`, name: `N${at}`, group: 'now' }));
  const long = <Table caption="Things" columns={columns} rows={many} rowKey={({ key }) => key} />;
  test('a long table counts its rows with the head, and where they lead nowhere its frame takes the focus', () => {
    const html = drawn(long);
    expect(html).toContain('aria-rowcount="251"');
    expect(html).toMatch(/data-long="true"[^>]*tabindex="0"[^>]*aria-label="Things"/i);
    expect(said(long)).toContain('250 rows');
  });
  test('who turns pages gets a hundred rows, numbered among all', () => {
    const turning = houseOf('en', { choices: { get: () => 'on', set: () => undefined } });
    const html = drawn(long, turning);
    expect(html.match(/<tr/g)).toHaveLength(101);
    expect(html).toContain('aria-rowindex="101"');
    expect(said(long, turning)).toContain('Rows 1 to 100 of 250');
    expect(drawn(long, turning)).toMatch(/aria-disabled="true"[^>]*>Previous page/);
  });
  test('the end of a list is always said', () => {
    expect(said(<TableCount shown={2} total={1234} />)).toBe('2 of 1,234 shown');
  });
});

describe('fields', () => {
  test('hint and error are read with the field', () => {
    const html = drawn(
      <Field id="f" label="Name" hint="as printed" error="missing" value="" onValue={() => undefined} />,
    );
    expect(html).toContain('aria-describedby="f-hint f-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('<label for="f">');
  });
  test('what need not be filled in says so', () => {
    expect(said(<Field label="Name" value="" onValue={() => undefined} />)).toContain('(optional)');
    expect(said(<Field required label="Name" value="" onValue={() => undefined} />)).toBe('Name');
  });
  test('codes are not translated, words are', () => {
    const html = drawn(
      <Select
        label="Port"
        value="YYZ"
        onValue={() => undefined}
        options={[
          { value: 'YYZ', text: 'YYZ' },
          { value: 'all', text: 'All' },
        ]}
      />,
    );
    expect(html).toMatch(/<option value="YYZ" translate="no"[^>]*>/);
    expect(html).toMatch(/<option value="all"(?! translate)[^>]*>/);
  });
  test('a choice is a group with its name', () => {
    const html = drawn(
      <Choice
        label="Language"
        value="fr"
        onValue={() => undefined}
        options={[{ value: 'fr', text: 'FR', lang: 'fr' }]}
      />,
    );
    expect(html).toContain('<fieldset');
    expect(html).toContain('Language</legend>');
    expect(html).toContain('checked=""');
  });
  test('a button tells its key and its state', () => {
    const html = drawn(
      <Button shortcut="Enter" pressed busy>
        Decide
      </Button>,
    );
    expect(html).toContain('aria-keyshortcuts="Enter"');
    expect(html).toContain('aria-pressed="true"');
    expect(html).toContain('aria-busy="true"');
    expect(drawn(<Button shortcut="g f">Go</Button>)).not.toContain('aria-keyshortcuts');
  });
});

describe('messages', () => {
  test.each([
    [{ status: 0 }, 'The node cannot be reached'],
    [{ status: 403 }, 'Your roles do not open this'],
    [{ status: 404 }, 'There is no such thing at this node'],
    [{ status: 503, code: 'LED-0201' }, 'LED-0201'],
    [{ status: 500 }, 'HTTP 500'],
  ])('%o says what happened', (problem, words) => {
    expect(said(<Failure quiet problem={problem} />)).toContain(words);
  });
  test('trying again is offered only where it can help', () => {
    expect(drawn(<Failure quiet problem={{ status: 503 }} retry={() => undefined} />)).toContain('<button');
    expect(drawn(<Failure quiet problem={{ status: 503 }} />)).not.toContain('<button');
  });
  test('a summary of errors leads to each field in its words', () => {
    const html = drawn(
      <ErrorSummary title="Please correct this" faults={[{ field: 'name', text: 'Write a name.' }]} />,
    );
    expect(html).toContain('href="#name"');
    expect(html).toContain('role="alert"');
  });
  test('nothing there says why', () => {
    expect(said(<Empty title="No open cases">The last one is decided.</Empty>)).toContain('The last one is decided.');
    expect(said(<Message kind="hold" title="Wait" />)).toBe('Wait');
    expect(said(<Skeleton />)).toContain('Reading from the node');
  });
});

describe('the line to the node', () => {
  const source = houseOf('en').source;
  const silent = houseOf('en', { source: { ...source, link: () => ({ live: false, since: now - 90_000 }) } });
  test('is said in words, and since when it is silent', () => {
    expect(said(<LinkMark />)).toBe('Live');
    expect(said(<LinkMark />, silent)).toBe('Not live since 14:03 EST');
    expect(drawn(<LinkMark />, silent)).toContain('shape-badge');
  });
  test('old data say how old they are, and only then', () => {
    const mark = (failed: boolean) => <StaleMark at={now - 120_000} failed={failed} renew={() => undefined} />;
    expect(drawn(mark(false))).toBe('');
    expect(said(mark(true))).toContain('Shown as of 14:03:09 EST');
    expect(said(mark(false), silent)).toContain('Shown as of');
  });
  test('the bar counts what waits, and is there before anything does', () => {
    const bar = (arrived: number) => <LiveBar list={{ arrived, left: 1, takeIn: () => undefined }} />;
    expect(said(bar(3))).toContain('3 new, 1 left');
    expect(drawn(<LiveBar list={{ arrived: 0, left: 0, takeIn: () => undefined }} />)).toContain('role="status"');
  });
});

describe('a raw message', () => {
  const text = "UNA:+.? 'UNB+UNOA:4'FTX+AAA+++IT?'S FINE'UNZ+1'";
  test('is cut at its segments, not where an apostrophe is released', () => {
    expect(cutSegments(text).map(({ text: one }) => one)).toEqual([
      "UNA:+.? '",
      "UNB+UNOA:4'",
      "FTX+AAA+++IT?'S FINE'",
      "UNZ+1'",
    ]);
    expect(cutSegments(text).map(({ number, tag }) => `${number}${tag}`)).toEqual(['1UNA', '2UNB', '3FTX', '4UNZ']);
  });
  test('what has no segments is cut at its lines', () => {
    expect(cutSegments('<a>\n\n<b/>\n').map(({ text: one }) => one)).toEqual(['<a>', '<b/>']);
  });
  test('the cut of the format is preferred to one’s own', () => {
    const segments = [{ number: 7, tag: 'XYZ', text: 'XYZ+1' }];
    expect(segmentsOf({ raw: btoa(text), segments })).toEqual(segments);
    expect(segmentsOf({ raw: btoa(text), segments: [] })).toHaveLength(4);
    expect(segmentsOf({ segments: [] })).toEqual([]);
  });
  test('lights what the page speaks of, and says what was not read', () => {
    const html = drawn(
      <Raw
        label="Raw"
        lit={2}
        litUntil={3}
        segments={cutSegments(text).map((one) => ({ ...one, unread: one.tag === 'FTX' }))}
      />,
    );
    expect(html.match(/data-lit="true"/g)).toHaveLength(2);
    expect(html.match(/aria-current="location"/g)).toHaveLength(1);
    expect(html).toContain('not read: no rule of this profile knows it');
  });
});

describe('around the page', () => {
  test('a page has one heading and says where it stands', () => {
    const html = drawn(
      <Page title="Thing" crumbs={[{ text: 'Today', to: '/' }]} lead="A sentence.">
        <Panel title="Part">inside</Panel>
      </Page>,
    );
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('aria-current="page"');
    expect(said(<Panel title="Part">inside</Panel>)).toBe('Part inside');
  });
  test('the banner says whose border it is and that nothing is real', () => {
    const banner = (reality: string) => <SeatBanner country="MX" name="" reality={reality} />;
    expect(said(banner('demonstration'), houseOf('es'))).toContain('México');
    expect(said(banner('demonstration'))).toContain('Demonstration: nothing here is real');
    expect(said(banner('exercise north'))).toContain('Exercise north');
    expect(said(banner('live'))).not.toContain('Demonstration');
  });
  test('a tab that is open shows its panel, the others do not', () => {
    const html = drawn(
      <Tabs
        label="Parts"
        open="two"
        onOpen={() => undefined}
        tabs={[
          { key: 'one', title: 'One', panel: 'first' },
          { key: 'two', title: 'Two', count: 3, panel: 'second' },
        ]}
      />,
    );
    expect(html).toContain('second');
    expect(html).not.toContain('first');
    expect(html.match(/aria-selected="true"/g)).toHaveLength(1);
  });
  test('a tab that nobody knows opens the first', () => {
    const tabs = [{ key: 'one', title: 'One', panel: 'first' }];
    expect(drawn(<Tabs label="Parts" open="gone" onOpen={() => undefined} tabs={tabs} />)).toContain('first');
  });
  test('links are real ones, and values keep their writing', () => {
    expect(drawn(<Link to="/a">A</Link>)).toContain('href="/a"');
    expect(drawn(<Verbatim mono>G18</Verbatim>)).toContain('translate="no"');
    const facts = drawn(<Facts rows={[{ key: 'n', title: 'Name', value: 'X', lit: true }]} />);
    expect(facts).toContain('<dt');
    expect(facts).toContain('data-lit');
  });
  test('a text takes parts that are not text in the order of the language', () => {
    const house = houseOf('en', {
      speech: createSpeech({ tongue: 'en', country: 'CA', catalogue: { first: 'First: {thing}.' } }),
    });
    expect(drawn(<Said text="first" values={{ thing: <b key="thing">AC 991</b> }} />, house)).toBe(
      'First: <b>AC 991</b>.',
    );
  });
});
