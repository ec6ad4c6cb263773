// Before each file of tests that shares its world with others: no words of a language that another has chosen.
import { language } from '../src/state/language.svelte';

language.code = 'en';
language.words = {};
