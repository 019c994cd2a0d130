import { describe, expect, it } from 'vitest';
import { actionsEn } from '../../src-shared/intl/actions-en.ts';
import { ACTION_IDS, actionDefinitions } from '../../src-shared/actions/definitions.ts';
import { findBest, findByNameOrKey } from './find.ts';

const GERMAN = [
  'Neuer Eintrag',
  'Neue Gewohnheit',
  'Papierkorb öffnen',
  'Rückgängig',
  'Größe der Schrift',
  'Straße',
  'Gehe zum Tagebuch',
  'Café',
].map((label) => ({ label, words: label === 'Papierkorb öffnen' ? 'löschen Müll' : '' }));

const names = (query: string): readonly string[] => findBest(GERMAN, query).map(({ item }) => item.label);

describe('finding by name', () => {
  it.each([
    ['neu ein', 'Neuer Eintrag'],
    ['ein neu', 'Neuer Eintrag'],
    ['ngew', 'Neue Gewohnheit'],
    ['ruckg', 'Rückgängig'],
    ['rueckgaengig', 'Rückgängig'],
    ['RÜCK', 'Rückgängig'],
    ['groesse', 'Größe der Schrift'],
    ['strasse', 'Straße'],
    ['offnen', 'Papierkorb öffnen'],
    ['loschen', 'Papierkorb öffnen'],
    ['muell', 'Papierkorb öffnen'],
    ['tageb', 'Gehe zum Tagebuch'],
    ['cafe', 'Café'],
  ])('%s: %s', (query, label) => {
    expect(names(query)[0]).toBe(label);
  });

  it('leaves out what has the letters by chance only', () => {
    expect(names('zzz')).toEqual([]);
    expect(names('xylophon')).toEqual([]);
  });

  it('has all in their order where nothing is asked', () => {
    expect(names('  ')).toEqual(GERMAN.map(({ label }) => label));
  });

  it('means one key where a whole one is written, and its like where it is not', () => {
    const all = [
      { label: 'New entry', words: '', keyText: 'Ctrl+N' },
      { label: 'Quick capture', words: '', keyText: 'Ctrl+Shift+N' },
      { label: 'Now', words: '', keyText: null },
    ];
    expect(findByNameOrKey(all, 'ctrl+n').map(({ label }) => label)).toEqual(['New entry']);
    expect(findByNameOrKey(all, 'entry').map(({ label }) => label)).toEqual(['New entry']);
    expect(findByNameOrKey(all, '')).toEqual(all);
  });

  it('tells which letters it was', () => {
    const [first] = findBest(GERMAN, 'Rueck');
    expect(first?.item.label).toBe('Rückgängig');
    const [entry] = findBest(GERMAN, 'eintr');
    expect(entry?.marks.map((at) => 'Neuer Eintrag'[at]).join('')).toBe('Eintr');
  });

  it('finds every command first by its whole name', () => {
    const all = ACTION_IDS.map((id) => ({ id, label: actionsEn[actionDefinitions[id].label], words: '' }));
    for (const { id, label } of all) expect([label, findBest(all, label)[0]?.item.id]).toEqual([label, id]);
  });
});
