import { lazy, type ComponentType } from 'react';

/** A component whose code comes when it is first shown, or before that when `preload` was called. */
export interface Preloadable<Props> {
  (props: Props): React.JSX.Element;
  /** Fetches the code, so that the first time shows it at once. React holds back what it had to wait for by 300 ms. */
  preload(): Promise<void>;
}

export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>): Preloadable<Props> {
  let Ready: ComponentType<Props> | undefined;
  const Later = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  function Component(props: Props) {
    const Shown = Ready ?? Later;
    return <Shown {...props} />;
  }
  return Object.assign(Component, {
    preload: async () => {
      Ready = await load();
    },
  });
}
