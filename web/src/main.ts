// Starts the screen: words first, so that nothing is shown in the wrong language, then the page the address names.
import { mount } from 'svelte';
import App from './App.svelte';
import { loadPage } from './pages/registry';
import './fonts.css';
import './styles.css';
import { address } from './state/address.svelte';
import { language } from './state/language.svelte';
import { live } from './state/live.svelte';
import { theme } from './state/theme.svelte';

theme.start();
address.start();
// The page comes while the words come; the shell waits for it, and says if it failed.
const { page } = address.route;
if (page !== 'missing') void loadPage(page).catch(() => undefined);
await language.start();

const target = document.getElementById('app');
if (target) mount(App, { target });
live.start();
