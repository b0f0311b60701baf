/** How many characters are counted at once. */
const PORTION = 1024;

/**
 * A text that tells how much of it is read. A search takes time linear to what it reads, but a pattern such as `/a.*b|a/` can read the
 * whole rest for each of its matches.
 */
export class CountedText extends String {
  private reads = 0;

  /** @param cost units of work for each character @param spend is told the units */
  constructor(
    private readonly text: string,
    private readonly cost: number,
    private readonly spend: (units: number) => void,
  ) {
    super(text);
    spend(cost);
  }

  public override charCodeAt(index: number): number {
    if (++this.reads === PORTION) {
      this.reads = 0;
      this.spend(PORTION * this.cost);
    }
    return this.text.charCodeAt(index);
  }

  public override indexOf(search: string, from = 0): number {
    const found = this.text.indexOf(search, from);
    this.spend(Math.floor(((found < 0 ? this.text.length : found) - from) / 64));
    return found;
  }
}
