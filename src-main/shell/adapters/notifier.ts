import { Notification } from 'electron';
import type { Notifier, NoticeOutcome } from '../../ports.ts';

/** A service that answers at all answers within this time. */
const patienceMs = 4_000;

/**
 * The system's notifications. Electron calls them supported even where nobody listens, so only its `show` counts. Each
 * is held until it is closed: what is collected can't be clicked.
 */
export function createNotifier(): Notifier {
  const held = new Set<Notification>();
  return {
    show: ({ title, body, onOpen }) => {
      if (!Notification.isSupported()) return Promise.resolve('absent');
      return new Promise<NoticeOutcome>((resolve) => {
        const notification = new Notification({ title, body });
        const patience = setTimeout(() => resolve('absent'), patienceMs);
        const settle = (outcome: NoticeOutcome): void => {
          clearTimeout(patience);
          resolve(outcome);
        };
        held.add(notification);
        notification.on('show', () => settle('shown'));
        notification.on('failed', () => {
          held.delete(notification);
          settle('refused');
        });
        notification.on('click', () => {
          // Some services leave it standing, and the next click would be taken for one on it.
          notification.close();
          onOpen();
        });
        notification.on('close', () => held.delete(notification));
        notification.show();
      });
    },
  };
}
