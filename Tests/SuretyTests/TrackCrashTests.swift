import Foundation
import Testing

/// The history under `kill -9` and under several writers at once: nothing lost, nothing half-written.
@Suite struct TrackCrashTests {
    private let scene: OutsideScene

    init() throws {
        scene = try OutsideScene([
            "repo/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(git push *)\", \"Bash(*)\"]}}",
            "other/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(npm *)\"]}}",
        ])
    }

    private func rows() throws -> [[String]] {
        try scene.run(["history", "--format", "csv"]).output.split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test func killedAtAnyMomentItIsWholeOrNotThere() throws {
        let start = ContinuousClock.now
        let first = try scene.run(["track", "repo", "--at", "2026-09-01"])
        let run = ContinuousClock.now - start
        #expect(first.code == 1)
        let whole = try #require(rows().first)
        for attempt in 0..<16 {
            let folder = attempt % 2 == 0 ? "other" : "repo"
            let process = try Program.start(["track", folder, "--at", "2026-09-02"], in: scene.root)
            // What is written is written at the end of a run.
            Thread.sleep(forTimeInterval: (run * (0.6 + 0.03 * Double(attempt))) / .seconds(1))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let kept = try rows()
            #expect(kept.first == whole)
            // Whatever came through saw gaps: none is there without them.
            for row in kept { #expect(row[2...6].compactMap { Int($0) }.reduce(0, +) > 0) }
        }
        let last = try scene.run(["track", "repo", "--at", "2026-09-03"])
        #expect(last.code == 1)
        #expect(try rows().last?[2...6] == whole[2...6])
    }

    @Test func severalWritersWaitForEachOther() throws {
        let writers = try (0..<6).map { _ in try Program.start(["track", "repo", "--at", "2026-09-01"], in: scene.root)
        }
        for writer in writers {
            writer.waitUntilExit()
            #expect(writer.terminationStatus == 1)
        }
        let kept = try rows()
        #expect(kept.map { $0[0] } == (1...6).map(String.init))
        #expect(Set(kept.map { $0[2...7].joined(separator: ",") }).count == 1)
        #expect(kept.map { $0[8] }.filter { $0 != "0" }.count == 1)
    }
}
