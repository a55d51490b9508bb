import '@fairwell-examples/account/page.css';
import '@fairwell/themes/dark-midnight.css';
import '@fairwell/themes/default.css';
import { readVisit } from '@fairwell-examples/account';
import { createFairwell } from '@fairwell/vue';
import { createApp } from 'vue';
import App from './App.vue';
import Rating from './Rating.vue';
import { createShop, shopKey } from './shop';

const shop = createShop(readVisit(location.search));
const fairwell = createFairwell(() => ({
  serviceUrl: shop.visit.service,
  session: shop.session,
  locale: shop.language.value,
  steps: { 'account-rating': Rating },
}));

createApp(App).provide(shopKey, shop).use(fairwell).mount('#app');
