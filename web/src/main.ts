// Starts the screen: words first, so that nothing is shown in the wrong language, then the page the address names.
import { mount } from 'svelte';
import App from './App.svelte';
import { getMapAhead } from './api/client';
import { loadPage } from './pages/registry';
import './fonts.css';
import './styles.css';
import './forms.css';
import { address } from './state/address.svelte';
import { language } from './state/language.svelte';
import { live } from './state/live.svelte';
import { me } from './state/me.svelte';
import { theme } from './state/theme.svelte';

theme.start();
address.start();
// The page, and a map's numbers, come while the words come; the shell waits for them, and says if they failed.
const { route } = address;
if (route.page !== 'missing') void loadPage(route.page).catch(() => undefined);
if (route.page === 'map') getMapAhead(route.id, address.who, language.wanted());
await Promise.all([language.start(), me.start()]);

const target = document.getElementById('app');
if (target) mount(App, { target });
if (!me.outside) live.start();
