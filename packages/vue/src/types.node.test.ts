import { describe, expect, it } from 'vitest';
import { compileComponents } from './testing/compile-components.js';

const right = {
  'a button with what a service needs': `<CancelButton
    service-url="/billing" :session="async () => 'token'" mode="test" locale="de"
    href="/account/cancel" class="link" aria-describedby="terms"
    @cancel="({ detail }) => detail.outcome.endsAt?.slice(0, 10)"
    @plan-change="({ detail }) => detail.outcome.price?.amount.value"
    @close="(event) => event.preventDefault()"
  >Cancel <template #footer-note>Note</template></CancelButton>`,
  'a flow with the handlers of the host': `<CancelFlow
    v-model:open="open" variant="inline" preview :customer="{ id: 'cus_1' }"
    :flow="{ id: 'f', steps: [{ id: 's', type: 'confirm' }] }"
    :handlers="{ handleCancel: async ({ email }) => ({ message: email }) }"
    @step-change="({ detail }) => detail.page.kind === 'survey' && detail.page.choices.length"
    @closed="({ detail }) => detail.result === 'plan_change'"
  />`,
  'a step alone': `<SurveyStep v-model:selected="selected" :choices="[{ id: 'a', label: 'A' }]" @select="({ detail }) => detail.id.trim()" />`,
  'a pause with a length': `<PauseOffer v-model:length="length" />`,
  'a wall': `<PauseWall soft-wall session="ret_1" service-url="/billing" @resume="({ detail }) => detail.customer.id" />`,
  'a provider': `<FairwellProvider service-url="/billing" :compliance="['usFederal']">Page</FairwellProvider>`,
  'handlers of a wall for everything': `<FairwellProvider :handlers="{ handleResume: () => undefined }" />`,
  'a reference to the element': `<CancelFlow ref="flow" /> <button @click="flow?.element?.show()" />`,
};

const wrong = {
  'an unknown property': `<CancelButton adress="/cancel">Cancel</CancelButton>`,
  'a wrong mode': `<CancelButton mode="production">Cancel</CancelButton>`,
  'a wrong flow': `<CancelFlow :flow="{ id: 'f', steps: [{ id: 's', type: 'offers' }] }" />`,
  'a wrong handler': `<CancelFlow :handlers="{ handleCancel: (customer: number) => void customer.toFixed() }" />`,
  'an unknown handler': `<FairwellProvider :handlers="{ handleRefund: () => undefined }" />`,
  'an unknown event': `<CancelFlow @cancelled="() => undefined" />`,
  'a wrong event': `<CancelFlow @closed="(event: KeyboardEvent) => event.key" />`,
  'the detail of another event': `<CancelFlow @cancel="({ detail }) => detail.outcome.coupon" />`,
  'an unknown slot': `<CancelFlow><template #footnote>Note</template></CancelFlow>`,
  'a wrong value of a step': `<SurveyStep choices="A, B" />`,
  'a model of a wrong type': `<SurveyStep v-model:selected="length" />`,
  'a model of what nobody edits': `<SurveyStep v-model:header="selected" />`,
  'a flow for a wall': `<PauseWall :flow="{ id: 'f', steps: [] }" />`,
  'what the element cannot do': `<CancelFlow ref="flow" /> <button @click="flow?.element?.reveal()" />`,
};

const component = (template: string) => `<script setup lang="ts">
import { ref, useTemplateRef } from 'vue';
import {
  CancelButton, CancelFlow, FairwellProvider, PauseOffer, PauseWall, SurveyStep,
} from '@fairwell/vue';
const open = ref(false);
const selected = ref<string | null>(null);
const length = ref(1);
const flow = useTemplateRef<InstanceType<typeof CancelFlow>>('flow');
defineExpose([open, selected, length, flow, CancelButton, FairwellProvider, PauseOffer, PauseWall, SurveyStep]);
</script>
<template>${template}</template>`;

const rightCode = {
  'options as they are, as a ref and as a getter': `[useCancelFlow({ preview: true }), useCancelFlow(ref({ preview: true })), useCancelFlow(() => ({ preview: true }))]`,
  'what the flow says': `useCancelFlow().state.value.page?.kind === 'survey'`,
  'components for custom steps': `createFairwell({ serviceUrl: '/billing', steps: { 'acme-nps': { props: ['next'] } } })`,
};

const wrongCode = {
  'an unknown option of the composable': `useCancelFlow({ serviceURL: '/billing' })`,
  'a wrong input to the composable': `useCancelFlow().accept({ length: 'two' })`,
  'a start of the composable by hand': `useCancelFlow().start()`,
  'an option of a flow for a wall': `usePauseWall({ preview: true })`,
  'a change of what stands': `usePauseWall().stands.value = false`,
  'an unknown option of the plugin': `createFairwell({ serviceURL: '/billing' })`,
};

const code = (expression: string) => `import { ref } from 'vue';
import { createFairwell, useCancelFlow, usePauseWall } from '@fairwell/vue';
export const used = [ref, createFairwell, useCancelFlow, usePauseWall];
export const snippet = () => ${expression};
`;

const each = (
  snippets: Record<string, string>,
  ending: string,
  text: (snippet: string) => string,
) =>
  Object.entries(snippets).map(
    ([title, snippet]) => [`${title}.${ending}`, text(snippet)] as const,
  );

describe('the types', () => {
  const accepted = [...each(right, 'vue', component), ...each(rightCode, 'ts', code)];
  const refused = [...each(wrong, 'vue', component), ...each(wrongCode, 'ts', code)];
  const objections = compileComponents(new Map([...accepted, ...refused]));

  it.each(accepted.map(([name]) => name))('take %s', (name) => {
    expect(objections.get(name)).toEqual([]);
  });

  it.each(refused.map(([name]) => name))('refuse %s', (name) => {
    expect(objections.get(name)).not.toEqual([]);
  });
});
