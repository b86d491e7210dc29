import { useLanguage } from '../../i18n/i18n.ts';

interface Worded {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
}

/** Title and summary of a template in the language of the interface. */
export function useTemplateWords(): (template: Worded) => { readonly title: string; readonly summary: string } {
  const language = useLanguage();
  return (template) =>
    language === 'zh-CN'
      ? { title: template.titleZh, summary: template.summaryZh }
      : { title: template.titleEn, summary: template.summaryEn };
}
