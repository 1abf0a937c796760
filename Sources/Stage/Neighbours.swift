import Foundation

/// What other programs take of the machine while something is measured: times of the clock mean little
/// when it is much.
struct Neighbours {
    private let began = Moment()

    /// How many cores they have kept busy since this was made; nil where the system does not tell.
    var cores: Double? {
        let now = Moment()
        guard let before = began.busy, let after = now.busy, now.clock > began.clock else {
            return nil
        }
        return max(0, (after - before - now.own + began.own) / (now.clock - began.clock))
    }

    /// Seconds until a moment.
    private struct Moment {
        /// Of all cores together, by all programs.
        let busy = Self.busySeconds()
        /// Of all cores together, by this program.
        let own = Stopwatch.milliseconds(on: CLOCK_PROCESS_CPUTIME_ID) / 1000
        let clock = Stopwatch.milliseconds(on: CLOCK_MONOTONIC) / 1000

        /// - Source: proc_stat(5): user, nice, system, idle, waiting, two kinds of interrupts, stolen.
        private static func busySeconds() -> Double? {
            guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8) else {
                return nil
            }
            let ticks = text.prefix { $0 != "\n" }.split(separator: " ").dropFirst()
                .compactMap { Double($0) }
            guard ticks.count >= 8 else { return nil }
            let busy = ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]
            return busy / Double(sysconf(Int32(_SC_CLK_TCK)))
        }
    }
}
