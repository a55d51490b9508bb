import { applyLook, fetchSession, type Visit } from '@fairwell-examples/account';
import { FairwellProvider } from '@fairwell/react';
import { useCallback, useEffect, useState } from 'react';
import { AccountPage } from './account-page';
import { AppContext, useNewAppState } from './app-state';
import { Rating } from './rating';

const steps = { 'account-rating': Rating };

export function App({ visit }: { visit: Visit }) {
  const app = useNewAppState(visit);
  const { language, theme, words, heard } = app;
  const session = useCallback(() => fetchSession(visit), [visit]);
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => applyLook({ language, theme }), [language, theme]);

  return (
    <AppContext.Provider value={app}>
      <FairwellProvider
        serviceUrl={visit.service}
        session={session}
        locale={language}
        steps={steps}
      >
        {isElsewhere ? (
          <main>
            <h1>{words.elsewhere}</h1>
            <button type="button" onClick={() => setElsewhere(false)}>
              {words.back}
            </button>
          </main>
        ) : (
          <AccountPage onLeave={() => setElsewhere(true)} />
        )}
        <ol aria-label={words.heard}>
          {heard.map((what, index) => (
            <li key={index}>{what}</li>
          ))}
        </ol>
      </FairwellProvider>
    </AppContext.Provider>
  );
}
