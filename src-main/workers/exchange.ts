import { openPack, sealPack } from '../exchange/seal-pack.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks({ seal: sealPack, open: openPack });
