'use client';

import type { CustomStepContext } from '@fairwell/react';
import { useState } from 'react';
import { useApp } from './app-state';

/** A step of the product's own: how good the last box was. It answers with a mark from 1 to 5. */
export function Rating({ next }: CustomStepContext) {
  const { account, words } = useApp();
  const [mark, setMark] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        next({ mark: Number(mark) });
      }}
    >
      <fieldset>
        <legend>{words.rate(account?.plan ?? '')}</legend>
        {['1', '2', '3', '4', '5'].map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="mark"
              value={value}
              checked={mark === value}
              onChange={() => setMark(value)}
            />{' '}
            {value}
          </label>
        ))}
      </fieldset>
      <p data-testid="mark">{mark}</p>
      <button>{words.send}</button>
    </form>
  );
}
