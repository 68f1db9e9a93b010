import { useState } from 'react';
import { Button, Field, Message, useHouse, useSpeech } from '#ui';
import { isPast } from './moment.ts';
import { isMonth, monthInWords } from './month.tsx';

/** How it stood at the end of a month, by all that is known or only by what was known then. */
export function MomentChoice({ latest }: { latest: string }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const asked = address.query.get('asOf') ?? '';
  const [month, setMonth] = useState(asked);
  const [then, setThen] = useState(address.query.has('known'));
  const [wrong, setWrong] = useState(false);
  const show = (asOf: string, known: boolean): void => {
    const query = new URLSearchParams(address.query);
    for (const name of ['asOf', 'known']) query.delete(name);
    if (asOf !== '') query.set('asOf', asOf);
    if (asOf !== '' && known) query.set('known', asOf);
    address.go(`${address.path}${query.size > 0 ? `?${query}` : ''}`, { replace: true });
  };
  return (
    <search className="plan-moment">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const fits = month === '' || isMonth(month);
          setWrong(!fits);
          if (fits) show(month, then);
        }}
      >
        <Field
          required
          id="as-of"
          label={say('plan.asOf')}
          value={month}
          onValue={setMonth}
          hint={say('plan.asOf.hint', { month: latest })}
          error={wrong ? say('plan.month.wrong') : undefined}
        />
        <label className="check">
          <input type="checkbox" checked={then} onChange={(event) => setThen(event.target.checked)} />
          <span>{say('plan.asOf.known')}</span>
        </label>
        <Button type="submit">{say('plan.asOf.show')}</Button>
        {asked !== '' && (
          <Button
            kind="quiet"
            onPress={() => {
              setMonth('');
              setThen(false);
              show('', false);
            }}
          >
            {say('plan.asOf.now')}
          </Button>
        )}
      </form>
    </search>
  );
}

/** Says that what is shown is the past, and by whose knowledge. */
export function PastNote() {
  const { say, locale } = useSpeech();
  const { query } = useHouse().address;
  if (!isPast(query)) return null;
  const month = monthInWords(query.get('asOf') ?? '', locale);
  return (
    <Message kind="pending" title={say(query.has('known') ? 'plan.past.known' : 'plan.past', { month })}>
      <p>{say('plan.past.more')}</p>
    </Message>
  );
}
