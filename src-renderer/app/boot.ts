// What the page loads first. With the prepared unlock screen (first-screen.tsx) in the page, the frame that shows it
// goes before the program: a person can type while that loads.
if (document.getElementById('first-screen') === null) begin();
else requestAnimationFrame(() => setTimeout(begin));

function begin(): void {
  void import('./start.tsx');
}
