'use client';

import { cancelUrl } from '@fairwell-examples/account';
import { CancelButton, useCancelFlow } from '@fairwell/react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useApp } from './app-state';
import { Settings } from './settings';
import { Walls } from './walls';

export function AccountPage() {
  const router = useRouter();
  const { visit, words, account, refresh, hear } = useApp();
  const [windowsills, setWindowsills] = useState(visit.windowsills);
  const [keep, setKeep] = useState(false);
  const customerAttributes = { windowsills };
  const flow = useCancelFlow({ customerAttributes });
  useEffect(refresh, [refresh]);

  async function callFlow(): Promise<void> {
    hear(`ended ${await flow.show()}`);
    refresh();
  }

  return (
    <main>
      <h1>{words.title}</h1>
      <p role="status">{account ? words.standings[account.standing] : words.loading}</p>
      <Settings
        windowsills={windowsills}
        onWindowsills={setWindowsills}
        keep={keep}
        onKeep={setKeep}
        onLeave={() => router.push('/seeds')}
      />
      <CancelButton
        href={cancelUrl}
        customerAttributes={customerAttributes}
        flowContent={<p slot="footer-note">{words.note}</p>}
        onConfirm={(event) => {
          if (!keep) return;
          event.preventDefault();
          hear('kept');
        }}
        onOpen={() => hear('open')}
        onCancel={() => hear('cancel')}
        onDiscount={() => hear('discount')}
        onPause={() => hear('pause')}
        onClosed={({ detail }) => {
          hear(`closed ${detail.result}`);
          refresh();
        }}
      >
        {words.cancel}
      </CancelButton>
      <button type="button" onClick={() => void callFlow()}>
        {words.callFlow}
      </button>
      <Walls />
    </main>
  );
}
