// Starts the page on which staff count by tapping.
import { mount } from 'svelte';
import '../src/fonts.css';
import '../src/styles.css';
import Tally from './Tally.svelte';
import { spoken } from './spoken.svelte';

spoken.start();
const target = document.getElementById('app');
if (target) mount(Tally, { target });
