import type { CustomStepContext } from '@fairwell/elements';
import { createSignal, For } from 'solid-js';
import { useShop } from './shop';

const marks = ['1', '2', '3', '4', '5'];

/** A step of the cancel flow. */
export function Rating(props: { step: CustomStepContext }) {
  const { words, account } = useShop();
  const [mark, setMark] = createSignal('');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    props.step.next({ mark: Number(mark()) });
  };
  return (
    <form onSubmit={send}>
      <fieldset>
        <legend>{words().rate(account()?.plan ?? '')}</legend>
        <For each={marks}>
          {(each) => (
            <label>
              <input type="radio" name="mark" value={each} onChange={() => setMark(each)} /> {each}
            </label>
          )}
        </For>
      </fieldset>
      <p data-testid="mark">{mark()}</p>
      <button>{words().send}</button>
    </form>
  );
}
