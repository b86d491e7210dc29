import { writeDocx } from '../docx/write-docx.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks({ write: writeDocx });
