import { Component } from '@angular/core';
import { CancelButton } from '@fairwell/angular';

@Component({
  selector: 'app-wrong',
  imports: [CancelButton],
  template: `
    <!-- wrong: property -->
    <fw-cancel-button [serviceURL]="'https://billing.example.com'" />
    <!-- wrong: value -->
    <fw-cancel-button preview="yes" />
    <!-- wrong: event -->
    <fw-cancel-button (cancelled)="hear($event.detail)" />
  `,
})
export class Wrong {
  hear(what: unknown): void {
    console.log(what);
  }
}
