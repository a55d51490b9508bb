'use client';

import { applyLook, fetchSession, readVisit } from '@fairwell-examples/account';
import { FairwellProvider } from '@fairwell/react';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { AppContext, useNewAppState } from './app-state';
import { Rating } from './rating';

const steps = { 'account-rating': Rating };

/** What stays, whichever page is shown. */
export function App({ children }: { children: ReactNode }) {
  const search = useSearchParams();
  const [visit] = useState(() => readVisit(search.toString()));
  const app = useNewAppState(visit);
  const { language, theme, words, heard } = app;
  const session = useCallback(() => fetchSession(visit), [visit]);
  useEffect(() => applyLook({ language, theme }), [language, theme]);

  return (
    <AppContext.Provider value={app}>
      <FairwellProvider
        serviceUrl={visit.service}
        session={session}
        locale={language}
        steps={steps}
      >
        {children}
        <ol aria-label={words.heard}>
          {heard.map((what, index) => (
            <li key={index}>{what}</li>
          ))}
        </ol>
      </FairwellProvider>
    </AppContext.Provider>
  );
}
