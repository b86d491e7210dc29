import { expect, it } from 'vitest';
import { attributeOf, escaped, tagsOf } from '../../../src-main/reading/word-tags.ts';

it('finds tags with where they stand, and none in comments, character data and alternatives that are not read', () => {
  const xml = '<?xml version="1.0"?><!-- <a/> --><w:p w:a="x > y"><![CDATA[<b/>]]><mc:Choice><c/></mc:Choice><d/></w:p>';
  const tags = [...tagsOf(xml)];
  expect(tags.map(({ name, kind }) => [name, kind])).toEqual([['w:p', 'opening'], ['d', 'empty'], ['w:p', 'closing']]);
  expect(tags.map(({ from, to }) => xml.slice(from, to))).toEqual(['<w:p w:a="x > y">', '<d/>', '</w:p>']);
});

it('reads an attribute as it was before it was written', () => {
  const [tag] = tagsOf(`<w:lvlText w:val='&#x7b2c;%1&#26465;' w:other="${escaped('a"<&>')}"/>`);
  expect(tag && [attributeOf(tag, 'w:val'), attributeOf(tag, 'w:other'), attributeOf(tag, 'val')]).toEqual(['第%1条', 'a"<&>', null]);
});

it.each(["<w:p '", '<w:p "', '<!--', '<![CDATA[', '<w:p a="'])('gives up on %s without end, however often it comes', (begun) => {
  const start = Date.now();
  expect([...tagsOf(begun.repeat(300_000))]).toHaveLength(0);
  expect(Date.now() - start).toBeLessThan(2_000);
});
