import '@fairwell-examples/account/page.css';
import '@fairwell/themes/dark-midnight.css';
import '@fairwell/themes/default.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { App } from '../components/app';

export const metadata: Metadata = { title: 'Sprigletter', icons: { icon: 'data:,' } };

/** Each visit has its own customer. */
export const dynamic = 'force-dynamic';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" dir="ltr" data-fw-theme="default">
      <body>
        <App>{children}</App>
      </body>
    </html>
  );
}
