import type { Day } from '../../kernel/day.ts';
import type { Report } from '../reports/model.ts';
import { fill } from './fill.ts';
import type { MatrixCell } from './ipc.ts';
import type { CourseId, CourseLanguage, InBoth } from './model.ts';
import texts from './texts.json' with { type: 'json' };

export interface Matrix {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly courses: readonly { readonly id: CourseId; readonly title: InBoth }[];
  readonly cells: readonly MatrixCell[];
}

/** The matrix as a table of texts: a row for each person, a column for each course. */
export function matrixTable({ people, courses, cells }: Matrix, language: CourseLanguage): { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const cellByPlace = new Map(cells.map((cell) => [`${cell.userId} ${cell.courseId}`, cell]));
  return {
    headings: [texts.matrix.person[language], ...courses.map(({ title }) => title[language])],
    rows: people.map(({ id, name }) => [name, ...courses.map((course) => cellText(cellByPlace.get(`${id} ${course.id}`), language))]),
  };
}

/** The matrix to be printed, as it stands on a day. */
export function matrixReport(matrix: Matrix, language: CourseLanguage, today: Day): Report {
  const { headings, rows } = matrixTable(matrix, language);
  const { title, subtitle, empty } = texts.matrix;
  const columns = headings.map((heading) => ({ heading, isNumeric: false }));
  return {
    language,
    title: title[language],
    subtitle: fill(subtitle[language], { day: today }),
    mark: today,
    facts: [],
    sections: [{ heading: title[language], blocks: [{ kind: 'table', caption: '', columns, rows, whenEmpty: empty[language] }] }],
  };
}

function cellText(cell: MatrixCell | undefined, language: CourseLanguage): string {
  if (cell === undefined || (!cell.isMeant && cell.standing.state === 'new' && cell.assignmentId === null)) return '—';
  const { state, dueOn, isOverdue } = cell.standing;
  const words = texts.matrix;
  const said = fill(words.state[state][language], { percent: cell.progressPercent, score: cell.bestPercent ?? 0 });
  return dueOn === null ? said : `${said}${language === 'zh' ? '，' : ', '}${fill((isOverdue ? words.overdue : words.due)[language], { day: dueOn })}`;
}
