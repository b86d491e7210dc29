const scale = 2;

/** A drawn chart as a PNG in base64 on a plain ground, twice as fine as on the screen; null when it can’t be drawn. */
export async function pictureOf(svg: SVGSVGElement): Promise<string | null> {
  const { width, height } = svg.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  freezeStyles(svg, copy);
  const url = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL('image/png').split(',')[1] ?? null;
}

const kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'shape-rendering'] as const;

/** Writes what style sheets say into the copy, which stands outside of them. */
function freezeStyles(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const name of kept) copy.setAttribute(name, style.getPropertyValue(name));
  Array.from(original.children).forEach((child, index) => {
    const twin = copy.children[index];
    if (twin !== undefined) freezeStyles(child, twin);
  });
}
