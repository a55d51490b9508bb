import '@fairwell/elements/cancel-button.js';
import { cancelUrl } from '@fairwell-examples/account';
import { showCancelFlow, type ClosedEvent, type ConfirmEvent } from '@fairwell/elements';
import { createSignal, onCleanup, onMount } from 'solid-js';
import { defineStep } from './define-step';
import { Rating } from './Rating';
import { Settings } from './Settings';
import { useShop } from './shop';
import { Walls } from './Walls';

export function AccountPage(props: { leave: () => void }) {
  const { visit, words, account, refresh, hear, session } = useShop();
  const [windowsills, setWindowsills] = createSignal(visit.windowsills);
  const [keep, setKeep] = createSignal(false);
  const customerAttributes = () => ({ windowsills: windowsills() });
  const away = new AbortController();

  defineStep('account-rating', Rating);
  onMount(() => void refresh());
  onCleanup(() => away.abort());

  const closed = ({ detail }: ClosedEvent) => {
    hear(`closed ${detail.result}`);
    void refresh();
  };
  const confirm = (event: ConfirmEvent) => {
    if (!keep()) return;
    event.preventDefault();
    hear('kept');
  };
  const call = async () => {
    const result = await showCancelFlow({
      serviceUrl: visit.service,
      session,
      customerAttributes: customerAttributes(),
      signal: away.signal,
    });
    hear(`ended ${result}`);
    void refresh();
  };
  const standing = () => {
    const known = account();
    return known ? words().standings[known.standing] : words().loading;
  };

  return (
    <main>
      <h1>{words().title}</h1>
      <p role="status">{standing()}</p>
      <Settings
        windowsills={windowsills()}
        setWindowsills={setWindowsills}
        keep={keep()}
        setKeep={setKeep}
        leave={() => props.leave()}
      />
      <fw-cancel-button
        prop:serviceUrl={visit.service}
        prop:session={session}
        prop:customerAttributes={customerAttributes()}
        on:fw-open={() => hear('open')}
        on:fw-cancel={() => hear('cancel')}
        on:fw-discount={() => hear('discount')}
        on:fw-pause={() => hear('pause')}
        on:fw-closed={closed}
        on:fw-confirm={confirm}
      >
        <a href={cancelUrl}>{words().cancel}</a>
        <p slot="footer-note">{words().note}</p>
      </fw-cancel-button>
      <button type="button" onClick={() => void call()}>
        {words().callFlow}
      </button>
      <Walls />
    </main>
  );
}
