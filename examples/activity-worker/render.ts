/** What is to be rendered. */
export interface Job {
  readonly film: string;
  readonly frames: number;
}

/** The work itself; a real one takes hours. */
export async function render({ film, frames }: Job): Promise<{ readonly file: string; readonly frames: number }> {
  if (frames <= 0) throw Object.assign(new Error(`${film} has no frames`), { name: 'RenderError' });
  return { file: `${film}.mp4`, frames };
}
