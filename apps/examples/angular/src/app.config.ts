import { inject, type ApplicationConfig } from '@angular/core';
import { provideClientHydration, withEventReplay } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { fetchSession } from '@fairwell-examples/account';
import { provideFairwell } from '@fairwell/angular';
import { AccountPage } from './account-page';
import { AppState } from './app-state';
import { Elsewhere } from './elsewhere';
import { Rating } from './rating';

export const appConfig: ApplicationConfig = {
  providers: [
    provideClientHydration(withEventReplay()),
    provideRouter([
      { path: '', component: AccountPage },
      { path: 'seeds', component: Elsewhere },
    ]),
    provideFairwell(() => {
      const { visit, language } = inject(AppState);
      return {
        serviceUrl: visit.service,
        session: () => fetchSession(visit),
        locale: language(),
        steps: { 'account-rating': Rating },
      };
    }),
  ],
};
