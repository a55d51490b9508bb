import { applyLook } from '@fairwell-examples/account';
import { createEffect, createSignal, For, Show } from 'solid-js';
import { AccountPage } from './AccountPage';
import { Elsewhere } from './Elsewhere';
import { createShop, ShopContext } from './shop';

export function App() {
  const shop = createShop(location.search);
  const [away, setAway] = createSignal(false);
  createEffect(() => applyLook({ language: shop.language(), theme: shop.theme() }));
  return (
    <ShopContext.Provider value={shop}>
      <Show when={away()} fallback={<AccountPage leave={() => setAway(true)} />}>
        <Elsewhere back={() => setAway(false)} />
      </Show>
      <ol aria-label={shop.words().heard}>
        <For each={shop.heard()}>{(what) => <li>{what}</li>}</For>
      </ol>
    </ShopContext.Provider>
  );
}
