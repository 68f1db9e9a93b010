import { StrictMode, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Catalogue } from '#kernel';
import { chooseTongue, createSpeech, localeOf, paramsOf, type Tongue } from '#ui';
import { App } from './app.tsx';
import { loadCatalogue } from './catalogues/load.ts';
import { createClient } from './client.ts';
import { preferencesIn } from './preferences.ts';
import { routes } from './routes.tsx';
import { openSession, purposeOf, type SessionState } from './session.ts';
import { createTicker } from './ticker.ts';
import './console.css';

/* The one place of the console that reaches for the browser's clock, storage and address bar. */
const lasting = preferencesIn(() => localStorage);
const tab = preferencesIn(() => sessionStorage);
const ticker = createTicker(() => Date.now());

const asked = new URL(location.href).searchParams;
const askedLanguage = asked.get('lang');
if (askedLanguage !== null) tab.set('language', askedLanguage);
const askedTheme = asked.get('theme');
if (askedTheme === 'light' || askedTheme === 'dark' || askedTheme === 'contrast') lasting.set('theme', askedTheme);
const firstTongue = chooseTongue([tab.get('language'), lasting.get('language'), ...navigator.languages]);

let language: string = firstTongue;
let sittingAs: readonly string[] = [];
const onRoles = (roles: readonly string[]): void => {
  sittingAs = roles;
};
let stranger: () => void = () => undefined;
const client = createClient({
  token: () => tab.get('token'),
  language: () => (language === 'pseudo' ? 'en' : language),
  now: ticker.now,
  sitAs: () => tab.get('sit'),
  purpose: (wanted) => purposeOf(sittingAs, wanted),
  onStranger: () => stranger(),
});
const onceStranger = (listener: () => void): void => {
  stranger = listener;
};

const wishedTheme = (): string => {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

function Main({ first, known }: { first: Catalogue; known: SessionState | undefined }) {
  const [spoken, setSpoken] = useState<{ tongue: Tongue; catalogue: Catalogue }>({
    tongue: firstTongue,
    catalogue: first,
  });
  const [theme, setTheme] = useState(lasting.get('theme'));
  const speak = useCallback((country: string) => createSpeech({ ...spoken, country }), [spoken]);
  const onLanguage = useCallback((value: string) => {
    const tongue = chooseTongue([value]);
    void loadCatalogue(tongue).then((catalogue) => {
      language = tongue;
      lasting.set('language', tongue);
      tab.set('language', undefined);
      setSpoken({ tongue, catalogue });
    });
  }, []);
  const onTheme = useCallback((value: string) => {
    lasting.set('theme', value);
    setTheme(value);
  }, []);
  useEffect(() => {
    document.documentElement.lang = localeOf(spoken.tongue, '');
  }, [spoken.tongue]);
  useEffect(() => {
    if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <App
      // The node tells titles in the person's language: all is read again when it changes.
      key={spoken.tongue}
      client={client}
      ticker={ticker}
      lasting={lasting}
      tab={tab}
      speak={speak}
      onLanguage={onLanguage}
      theme={theme ?? wishedTheme()}
      onTheme={onTheme}
      onRoles={onRoles}
      onceStranger={onceStranger}
      firstSession={firstSession}
      known={known}
    />
  );
}

// What the first page waits for is asked for at once, side by side: who sits here, the texts, and the page itself.
const firstTexts = loadCatalogue(firstTongue);
const firstSession = openSession(client, tab);
const firstPage = routes.find(({ pattern }) => paramsOf(pattern, location.pathname) !== undefined)?.page.load?.();
/** A node that is slow to answer must not keep the whole page white, milliseconds. */
const patience = 150;
const soon = Promise.race([
  Promise.all([firstSession, firstPage]).then(([session]) => session),
  new Promise<undefined>((give) => setTimeout(give, patience)),
]);

const root = document.getElementById('root');
if (root !== null) {
  void Promise.all([firstTexts, soon]).then(([first, known]) => {
    createRoot(root).render(
      <StrictMode>
        <Main first={first} known={known} />
      </StrictMode>,
    );
  });
}
