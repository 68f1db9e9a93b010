import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Choice, Field, Select } from '../components/field.tsx';
import { ErrorSummary } from '../components/message.tsx';
import { useSay } from '../house.tsx';

/** All that is filled in, and what is said when it is filled in wrongly. */
export function Fields() {
  const say = useSay();
  const [text, setText] = useState('');
  const [choice, setChoice] = useState('one');
  const [port, setPort] = useState('YYZ');
  return (
    <div className="stack">
      <ErrorSummaryOnDemand />
      <Field label={say('styles.field.name')} hint={say('styles.field.hint')} value={text} onValue={setText} />
      <Field
        id="sample-faulty"
        required
        label={say('styles.field.number')}
        error={say('styles.field.error')}
        value="G1883"
        onValue={() => undefined}
      />
      <Choice
        label={say('styles.field.choice')}
        value={choice}
        onValue={setChoice}
        options={['one', 'two'].map((value) => ({ value, text: say(`styles.field.${value}`) }))}
      />
      <Select
        label={say('styles.field.port')}
        value={port}
        onValue={setPort}
        options={['YYZ', 'YVR', 'YUL'].map((value) => ({ value, text: value }))}
      />
    </div>
  );
}

function ErrorSummaryOnDemand() {
  const say = useSay();
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <div>
        <Button onPress={() => setShown(true)}>{say('styles.field.check')}</Button>
      </div>
    );
  }
  return (
    <ErrorSummary
      title={say('ui.error.summary')}
      faults={[{ field: 'sample-faulty', text: say('styles.field.error') }]}
    />
  );
}
