export function makeRunFolder(place?: string): string;
