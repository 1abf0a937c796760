// Keeps a <video> that Media Source Extensions feed close behind the newest that has come, by playing a little
// faster or slower. How close is learned: every stall moves it away, a quiet minute brings it nearer.

const SPAN = 1200;        // Milliseconds over which the smallest lead is taken: several parts.
const STEP = 0.05;        // Seconds that a stall moves the edge away.
const FARTHEST = 0.8;
const JUMP = 1.2;         // A lead of so many seconds more is not played off but skipped.

export class Edge {
  /**
   * @param {number} lead Seconds that should lie ready at the least.
   * @param {number} rhythm Seconds from one piece to the next.
   */
  constructor(element, lead, rhythm) {
    this.element = element;
    this.rhythm = rhythm;
    this.nearest = this.lead = lead;
    this.leads = [];
    this.calm = performance.now();
    element.addEventListener("waiting", () => {
      if (!this.hasBegun) return;
      this.lead = Math.min(FARTHEST, this.lead + STEP);
      this.calm = performance.now();
    });
  }

  /** Called before anything is appended: then what lies ready is least. */
  measure() {
    const now = performance.now(), lead = this.end - this.element.currentTime;
    if (!this.hasBegun || Number.isNaN(lead)) return;
    this.leads.push({ now, lead });
    while (this.leads[0].now < now - SPAN) this.leads.shift();
  }

  get end() {
    const { buffered } = this.element;
    return buffered.length ? buffered.end(buffered.length - 1) : NaN;
  }

  /** Called after everything that is appended. */
  follow() {
    const { element, end } = this, now = performance.now();
    if (Number.isNaN(end)) return;
    const start = element.buffered.start(element.buffered.length - 1), lead = end - element.currentTime;
    if (!this.hasBegun || element.currentTime < start || lead > this.lead + JUMP) {
      if (end - start < this.lead && !this.hasBegun) return;
      this.hasBegun = true;
      this.leads = [];
      element.currentTime = Math.max(start, end - this.lead - this.rhythm);
      element.playbackRate = 1;
      return;
    }
    if (now - this.calm > 60_000 && this.lead > this.nearest) {
      this.lead = Math.max(this.nearest, this.lead - STEP);
      this.calm = now;
    }
    if (!this.leads.length) return;
    const excess = Math.min(...this.leads.map(({ lead }) => lead)) - this.lead;
    const rate = Math.abs(excess) < 0.02 ? 1 : 1 + Math.max(-0.04, Math.min(0.08, excess));
    if (Math.abs(rate - element.playbackRate) > 0.004) element.playbackRate = rate;
  }
}
