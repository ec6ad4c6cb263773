// Starts the screen: words first, so that nothing is shown in the wrong language, then the page the address names.
import { mount } from 'svelte';
import App from './App.svelte';
import './fonts.css';
import './styles.css';
import { address } from './state/address.svelte';
import { language } from './state/language.svelte';
import { live } from './state/live.svelte';
import { theme } from './state/theme.svelte';

theme.start();
address.start();
await language.start();

const target = document.getElementById('app');
if (target) mount(App, { target });
live.start();
