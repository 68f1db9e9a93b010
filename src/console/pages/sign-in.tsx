import { useState } from 'react';
import { Button, ErrorSummary, Field, Message, Page, TripointMark, useSay } from '#ui';

interface SignInProps {
  readonly refused?: boolean;
  /** The node does not answer at all. */
  readonly silent?: boolean;
  readonly onToken: (token: string) => void;
  readonly onRetry?: () => void;
}

/** Who are you: a token that the node's operator or the identity provider gave. */
export function SignInPage({ refused = false, silent = false, onToken, onRetry }: SignInProps) {
  const say = useSay();
  const [token, setToken] = useState('');
  const [empty, setEmpty] = useState(false);
  const error = empty ? say('console.signIn.empty') : refused ? say('console.signIn.refused') : undefined;
  return (
    <Page title={say('console.signIn')} narrow lead={say('console.signIn.lead')}>
      <div className="sign-in">
        <TripointMark />
        {silent ? (
          <Message
            kind="pending"
            title={say('ui.error.offline')}
            actions={onRetry !== undefined && <Button onPress={onRetry}>{say('ui.retry')}</Button>}
          >
            <p>{say('ui.error.offline.do')}</p>
          </Message>
        ) : (
          <form
            className="stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              setEmpty(token.trim() === '');
              if (token.trim() !== '') onToken(token.trim());
            }}
          >
            {error !== undefined && (
              <ErrorSummary key={error} title={say('ui.error.summary')} faults={[{ field: 'token', text: error }]} />
            )}
            <Field
              id="token"
              required
              secret
              label={say('console.signIn.token')}
              hint={say('console.signIn.hint')}
              error={error}
              value={token}
              onValue={setToken}
            />
            <div>
              <Button kind="primary" type="submit">
                {say('console.signIn.do')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Page>
  );
}
