import { applyLook, fetchSession } from '@fairwell-examples/account';
import { provideFairwell } from '@fairwell/stencil';
import { state, visit, watch } from '../store';

/** What every flow and wall shares, and what the whole page looks like. */
function provide(): void {
  applyLook(state);
  provideFairwell({
    serviceUrl: visit.service,
    session: () => fetchSession(visit),
    locale: state.language,
  });
}

export default function () {
  provide();
  watch('language', provide);
  watch('theme', provide);
}
