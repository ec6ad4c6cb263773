// Starts the page that a visitor opens by the QR code in the shop.
import { mount } from 'svelte';
import '../src/fonts.css';
import '../src/styles.css';
import CheckIn from './CheckIn.svelte';
import { spoken } from './spoken.svelte';

spoken.start();
const target = document.getElementById('app');
if (target) mount(CheckIn, { target });
