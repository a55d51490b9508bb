import { readVisit } from '@fairwell-examples/account';
import { createFairwell } from '@fairwell/vue';
import Rating from '~/components/Rating.vue';

/** One shop for each app: a server has one for each visit. */
export default defineNuxtPlugin(({ vueApp }) => {
  const shop = createShop(readVisit(useRequestURL().search));
  const fairwell = createFairwell(() => ({
    serviceUrl: shop.visit.service,
    session: shop.session,
    locale: shop.language.value,
    steps: { 'account-rating': Rating },
  }));
  vueApp.provide(shopKey, shop).use(fairwell);
});
