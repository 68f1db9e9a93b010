import { Moment, Panel, type Speech, useSpeech, Verbatim } from '#ui';
import { monthInWords } from './month.tsx';
import type { FactShape } from './shapes.ts';
import { PairName } from './words.tsx';

/** What was said of it, the newest first, in the words of the deed: "Mexico said: on track". */
export function History({ facts }: { facts: readonly FactShape[] }) {
  const { say } = useSpeech();
  return (
    <Panel title={say('console.history')}>
      {facts.length === 0 ? (
        <p className="quiet">{say('plan.history.none')}</p>
      ) : (
        <ol className="plan-history">
          {facts.toReversed().map((fact) => (
            <li key={fact.fact}>
              <Moment at={fact.at} day />
              <FactSentence fact={fact} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** One thing that was said, as a sentence with its own words after it. */
export function FactSentence({ fact }: { fact: FactShape }) {
  const speech = useSpeech();
  const { body, person, nation } = fact;
  const own = [body['reason'], body['note'], body['text'], body['source']].find((one) => typeof one === 'string');
  const pairs = pairsOf(body);
  return (
    <span>
      {speech.say(`plan.said.${fact.what}`, valuesOf(body, speech, nation))}{' '}
      {pairs.map((pair) => (
        <span key={pair}>
          <PairName pair={pair} />{' '}
        </span>
      ))}
      {own !== undefined && (
        <>
          <q>
            <Verbatim>{String(own)}</Verbatim>
          </q>{' '}
        </>
      )}
      <span className="quiet">
        · <Verbatim>{person}</Verbatim>
      </span>
    </span>
  );
}

const textIn = (body: unknown, name: string): string => {
  const value =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function pairsOf({ pair, pairs }: FactShape['body']): readonly string[] {
  if (Array.isArray(pairs)) return pairs.map(String);
  return typeof pair === 'string' ? [pair] : [];
}

/** What the sentences of all kinds may name; each takes what it wants. */
function valuesOf(body: FactShape['body'], { say, format, locale }: Speech, nation: string) {
  const month = (of: string): string => (of === '' ? '' : monthInWords(of, locale));
  const state = textIn(body['said'], 'state');
  const verdict = textIn(body, 'verdict');
  const title = body['title'];
  return {
    who: format.country(nation),
    state: state === '' ? '' : say(`plan.state.${state}`),
    month: month(textIn(body, 'month') || textIn(body['span'], 'to') || textIn(body, 'asOf')),
    verdict: verdict === '' ? '' : say(`plan.verdict.${verdict}`),
    title: typeof title === 'string' ? title : '',
    proposal: textIn(body, 'proposal'),
    measure: textIn(body['target'], 'name'),
    tied: textIn(body['target'], 'name') === '' ? 'no' : 'yes',
  };
}
