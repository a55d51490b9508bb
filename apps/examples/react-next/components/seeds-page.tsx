'use client';

import { useRouter } from 'next/navigation';
import { useApp } from './app-state';

export function SeedsPage() {
  const { words } = useApp();
  const router = useRouter();
  return (
    <main>
      <h1>{words.elsewhere}</h1>
      <button type="button" onClick={() => router.push('/')}>
        {words.back}
      </button>
    </main>
  );
}
