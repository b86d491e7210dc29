import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { NumberedBlock } from '#shared/features/reading/model.ts';

export interface DocxToWrite {
  readonly title: string;
  readonly blocks: readonly NumberedBlock[];
}

/**
 * A text as a .docx file (ECMA-376). Clause numbers are written as text, so that what the other side sees is what was
 * agreed, whatever their Word makes of lists. Chinese is set in SimSun, which every Chinese Word has.
 */
export async function writeDocx({ title, blocks }: DocxToWrite): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  let rows: NumberedBlock[] = [];
  const endTable = () => {
    if (rows.length > 0) children.push(tableOf(rows), new Paragraph({}));
    rows = [];
  };
  for (const block of blocks) {
    if (block.kind === 'tableRow') rows.push(block);
    else {
      endTable();
      children.push(paragraphOf(block));
    }
  }
  endTable();
  const file = new Document({
    title,
    creator: 'Deedbox',
    styles: { default: { document: { run: { font, size: 21 }, paragraph: { spacing: { after: 120, line: 360 } } } } },
    sections: [{ properties: { page: { size: { width: 11_906, height: 16_838 } } }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' };
const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function paragraphOf({ kind, level, number, text }: NumberedBlock): Paragraph {
  const gap = number === null ? '' : number.startsWith('第') ? '\u3000' : number.endsWith('、') ? '' : ' ';
  const children = runsOf(`${number ?? ''}${gap}${text}`, kind === 'title' || kind === 'heading');
  if (kind === 'title') return new Paragraph({ heading: HeadingLevel.TITLE, alignment: 'center', children });
  if (kind === 'heading') return new Paragraph({ heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_3, children });
  return new Paragraph(kind === 'listItem' ? { bullet: { level: 0 }, children } : { children });
}

function runsOf(text: string, isBold: boolean): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, font, bold: isBold, color: '000000', ...(index === 0 ? {} : { break: 1 }) }));
}

function tableOf(rows: readonly NumberedBlock[]): Table {
  const columns = Math.max(...rows.map(({ cells }) => cells?.length ?? 1));
  const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(
      ({ cells, text }) =>
        new TableRow({
          children: (cells ?? [text]).map((cell, index, all) => {
            // A row of fewer cells than the widest spans what is left, so that the table stays rectangular.
            const columnSpan = index === all.length - 1 ? columns - index : 1;
            return new TableCell({ columnSpan, children: [new Paragraph({ children: runsOf(cell, false) })] });
          }),
        }),
    ),
  });
}
