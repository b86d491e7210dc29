// The lists of domain.md, "Clause checking". `等` and `and` words are matched so that whole other words don't count.
const vagueZh =
  /尽快|及时|适时|合理期限|合理费用|适当|必要时|酌情|相关|有关|原则上|一般|通常|左右|大约|基本|尽力|尽最大努力|优质|良好|满意|友好协商解决|另行协商|另行约定|以实际为准|视情况|等|重大|严重|长期|近期|若干|部分|及其他/;
const vagueEn =
  /\b(?:promptly|timely|as soon as (?:possible|practicable)|reasonabl[ey]|(?:best|commercially reasonable) efforts|material(?:ly)?|substantially|adequate|appropriate|satisfactory|from time to time|as needed|approximately|generally|endeavour|etc\.|including without limitation|industry standard|mutually agreed|to be agreed|undue delay|good faith)\b|and\/or/i;

/** Words that only look vague, each with the reason. */
const exceptions: Readonly<Record<'zh' | 'en', readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/等额/g, 'equal amounts: exact'],
    [/同等/g, 'of equal qualification or force: exact'],
    [/重大过失/g, 'gross negligence: a term of the Civil Code (art. 506)'],
  ],
  en: [],
};

/** The sentences of a text that hold a vague word and an obligation verb. */
export function vagueSentences(text: string, language: 'zh' | 'en'): readonly string[] {
  const cleaned = exceptions[language].reduce((rest, [pattern]) => rest.replace(pattern, ''), text);
  const sentences = cleaned.split(language === 'zh' ? /[。；\n]/ : /(?<=[.;])\s|\n/);
  const duty = language === 'zh' ? /应|须/ : /\b(?:shall|must|will)\b/;
  const vague = language === 'zh' ? vagueZh : vagueEn;
  return sentences.filter((sentence) => duty.test(sentence) && vague.test(sentence));
}
