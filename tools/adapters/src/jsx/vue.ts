import type { HTMLAttributes } from 'vue';
import type { FairwellElement, FairwellElements, Properties, With } from './props.js';

/** `fw-plan-change` → `FwPlanChange` */
type Pascal<Name> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name & string>;

/** As a template calls them: it has no attributes but those that are properties, with hyphens. */
type Listeners<Of extends FairwellElement> = {
  [Name in keyof Of['events'] as `on${Pascal<Name>}`]?:
    ((event: Of['events'][Name]) => void) | undefined;
};

type Props<Of extends FairwellElement> = With<
  Properties<Of> & Listeners<Of>,
  HTMLAttributes & { slot?: string | undefined }
>;

type Elements = {
  [Tag in keyof FairwellElements]: new () => { $props: Props<FairwellElements[Tag]> };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
