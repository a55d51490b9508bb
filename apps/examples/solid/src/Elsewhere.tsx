import { useShop } from './shop';

export function Elsewhere(props: { back: () => void }) {
  const { words } = useShop();
  return (
    <main>
      <h1>{words().elsewhere}</h1>
      <button type="button" onClick={() => props.back()}>
        {words().back}
      </button>
    </main>
  );
}
