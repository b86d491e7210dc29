import { readText } from '../reading/read-text.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks({ readText });
